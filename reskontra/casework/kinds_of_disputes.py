"""Decisions about an objection: it is written down, and it is settled.

The one rule: only what is disputed waits, and what is upheld counts towards the limits of whoever
settles it, as anything that is given up.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

from reskontra.casework import dispute
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.deciding import Weight
from reskontra.domain.disputing import DISPUTE
from reskontra.domain.texts import Texts
from reskontra.records import disputes

ALL, PART, NOTHING = "all", "part", "nothing"
OUTCOMES: Mapping[str, Texts] = {
    NOTHING: Texts(sv="Nej, allt ska betalas", en="No, all of it is to be paid"),
    PART: Texts(sv="Delvis, så mycket som anges nedan", en="In part, as much as is given below"),
    ALL: Texts(sv="Ja, inget av det ska betalas", en="Yes, none of it is to be paid"),
}


def _dispute(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    dispute.dispute(
        cursor,
        invoice=case.invoice,
        amount_ore=case.amount("amount") or None,
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _settle(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    dispute.settle_dispute(
        cursor,
        invoice=case.invoice,
        upheld_ore=_upheld_ore(case),
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _upheld_ore(case: Case) -> int | None:
    outcome = case.words("outcome")
    if outcome == ALL:
        return None
    return case.amount("upheld") if outcome == PART else 0


def _is_disputed(cursor: CursorWrapper, case: Case) -> bool:
    if case.invoice is None:
        return False
    return disputes.open_hold(cursor, invoice=case.invoice, kind=DISPUTE) is not None


def _can_be_disputed(cursor: CursorWrapper, case: Case) -> bool:
    open_ = case.claim is not None and not case.claim.settled
    return open_ and not _is_disputed(cursor, case)


def _upheld(cursor: CursorWrapper, case: Case) -> Weight:
    upheld_ore = _upheld_ore(case)
    if upheld_ore is not None or case.invoice is None or case.claim is None:
        return Weight(amount_ore=upheld_ore or 0)
    held = disputes.open_hold(cursor, invoice=case.invoice, kind=DISPUTE)
    part_ore = held.amount_ore if held else None
    return Weight(amount_ore=case.claim.open_ore if part_ore is None else part_ore)


OBJECT = Kind(
    name="dispute",
    about=About.INVOICE,
    fields=(
        Field(
            name="amount",
            label=Texts(sv="Del som bestrids, i kronor", en="Part that is disputed, in kronor"),
            hint=Texts(
                sv="Lämna tomt om hela fakturan bestrids.",
                en="Leave empty when all of the invoice is disputed.",
            ),
            type=FieldType.AMOUNT,
            required=False,
        ),
    ),
    carry_out=_dispute,
    offered=_can_be_disputed,
)
SETTLE = Kind(
    name="settle_dispute",
    about=About.INVOICE,
    fields=(
        Field(
            name="outcome",
            label=Texts(sv="Har invändningen rätt?", en="Is the objection right?"),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: OUTCOMES,
        ),
        Field(
            name="upheld",
            label=Texts(
                sv="Belopp som inte ska betalas, i kronor", en="Amount not to be paid, in kronor"
            ),
            type=FieldType.AMOUNT,
            required=False,
        ),
    ),
    carry_out=_settle,
    weigh=_upheld,
    offered=_is_disputed,
)

KINDS = (OBJECT, SETTLE)
