"""Decisions about a creditor's doings: told in words first, then done, or signed by another.

The one rule: what is told beforehand changes nothing, and what is refused is refused then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import desk
from reskontra.casework.decision_kind import FieldsRefused
from reskontra.casework.desk import Decided, Effect, NotForYou, OwnDecision, Proposal
from reskontra.casework.undo_night import NothingToUndo, TooSoon
from reskontra.outgoing.send_out import send_out
from reskontra.records import agency_messages, decisions, remittances
from tests.agency.at_the_agency import HANDED_OVER, LATER, a_handed_over_town, a_message
from tests.build import (
    MUNICIPALITY,
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    ledger,
    one,
    person,
    rows,
    sample_policy,
    whole_database,
)
from tests.casework.test_desk import ANNA, BERIT, TEKLA

Result = TypeVar("Result")

UNKNOWN = "00000000-0000-4000-8000-000000000000"
TODAY = date(2025, 4, 10)
NIGHT = {"night": f"{REMINDED}", "not_before": "2025-04-14"}


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """A parking fee and a rent, reminded of in one night, whose letters have left."""
    town = a_municipality(tmp_path)
    town.bill(
        an_invoice("1001", party=person(1)),
        an_invoice("2001", party=person(2), kind="rent", amount_ore=500_000),
    )
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path, policy=sample_policy())
    return town


def about(kind: str, given: Mapping[str, str], reason: str = "") -> Proposal:
    return Proposal(
        kind=kind, party=None, invoice=None, creditor=MUNICIPALITY, given=given, reason=reason
    )


def at_the_desk(
    does: Callable[..., Result], *what: object, day: date = TODAY, **said: object
) -> Result:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return does(cursor, *what, policy=sample_policy(), today=day, **said)


def words(effect: Effect) -> list[str]:
    return [each.sv.replace("\N{NO-BREAK SPACE}", " ") for each in effect.told]


def test_what_would_be_undone_is_told_in_numbers_and_nothing_is_changed(
    town: Municipality,
) -> None:
    before = whole_database()
    effect = at_the_desk(desk.preview, about("undo_night", NIGHT), officer=ANNA)
    assert words(effect) == [
        "Påminnelse (general): 1 steg räknas som inte tagna",
        "Påminnelse (rent): 1 steg räknas som inte tagna",
        "Brev som redan är skickade: 2. Var och en får ett brev med vår ursäkt",
        "Avgifter som tas bort: 60,00 kr",
        "Samma steg kan tas på nytt från 2025-04-14",
    ]
    assert effect.say.second
    assert whole_database() == before


def test_a_night_is_undone_when_another_has_signed(town: Municipality) -> None:
    made: Decided = at_the_desk(
        desk.decide, about("undo_night", NIGHT, "Bankfilen saknades"), officer=ANNA
    )
    assert made.waits
    assert one("SELECT count(*) FROM step_undone") == 0
    with pytest.raises(OwnDecision):
        at_the_desk(desk.sign, made.public_id, officer=ANNA)
    at_the_desk(desk.sign, made.public_id, officer=BERIT)
    assert rows("SELECT decided_by, reason FROM undoing") == [
        ("Anna Ek, Berit Lund", "Bankfilen saknades")
    ]
    assert one("SELECT count(*) FROM letter WHERE template = 'apology'") == 2
    with connections["default"].cursor() as cursor:
        decision = decisions.find(cursor, made.public_id)
        assert decision is not None
        told = desk.became(cursor, decision, policy=sample_policy())
    assert [each.sv for each in told] == [
        "2 steg för 2 personer och företag räknas som inte tagna",
        "Stoppade brev: 0",
        "Brev med ursäkt: 2, varav skickade: 0",
    ]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({**NIGHT, "not_before": f"{TODAY}"}, TooSoon),
        ({**NIGHT, "step": "hand_over"}, NothingToUndo),
        ({**NIGHT, "step": "nothing"}, FieldsRefused),
    ],
)
def test_what_cannot_be_undone_is_refused_before_anybody_signs(
    town: Municipality, given: Mapping[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        at_the_desk(desk.decide, about("undo_night", given, "fel"), officer=ANNA)
    assert rows("SELECT * FROM decision") == []


def test_who_may_decide_nothing_sees_nothing(town: Municipality) -> None:
    with pytest.raises(NotForYou):
        at_the_desk(desk.preview, about("undo_night", NIGHT), officer=TEKLA)


def waiting(read: Callable[[CursorWrapper], list[Any]]) -> list[Any]:
    with connections["default"].cursor() as cursor:
        return read(cursor)


def test_a_message_that_waits_is_set_aside_with_its_reason(db: None, tmp_path: Path) -> None:
    place = a_handed_over_town(tmp_path)
    place.returns(LATER, a_message("payment", principal_ore=100, reference=UNKNOWN))
    (message,) = waiting(agency_messages.waiting)
    given = {"message": f"{message.key}"}
    effect = at_the_desk(desk.preview, about("set_aside_message", given), officer=ANNA, day=LATER)
    assert "väntar inte längre" in words(effect)[0]
    at_the_desk(desk.decide, about("set_aside_message", given, "Inte vår"), officer=ANNA, day=LATER)
    assert waiting(agency_messages.waiting) == []
    assert rows("SELECT reason, decided_by FROM agency_message_note WHERE outcome = 'set_aside'")
    with pytest.raises(FieldsRefused):
        at_the_desk(desk.decide, about("set_aside_message", given, "Igen"), officer=ANNA, day=LATER)


def test_a_payout_is_settled_with_what_it_lacks_told_first(db: None, tmp_path: Path) -> None:
    place = a_handed_over_town(tmp_path)
    place.send(HANDED_OVER)
    place.returns(LATER, a_message("payment", principal_ore=20_000))
    said = {"amount_ore": 19_000, "kept_ore": 1_000, "payment_reference": "U-7"}
    place.returns(LATER, a_message("payout", message="u1", reference=None, **said))
    place.town.pay(a_payment(18_000, "", text="utbetalning"), day=LATER)
    (payout,) = waiting(remittances.open_payouts)
    payment = one("SELECT max(id) FROM payment")
    given = {"payout": f"{payout.message}", "payment": f"{payment}"}
    effect = at_the_desk(desk.preview, about("settle_payout", given), officer=ANNA, day=LATER)
    assert words(effect)[0].startswith("180,00 kr från banken bokförs som utbetalning u1")
    assert words(effect)[1].startswith("Det är 10,00 kr mindre än bolaget har sagt.")
    at_the_desk(
        desk.decide, about("settle_payout", given, "Avgift dragen"), officer=ANNA, day=LATER
    )
    assert waiting(remittances.open_payouts) == []
    assert ledger()["agency"] == 1_000
