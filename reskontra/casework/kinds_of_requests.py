"""What citizens have asked for in the portal is granted or declined at the desk.

The one rule: who may grant a request is who may grant the same without being asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.casework import requests
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.kinds_of_disputes import OBJECT, SETTLE
from reskontra.casework.kinds_of_plans import PLAN
from reskontra.casework.kinds_of_time import DEFERRAL
from reskontra.casework.requests import Found
from reskontra.domain.asking import AskedFor
from reskontra.domain.deciding import Say, Weight
from reskontra.domain.money import format_kronor
from reskontra.domain.texts import Texts
from reskontra.records import requests as asked
from reskontra.records.requests import RequestRow

ASKED: Mapping[AskedFor, Texts] = {
    AskedFor.DEFERRAL: Texts(sv="Anstånd", en="More time to pay"),
    AskedFor.PLAN: Texts(sv="Avbetalningsplan", en="Installment plan"),
    AskedFor.PAYMENT_REPORTED: Texts(sv="Betalningen är på väg", en="Payment is on its way"),
    AskedFor.OBJECTION: Texts(sv="Invändning", en="Objection"),
}


def _waiting(cursor: CursorWrapper, case: Case) -> dict[str, RequestRow]:
    found = () if case.invoice is None else asked.of_invoice(cursor, case.invoice)
    return {str(each.public_id): each for each in found if each.outcome is None}


def _told(row: RequestRow) -> Texts:
    """A request on one line: what, when, how much, and in the citizen's own words."""
    sv, en = (
        f", {format_kronor(row.amount_ore, language=each)} kr" if row.amount_ore else ""
        for each in ("sv", "en")
    )
    said = f": {row.text}" if row.text else ""
    asked = ASKED[row.kind]
    return Texts(sv=f"{asked.sv}, {row.day}{sv}{said}", en=f"{asked.en}, {row.day}{en}{said}")


def _grantable(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    waiting = _waiting(cursor, case).items()
    return {key: _told(row) for key, row in waiting if row.kind is not AskedFor.OBJECTION}


def _objections(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    waiting = _waiting(cursor, case).items()
    return {key: _told(row) for key, row in waiting if row.kind is AskedFor.OBJECTION}


REQUEST = Field(
    name="request",
    label=Texts(sv="Vad som begärs", en="What is asked for"),
    type=FieldType.CHOICE,
    choices=_grantable,
)


def _chosen(cursor: CursorWrapper, case: Case) -> RequestRow:
    return _waiting(cursor, case)[case.words("request")]


def _grant(cursor: CursorWrapper, case: Case) -> None:
    requests.grant(
        cursor,
        _chosen(cursor, case),
        by=case.by,
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    )


def _decline(cursor: CursorWrapper, case: Case) -> None:
    row = _chosen(cursor, case)
    requests.decline(cursor, row, by=case.by, reason=case.reason, today=case.today)


def _who_grants(cursor: CursorWrapper, case: Case) -> Say:
    row = _chosen(cursor, case)
    match row.kind:
        case AskedFor.DEFERRAL:
            return DEFERRAL.who_may(cursor, replace(case, values={"until": row.until}))
        case AskedFor.PLAN:
            values = {"parts": row.parts, "first_on": row.first_on}
            return PLAN.who_may(cursor, replace(case, values=values))
        case _:
            rule = case.policy.creditors[case.creditor].rule_for_decision(
                "grant_request", gives_up=False
            )
            return rule.say(Weight(), today=case.today)


def _asked(cursor: CursorWrapper, case: Case) -> bool:
    return bool(_grantable(cursor, case))


def _objected(cursor: CursorWrapper, case: Case) -> bool:
    return bool(_objections(cursor, case))


OUTCOMES: Mapping[str, Texts] = {
    Found.TRIED.value: Texts(
        sv="Vi prövar den: det som bestrids väntar så länge",
        en="We look into it: what is disputed waits meanwhile",
    ),
    Found.NOTHING.value: Texts(sv="Nej, allt ska betalas", en="No, all of it is to be paid"),
    Found.PART.value: Texts(
        sv="Delvis, beloppet nedan ska inte betalas",
        en="In part, the amount below is not to be paid",
    ),
    Found.ALL.value: Texts(
        sv="Ja, inget av det som bestrids ska betalas",
        en="Yes, none of what is disputed is to be paid",
    ),
}


def _answer(cursor: CursorWrapper, case: Case) -> None:
    requests.answer_objection(
        cursor,
        _chosen(cursor, case),
        found=Found(case.words("outcome")),
        amount_ore=case.amount("amount") or None,
        by=case.by,
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    )


def _who_answers(cursor: CursorWrapper, case: Case) -> Say:
    """Who may write an objection down, or who may settle it with so much."""
    found = Found(case.words("outcome"))
    if found is Found.TRIED:
        return OBJECT.who_may(cursor, case)
    open_ore = case.claim.open_ore if case.claim else 0
    all_ore = _chosen(cursor, case).amount_ore or open_ore
    upheld_ore = {Found.NOTHING: 0, Found.PART: case.amount("amount"), Found.ALL: all_ore}[found]
    creditor = case.policy.creditors[case.creditor]
    rule = creditor.rule_for_decision(SETTLE.name, gives_up=SETTLE.gives_up)
    return rule.say(Weight(amount_ore=upheld_ore), today=case.today)


ANSWER = Kind(
    name="answer_objection",
    about=About.INVOICE,
    fields=(
        replace(REQUEST, choices=_objections),
        Field(
            name="outcome",
            label=Texts(sv="Vad blir det av den?", en="What comes of it?"),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: OUTCOMES,
        ),
        Field(
            name="amount",
            label=Texts(sv="Belopp, i kronor", en="Amount, in kronor"),
            hint=Texts(
                sv="Lämna tomt för så mycket som invändningen gäller.",
                en="Leave empty for as much as the objection is about.",
            ),
            type=FieldType.AMOUNT,
            required=False,
        ),
    ),
    carry_out=_answer,
    say=_who_answers,
    offered=_objected,
)


GRANT = Kind(
    name="grant_request",
    about=About.INVOICE,
    fields=(REQUEST,),
    carry_out=_grant,
    say=_who_grants,
    offered=_asked,
)
DECLINE = Kind(
    name="decline_request",
    about=About.INVOICE,
    fields=(REQUEST,),
    carry_out=_decline,
    offered=_asked,
)

KINDS = (ANSWER, GRANT, DECLINE)
