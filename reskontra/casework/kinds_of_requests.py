"""What citizens have asked for in the portal is granted or declined at the desk.

The one rule: who may grant a request is who may grant the same without being asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.casework import requests
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.kinds_of_plans import PLAN
from reskontra.casework.kinds_of_time import DEFERRAL
from reskontra.domain.asking import AskedFor
from reskontra.domain.deciding import Say, Weight
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


def _requests(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return {
        key: Texts(sv=f"{ASKED[row.kind].sv}, {row.day}", en=f"{ASKED[row.kind].en}, {row.day}")
        for key, row in _waiting(cursor, case).items()
    }


REQUEST = Field(
    name="request",
    label=Texts(sv="Vad som begärs", en="What is asked for"),
    type=FieldType.CHOICE,
    choices=_requests,
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
    return bool(_waiting(cursor, case))


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

KINDS = (GRANT, DECLINE)
