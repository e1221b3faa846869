"""Decisions about a claim that a court tries: that it is there, and how it ended.

The one rule: what a court rejects counts towards the limits of whoever writes it down, as anything
that is credited.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import court
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.court_case import COURT_CASE, CourtCase, Outcome
from reskontra.domain.deciding import Weight
from reskontra.domain.texts import Texts
from reskontra.records import disputes

YES, NO = "yes", "no"
INTERIM: Mapping[str, Texts] = {
    NO: Texts(sv="Nej", en="No"),
    YES: Texts(sv="Ja", en="Yes"),
}
OUTCOMES: Mapping[str, Texts] = {
    Outcome.UPHELD: Texts(sv="Fordran ska betalas", en="The claim is upheld: it is to be paid"),
    Outcome.REJECTED: Texts(
        sv="Kravet ogillades: det som är kvar krediteras",
        en="The claim is rejected: what is left is credited",
    ),
    Outcome.WITHDRAWN: Texts(
        sv="Målet är återkallat eller avskrivet: fordran går vidare",
        en="The case is withdrawn or dismissed: the claim goes on",
    ),
}


def _register(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    known = CourtCase(
        court=case.words("court"),
        number=case.words("number"),
        since=case.day("since") or date.max,
        interim=case.words("interim") == YES,
    )
    court.register(
        cursor, invoice=case.invoice, case=known, by=case.by, policy=case.policy, today=case.today
    )


def _end(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    court.end(
        cursor,
        invoice=case.invoice,
        outcome=Outcome(case.words("outcome")),
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _is_in_court(cursor: CursorWrapper, case: Case) -> bool:
    if case.invoice is None:
        return False
    return disputes.open_hold(cursor, invoice=case.invoice, kind=COURT_CASE) is not None


def _can_go_to_court(cursor: CursorWrapper, case: Case) -> bool:
    open_ = case.claim is not None and not case.claim.settled
    return open_ and not _is_in_court(cursor, case)


def _credited(cursor: CursorWrapper, case: Case) -> Weight:
    rejected = case.words("outcome") == Outcome.REJECTED
    return Weight(amount_ore=case.claim.open_ore if rejected and case.claim else 0)


REGISTER = Kind(
    name="court_case",
    about=About.INVOICE,
    fields=(
        Field(
            name="court",
            label=Texts(sv="Vilken domstol", en="Which court"),
            hint=Texts(
                sv="Till exempel Norrköpings tingsrätt.", en="For example Norrköpings tingsrätt."
            ),
        ),
        Field(
            name="number",
            label=Texts(sv="Målnummer", en="Case number"),
            hint=Texts(sv="Till exempel T 1234-25.", en="For example T 1234-25."),
        ),
        Field(
            name="since",
            label=Texts(sv="Hos domstolen sedan", en="With the court since"),
            type=FieldType.DAY,
        ),
        Field(
            name="interim",
            label=Texts(sv="Finns ett interimistiskt beslut?", en="Is there an interim order?"),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: INTERIM,
            usual=lambda case: NO,
        ),
    ),
    carry_out=_register,
    offered=_can_go_to_court,
)
END = Kind(
    name="court_case_ended",
    about=About.INVOICE,
    fields=(
        Field(
            name="outcome",
            label=Texts(sv="Hur slutade målet?", en="How did the case end?"),
            hint=Texts(
                sv="Skriv domens dag och nummer som skäl när du beslutar.",
                en="Give the judgment's day and number as the reason when you decide.",
            ),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: OUTCOMES,
        ),
    ),
    carry_out=_end,
    weigh=_credited,
    offered=_is_in_court,
)

KINDS = (REGISTER, END)
