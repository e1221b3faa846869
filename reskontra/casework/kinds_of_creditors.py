"""Decisions about a creditor's doings: a night is undone, an agency's message or payout is seen to.

The one rule: what would happen is told in words and numbers first, and is about no claim alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.casework import agency_aside, agency_payouts, undo_night
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.undo_night import Found, Order
from reskontra.domain.deciding import Weight
from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts
from reskontra.records import agency_messages, money_waiting, remittances, undoing
from reskontra.records.agency_messages import Kept
from reskontra.records.remittances import OpenPayout

MOST_LEFT = 10
"""Steps left standing that are told one by one."""


class NotAllUndone(Refused):
    """Nothing was undone, for it failed for {count} of those concerned; the first: {error}"""

    swedish = (
        "Inget gjordes ogjort, för det gick inte för {count} av dem det gäller. Det första: {error}"
    )


def _order(case: Case) -> Order:
    night, not_before = case.day("night"), case.day("not_before")
    assert night is not None
    assert not_before is not None
    return Order(
        night=night,
        creditor=case.creditor,
        procedure=case.words("procedure"),
        step=case.words("step"),
        reason=case.reason,
        by=case.by,
        today=case.today,
        not_before=not_before,
        policy=case.policy,
    )


def _look(cursor: CursorWrapper, case: Case) -> tuple[Texts, ...]:
    order = _order(case)
    if order.not_before <= order.today:
        raise undo_night.TooSoon(not_before=order.not_before, today=order.today)
    found = undo_night.look(order)
    if not found.steps:
        raise undo_night.NothingToUndo(night=order.night)
    return tuple(_foreseen(found, order, case))


def _foreseen(found: Found, order: Order, case: Case) -> Iterator[Texts]:
    labels = _labels(case)
    for (_, procedure, step), count in found.counts.items():
        label = labels.get(step, Texts(sv=step, en=step))
        yield Texts(
            sv=f"{label.sv} ({procedure}): {count} steg räknas som inte tagna",
            en=f"{label.en} ({procedure}): {count} steps count as not taken",
        )
    waiting, sent = found.letters["waiting"], found.letters["sent"]
    if waiting:
        yield Texts(
            sv=f"Brev som inte har lämnat oss och stoppas: {waiting}",
            en=f"Letters that have not left and are stopped: {waiting}",
        )
    if sent:
        yield Texts(
            sv=f"Brev som redan är skickade: {sent}. Var och en får ett brev med vår ursäkt",
            en=f"Letters that have been sent: {sent}. Each recipient gets a letter of apology",
        )
    for kind, ore in sorted(found.booked_ore.items()):
        name = BOOKED.get(kind, Texts(sv=kind, en=kind))
        yield Texts(
            sv=f"{name.sv} som tas bort: {format_kronor(ore)} kr",
            en=f"{name.en} taken away: SEK {format_kronor(ore, language='en')}",
        )
    if found.handovers:
        yield Texts(
            sv=f"Fordringar som kallas tillbaka från inkassobolag: {found.handovers}",
            en=f"Claims called back from agencies: {found.handovers}",
        )
    if found.own_invoices:
        yield Texts(
            sv=f"Egna fakturor som makuleras: {found.own_invoices}",
            en=f"Our own invoices, withdrawn: {found.own_invoices}",
        )
    yield from _left(found, labels)
    yield Texts(
        sv=f"Samma steg kan tas på nytt från {order.not_before}",
        en=f"The same steps may be taken anew from {order.not_before}",
    )


BOOKED = {
    "fee": Texts(sv="Avgifter", en="Fees"),
    "late_interest": Texts(sv="Dröjsmålsränta", en="Late interest"),
    "write_off": Texts(sv="Avskrivningar", en="Write-offs"),
    "write_down": Texts(sv="Nedskrivningar", en="Write-downs"),
}


def _left(found: Found, labels: Mapping[str, Texts]) -> Iterator[Texts]:
    for each in found.left[:MOST_LEFT]:
        step, later = (
            labels.get(name, Texts(sv=name, en=name)) for name in (each.step, each.later)
        )
        if each.sold:
            yield Texts(
                sv=f"Faktura {each.number}: {step.sv} står kvar, för fordran överläts "
                f"{each.later_day} och är inte vår att ta tillbaka",
                en=f"Invoice {each.number}: {step.en} stands, for the claim was transferred on "
                f"{each.later_day} and is not ours to take back",
            )
            continue
        yield Texts(
            sv=f"Faktura {each.number}: {step.sv} står kvar, för {later.sv} {each.later_day} "
            "bygger på det. Gör den natten ogjord först",
            en=f"Invoice {each.number}: {step.en} stands, for {later.en} of {each.later_day} "
            "rests on it. Undo that night first",
        )
    if len(found.left) > MOST_LEFT:
        more = len(found.left) - MOST_LEFT
        yield Texts(sv=f"Och {more} steg till står kvar", en=f"And {more} more steps stand")


def _undo(cursor: CursorWrapper, case: Case) -> None:
    order = _order(case)
    count = len(undo_night.look(order).steps)
    report = undo_night.undo(order, confirm=count)
    if report.failures:
        raise NotAllUndone(count=len(report.failures), error=report.failures[0].error)


def _weight(cursor: CursorWrapper, case: Case) -> Weight:
    """What the night booked and is taken away."""
    return Weight(amount_ore=sum(undo_night.look(_order(case)).booked_ore.values()))


def _undone(cursor: CursorWrapper, case: Case) -> tuple[Texts, ...]:
    order = _order(case)
    did = undoing.became(
        cursor,
        night=order.night,
        creditor=order.creditor,
        procedure=order.procedure,
        step=order.step,
        day=case.today,
    )
    return (
        Texts(
            sv=f"{did.steps} steg för {did.parties} personer och företag räknas som inte tagna",
            en=f"{did.steps} steps of {did.parties} persons and organizations count as not taken",
        ),
        Texts(sv=f"Stoppade brev: {did.stopped}", en=f"Letters stopped: {did.stopped}"),
        Texts(
            sv=f"Brev med ursäkt: {did.apologies}, varav skickade: {did.apologies_sent}",
            en=f"Letters of apology: {did.apologies}, of them sent: {did.apologies_sent}",
        ),
    )


def _steps(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return _labels(case)


def _labels(case: Case) -> Mapping[str, Texts]:
    """The steps of the creditor's procedures, by name; the latest version's words."""
    procedures = case.policy.creditors[case.creditor].procedures
    return {step.name: step.label for each in procedures for step in each.steps}


def _procedures(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    procedures = case.policy.creditors[case.creditor].procedures
    return {each.name: Texts(sv=each.name, en=each.name) for each in procedures}


UNDO = Kind(
    name="undo_night",
    about=About.CREDITOR,
    fields=(
        Field(
            name="night",
            label=Texts(sv="Vilken natt", en="Which night"),
            hint=Texts(sv="Dagen som den kördes för", en="The day that it was run for"),
            type=FieldType.DAY,
        ),
        Field(
            name="procedure",
            label=Texts(sv="Bara en rutin", en="Only one procedure"),
            type=FieldType.CHOICE,
            choices=_procedures,
            required=False,
        ),
        Field(
            name="step",
            label=Texts(sv="Bara ett steg", en="Only one step"),
            type=FieldType.CHOICE,
            choices=_steps,
            required=False,
        ),
        Field(
            name="not_before",
            label=Texts(sv="Stegen får tas på nytt från", en="The steps may be taken anew from"),
            hint=Texts(
                sv="Tidigast i morgon. Ge felet tid att rättas.",
                en="Tomorrow at the earliest. Give the fault time to be mended.",
            ),
            type=FieldType.DAY,
            usual=lambda case: str(case.today + timedelta(days=1)),
        ),
    ),
    carry_out=_undo,
    foresee=_look,
    became=_undone,
    weigh=_weight,
    gives_up=True,
)


def _messages(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The messages of the creditor's agencies that wait, by what each agency calls them."""
    found = (each for each in agency_messages.waiting(cursor) if each.creditor == case.creditor)
    return {str(each.key): _told(each) for each in found}


def _told(message: Kept) -> Texts:
    words = f"{message.agency}, {message.message} ({message.kind}): {message.reason or '–'}"
    return Texts(sv=words, en=words)


def _message(cursor: CursorWrapper, case: Case) -> Kept:
    key = int(case.words("message"))
    return next(each for each in agency_messages.waiting(cursor) if each.key == key)


def _set_aside(cursor: CursorWrapper, case: Case) -> None:
    agency_aside.set_aside_one(
        cursor, _message(cursor, case), reason=case.reason, by=case.by, today=case.today
    )


def _aside_foreseen(cursor: CursorWrapper, case: Case) -> tuple[Texts, ...]:
    message = _message(cursor, case)
    return (
        Texts(
            sv=f"Beskedet {message.message} från {message.agency} väntar inte längre. "
            "Det sparas som det kom, med skälet.",
            en=f"Message {message.message} of {message.agency} waits no more. "
            "It is kept as it came, with the reason.",
        ),
        Texts(
            sv="Ingen fordran ändras. Det som beskedet säger måste ordnas på annat sätt om det är "
            f"sant: {message.reason or '–'}",
            en="No claim changes. What the message says must be seen to otherwise if it is true: "
            f"{message.reason or '–'}",
        ),
    )


SET_ASIDE = Kind(
    name="set_aside_message",
    about=About.CREDITOR,
    fields=(
        Field(
            name="message",
            label=Texts(sv="Vilket besked", en="Which message"),
            type=FieldType.CHOICE,
            choices=_messages,
        ),
    ),
    carry_out=_set_aside,
    foresee=_aside_foreseen,
)


def _payouts(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The payouts told of to the creditor whose money nobody has found."""
    found = (
        each for each in remittances.open_payouts(cursor) if each.creditor_code == case.creditor
    )
    return {str(each.message): _payout_told(each) for each in found}


def _payout_told(payout: OpenPayout) -> Texts:
    sv, en = (format_kronor(payout.amount_ore, language=each) for each in ("sv", "en"))
    named = f"{payout.agency}, {payout.name}, {payout.day}"
    return Texts(sv=f"{named}: {sv} kr", en=f"{named}: SEK {en}")


def _moneys(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The creditor's money without a claim."""
    found = (each for each in money_waiting.unmatched(cursor) if each.creditor == case.creditor)
    return {
        str(each.payment): Texts(sv=each.words, en=each.words)
        for each in found
        if each.amount_ore > 0
    }


def _payout(cursor: CursorWrapper, case: Case) -> OpenPayout:
    key = int(case.words("payout"))
    return next(each for each in remittances.open_payouts(cursor) if each.message == key)


def _settle(cursor: CursorWrapper, case: Case) -> None:
    agency_payouts.settle_one(
        cursor,
        _payout(cursor, case),
        payment=int(case.words("payment")),
        reason=case.reason,
        by=case.by,
        today=case.today,
    )


def _settle_foreseen(cursor: CursorWrapper, case: Case) -> tuple[Texts, ...]:
    payout = _payout(cursor, case)
    payment = int(case.words("payment"))
    came_ore = agency_payouts.money_of(cursor, payout, payment).amount_ore
    lacks_ore = payout.amount_ore - came_ore
    sv, en = (format_kronor(came_ore, language=each) for each in ("sv", "en"))
    told = [
        Texts(
            sv=f"{sv} kr från banken bokförs som utbetalning {payout.name} från {payout.agency}.",
            en=f"SEK {en} from the bank is booked as payout {payout.name} of {payout.agency}.",
        )
    ]
    if lacks_ore:
        sv, en = (format_kronor(abs(lacks_ore), language=each) for each in ("sv", "en"))
        less = lacks_ore > 0
        told.append(
            Texts(
                sv=f"Det är {sv} kr {'mindre' if less else 'mer'} än bolaget har sagt. "
                "Skillnaden står kvar på bolagets konto i bokföringen.",
                en=f"That is SEK {en} {'less' if less else 'more'} than the agency has told. "
                "The difference remains on the agency's account in the books.",
            )
        )
    return tuple(told)


SETTLE_PAYOUT = Kind(
    name="settle_payout",
    about=About.CREDITOR,
    fields=(
        Field(
            name="payout",
            label=Texts(sv="Vilken utbetalning från bolaget", en="Which payout of the agency"),
            type=FieldType.CHOICE,
            choices=_payouts,
        ),
        Field(
            name="payment",
            label=Texts(sv="Vilka pengar på banken", en="Which money at the bank"),
            type=FieldType.CHOICE,
            choices=_moneys,
        ),
    ),
    carry_out=_settle,
    foresee=_settle_foreseen,
)

KINDS = (UNDO, SET_ASIDE, SETTLE_PAYOUT)
