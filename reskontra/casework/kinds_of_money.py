"""Decisions about money: credit, withdrawal, giving up, placing, moving and paying back.

The one rule: what counts towards limits is the öre that the creditor may lose, or that move.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.casework import money, refunds
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.deciding import Say, Weight
from reskontra.domain.money import format_kronor
from reskontra.domain.texts import Texts
from reskontra.records import money_waiting, payouts


def _invoice(case: Case) -> int:
    assert case.invoice is not None
    return case.invoice


def _kronor(amount_ore: int) -> str:
    return format_kronor(amount_ore)


def _amount_said(cursor: CursorWrapper, case: Case) -> Weight:
    return Weight(amount_ore=case.amount("amount"))


def _all_open(cursor: CursorWrapper, case: Case) -> Weight:
    return Weight(amount_ore=case.claim.open_ore if case.claim else 0)


def _all_billed(cursor: CursorWrapper, case: Case) -> Weight:
    return Weight(amount_ore=case.claim.principal_owed_from_start_ore() if case.claim else 0)


def _is_owed(cursor: CursorWrapper, case: Case) -> bool:
    return case.claim is not None and not case.claim.settled


def _credit(cursor: CursorWrapper, case: Case) -> None:
    money.credit(
        cursor,
        invoice=_invoice(case),
        amount_ore=case.amount("amount"),
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    )


CREDIT = Kind(
    name="credit",
    about=About.INVOICE,
    fields=(
        Field(
            name="amount",
            label=Texts(sv="Belopp att kreditera, kronor", en="Amount to credit, kronor"),
            type=FieldType.AMOUNT,
            usual=lambda case: _kronor(case.claim.sums.balance.principal_ore) if case.claim else "",
        ),
    ),
    carry_out=_credit,
    weigh=_amount_said,
    gives_up=True,
)

WITHDRAW = Kind(
    name="withdraw",
    about=About.INVOICE,
    fields=(),
    carry_out=lambda cursor, case: money.withdraw(
        cursor,
        invoice=_invoice(case),
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    ),
    weigh=_all_billed,
    gives_up=True,
)

WRITE_OFF = Kind(
    name="write_off",
    about=About.INVOICE,
    fields=(),
    carry_out=lambda cursor, case: money.write_off(
        cursor,
        invoice=_invoice(case),
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    ),
    weigh=_all_open,
    gives_up=True,
    offered=_is_owed,
)

WRITE_DOWN = Kind(
    name="write_down",
    about=About.INVOICE,
    fields=(),
    carry_out=lambda cursor, case: money.write_down(
        cursor,
        invoice=_invoice(case),
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    ),
    weigh=_all_open,
    offered=_is_owed,
)


def _unmatched(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The creditor's money without a claim: the day, the amount, and what the payer wrote."""
    found = (each for each in money_waiting.unmatched(cursor) if each.creditor == case.creditor)
    return {str(each.payment): _both(each.words) for each in found if each.amount_ore > 0}


def _both(words: str) -> Texts:
    return Texts(sv=words, en=words)


def _place(cursor: CursorWrapper, case: Case) -> None:
    money.place(
        cursor,
        payment=int(case.words("payment")),
        invoice=_invoice(case),
        amount_ore=case.amount("amount") or None,
        policy=case.policy,
        today=case.today,
    )


AMOUNT_OR_ALL = Field(
    name="amount",
    label=Texts(sv="Belopp, kronor", en="Amount, kronor"),
    hint=Texts(sv="Lämna tomt för allt som finns.", en="Leave empty for all that there is."),
    type=FieldType.AMOUNT,
    required=False,
)

PLACE = Kind(
    name="place_payment",
    about=About.INVOICE,
    fields=(
        Field(
            name="payment",
            label=Texts(sv="Vilken betalning", en="Which payment"),
            type=FieldType.CHOICE,
            choices=_unmatched,
        ),
        AMOUNT_OR_ALL,
    ),
    carry_out=_place,
    weigh=_amount_said,
    offered=lambda cursor, case: bool(_unmatched(cursor, case)),
)


def _others(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """What else the party owes the creditor."""
    found = money_waiting.open_of_party(cursor, party=case.party, creditor=case.creditor)
    return {
        str(key): _both(f"{number}: {_kronor(open_ore)}")
        for key, number, open_ore in found
        if key != case.invoice
    }


def _move(cursor: CursorWrapper, case: Case) -> None:
    money.move(
        cursor,
        from_invoice=_invoice(case),
        to_invoice=int(case.words("to")),
        amount_ore=case.amount("amount") or None,
        consent=case.words("consent"),
        policy=case.policy,
        today=case.today,
    )


def _too_much(cursor: CursorWrapper, case: Case) -> bool:
    return case.claim is not None and case.claim.sums.overpaid_ore > 0


MOVE = Kind(
    name="move_overpaid",
    about=About.INVOICE,
    fields=(
        Field(
            name="to",
            label=Texts(sv="Till vilken faktura", en="To which invoice"),
            type=FieldType.CHOICE,
            choices=_others,
        ),
        AMOUNT_OR_ALL,
        Field(
            name="consent",
            label=Texts(sv="Hur betalaren har gått med på det", en="How the payer has agreed"),
            hint=Texts(
                sv="Lämna tomt när reglerna låter överskott betala nästa faktura.",
                en="Leave empty when the rules let what is too much pay the next invoice.",
            ),
            required=False,
        ),
    ),
    carry_out=_move,
    weigh=_amount_said,
    offered=lambda cursor, case: _too_much(cursor, case) and bool(_others(cursor, case)),
)

ACCOUNT_KINDS = {
    refunds.ACCOUNT: Texts(sv="Bankkonto", en="Bank account"),
    refunds.BANKGIRO: Texts(sv="Bankgiro", en="Bankgiro"),
    refunds.PLUSGIRO: Texts(sv="Plusgiro", en="Plusgiro"),
}


def _pay_out(cursor: CursorWrapper, case: Case) -> None:
    """Ordered, and approved by the one who has signed: the next night's file takes it along."""
    key = refunds.order(
        cursor,
        invoice=_invoice(case),
        amount_ore=case.amount("amount") or None,
        account=refunds.read_account(
            kind=case.words("account_kind"),
            number=case.words("account"),
            payee=case.words("payee"),
        ),
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )
    if case.signed_by:
        refunds.approve(cursor, key, by=case.signed_by, today=case.today)


def _two_pay_out(cursor: CursorWrapper, case: Case) -> Say:
    """Whoever orders a pay-out never approves it, so two always sign."""
    rule = case.policy.creditors[case.creditor].rule_for_decision("pay_out", gives_up=False)
    return replace(rule.say(_free(cursor, case), today=case.today), second=True)


def _free(cursor: CursorWrapper, case: Case) -> Weight:
    said_ore = case.amount("amount")
    return Weight(amount_ore=said_ore or payouts.free_overpaid(cursor, _invoice(case)))


PAY_OUT = Kind(
    name="pay_out",
    about=About.INVOICE,
    fields=(
        AMOUNT_OR_ALL,
        Field(
            name="account_kind",
            label=Texts(sv="Slag av konto", en="Kind of account"),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: ACCOUNT_KINDS,
            usual=lambda case: refunds.ACCOUNT,
        ),
        Field(
            name="account",
            label=Texts(sv="Kontots siffror", en="Digits of the account"),
            hint=Texts(
                sv="För ett bankkonto clearingnumret först.",
                en="Of a bank account the clearing number first.",
            ),
        ),
        Field(name="payee", label=Texts(sv="Kontots innehavare", en="Holder of the account")),
    ),
    carry_out=_pay_out,
    weigh=_free,
    say=_two_pay_out,
    offered=_too_much,
)

KINDS = (CREDIT, WITHDRAW, WRITE_OFF, WRITE_DOWN, PLACE, MOVE, PAY_OUT)
