"""Decisions that let something wait, or go on again: more time, a hold, a hold lifted.

The one rule: a wait begins on the day it is decided, never before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import deferrals, holding
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.deciding import Say, Weight, say_of
from reskontra.domain.deferral import last_day_of
from reskontra.domain.texts import Texts
from reskontra.records import steps
from reskontra.records.steps import NewHold


def _hold_kinds(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    kinds = case.policy.hold_kinds
    return {name: kinds[name] for name in kinds if name not in holding.OWN_DECISIONS}


def _hold(cursor: CursorWrapper, case: Case) -> None:
    new = NewHold(
        party=case.party,
        invoice=case.invoice,
        kind=case.words("kind"),
        first_day=case.today,
        last_day=case.day("until"),
        reason=case.reason,
        decided_by=case.by,
    )
    holding.hold(cursor, new, policy=case.policy, today=case.today)


def _hold_weight(cursor: CursorWrapper, case: Case) -> Weight:
    last_day = case.day("until")
    return Weight(last_day=last_day, endless=last_day is None)


HOLD = Kind(
    name="hold",
    about=About.EITHER,
    fields=(
        Field(
            name="kind",
            label=Texts(sv="Varför", en="Why"),
            type=FieldType.CHOICE,
            choices=_hold_kinds,
        ),
        Field(
            name="until",
            label=Texts(sv="Sista dag", en="Last day"),
            hint=Texts(
                sv="Lämna tomt om spärren ska gälla tills någon häver den.",
                en="Leave empty for a hold that lasts until somebody lifts it.",
            ),
            type=FieldType.DAY,
            required=False,
        ),
    ),
    carry_out=_hold,
    weigh=_hold_weight,
)


def _holds(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    found = steps.holds_in_force(cursor, party=case.party, day=case.today)
    return {
        str(each.key): _hold_words(each, case)
        for each in found
        if each.invoice is None or case.invoice is None or each.invoice == case.invoice
    }


def _hold_words(each: steps.HoldInForce, case: Case) -> Texts:
    kind = case.policy.hold_kinds.get(each.kind, Texts(sv=each.kind, en=each.kind))
    sv, en = (each.number or whole for whole in ("allt", "everything"))
    return Texts(
        sv=f"{kind.sv}: {sv}, från {each.first_day}", en=f"{kind.en}: {en}, from {each.first_day}"
    )


def _lift(cursor: CursorWrapper, case: Case) -> None:
    holding.lift(
        cursor,
        hold=int(case.words("hold")),
        party=case.party,
        reason=case.reason,
        by=case.by,
        today=case.today,
    )


LIFT = Kind(
    name="lift_hold",
    about=About.EITHER,
    fields=(
        Field(
            name="hold",
            label=Texts(sv="Vilken spärr", en="Which hold"),
            type=FieldType.CHOICE,
            choices=_holds,
        ),
    ),
    carry_out=_lift,
    offered=lambda cursor, case: bool(_holds(cursor, case)),
)


def _grant_deferral(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    ask = deferrals.Ask(invoice=case.invoice, until=_until(case), reason=case.reason, by=case.by)
    deferrals.grant(cursor, ask, policy=case.policy, today=case.today)


def _until(case: Case) -> date:
    until = case.day("until")
    assert until is not None
    return until


def _who_defers(cursor: CursorWrapper, case: Case) -> Say:
    """The procedure's own grants say it; with no terms the judging refuses it, with the reason."""
    claim, terms = case.claim, case.procedure.deferral if case.procedure else None
    if claim is None or terms is None:
        return (
            case.policy.creditors[case.creditor]
            .rule_for_decision("deferral", gives_up=False)
            .say(Weight(), today=case.today)
        )
    counted_from = terms.longest_from.day(
        billed=claim.invoice_date, due=claim.due_date, decided=case.today
    )
    until = case.day("until") or last_day_of(claim, terms, today=case.today)
    return say_of(
        terms.grants, amount_ore=claim.open_ore, last_day=until, counted_from=counted_from
    )


def _may_ask_for_time(cursor: CursorWrapper, case: Case) -> bool:
    terms = case.procedure.deferral if case.procedure else None
    return terms is not None and case.claim is not None and not case.claim.settled


def _latest(case: Case) -> str:
    terms = case.procedure.deferral if case.procedure else None
    if terms is None or case.claim is None:
        return ""
    return last_day_of(case.claim, terms, today=case.today).isoformat()


DEFERRAL = Kind(
    name="deferral",
    about=About.INVOICE,
    fields=(
        Field(
            name="until",
            label=Texts(sv="Ny sista dag att betala", en="New last day to pay"),
            hint=Texts(sv="Till exempel 2025-05-31", en="For example 2025-05-31"),
            type=FieldType.DAY,
            usual=_latest,
        ),
    ),
    carry_out=_grant_deferral,
    say=_who_defers,
    offered=_may_ask_for_time,
)

KINDS = (DEFERRAL, HOLD, LIFT)
