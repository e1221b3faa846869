"""What a claim's page answers at once, of claims at stages where the answers differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import dispute
from reskontra.office import claims
from reskontra.office.at_once import AtOnce
from reskontra.office.work import LISTS, Asked
from reskontra.records import search
from tests.authority.at_the_authority import (
    APPLIED,
    PROPOSED,
    AtTheAuthority,
    a_demanded_town,
    invoice_of,
)
from tests.build import sample_policy


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAuthority:
    """Two claims that a person is to decide the course of."""
    return a_demanded_town(tmp_path)


def answers(number: str, today: date) -> AtOnce:
    """What the page of the invoice answers."""
    with connections["default"].cursor() as cursor:
        subject = search.subject(cursor, search.public_id_of(cursor, invoice_of(number)))
        assert subject is not None
        values = claims.claim_values(
            cursor, subject, policy=sample_policy(), today=today, language="sv"
        )
    return values.at_once


def test_a_course_that_waits_is_answered_and_listed_until_it_is_decided(
    place: AtTheAuthority,
) -> None:
    now = answers("1001", PROPOSED)
    assert now.to_pay == "6\N{NO-BREAK SPACE}180,00\N{NO-BREAK SPACE}kr"
    (waits,) = now.waits
    assert waits.text.startswith("Ett beslut om hur fordran drivs in. Förslag: Kronofogden.")
    assert now.next_when.endswith("när det som väntar på en människa är gjort")
    with connections["default"].cursor() as cursor:
        asked = Asked(cursor=cursor, policy=sample_policy(), today=PROPOSED)
        assert {row.waiting.number for row in LISTS["courses"].rows(asked)} == {"1001", "1002"}
        place.decide("1001", "enforcement_authority")
        assert LISTS["courses"].count(asked) == 1
    place.town.night(APPLIED)
    assert answers("1001", APPLIED).where.startswith("Hos Kronofogden: ansökan ska skickas")


def test_what_is_disputed_is_not_asked_for_and_says_why(place: AtTheAuthority) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        dispute.dispute(
            cursor,
            invoice=invoice_of("1001"),
            amount_ore=100_000,
            reason="Bryggan var trasig",
            by="A. Ek",
            policy=sample_policy(),
            today=PROPOSED,
        )
    now = answers("1001", PROPOSED)
    assert now.to_pay.startswith("5\N{NO-BREAK SPACE}180,00")
    assert "1\N{NO-BREAK SPACE}000,00\N{NO-BREAK SPACE}kr bestrids och väntar" in now.of
    assert now.why[0].startswith("Invändning: 1\N{NO-BREAK SPACE}000,00")
