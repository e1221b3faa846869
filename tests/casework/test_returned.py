"""Letters that come back, parties that have moved, and estates, by the commands that people use.

The one rule: real rows, through the real doors; what is refused leaves nothing behind.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import installment_plan
from reskontra.casework.estates import NoContact, NotDead, died, go_on_against_estate
from reskontra.casework.representing import Newcomer, represent
from reskontra.casework.returned import (
    NoAddress,
    NoLetterToReturn,
    ReturnedBefore,
    letter_returned,
    moved,
)
from reskontra.nightly.cli import main
from reskontra.office.work import LISTS, Asked
from reskontra.outgoing.send_out import send_out
from reskontra.records import access, worklists
from reskontra.records.access import PortalClosed
from reskontra.records.views import Citizen
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    party_of,
    rows,
    sample_policy,
    steps_taken,
)

CAME_BACK, MOVED = date(2025, 4, 16), date(2025, 5, 2)
NEW = ("Nygatan 2", "999 12 Granvik")


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """An invoice that has been reminded of, and whose reminder has left."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
    return town


def came_back(invoice: int = 1, day: date = CAME_BACK) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        letter_returned(
            cursor, invoice=invoice, number="1001", reason="okänd", by="A. Ek", today=day
        )


def has_moved(lines: tuple[str, ...] = NEW, day: date = MOVED) -> tuple[int, tuple[str, ...]]:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        result = moved(
            cursor,
            party=party_of(1),
            address_lines=lines,
            reason="Navet",
            by="A. Ek",
            policy=sample_policy(),
            today=day,
        )
    return result.resent, result.not_resent


def to_estate(contact: str = "Bo Lund") -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        go_on_against_estate(
            cursor,
            party=party_of(1),
            contact=contact,
            address_lines=NEW,
            reason="bouppteckning",
            by="A. Ek",
            policy=sample_policy(),
            today=MOVED,
        )


@pytest.mark.parametrize(
    ("first_on", "over"), [(date(2025, 4, 30), False), (date(2025, 5, 12), True)]
)
def test_the_letter_of_a_plan_is_not_sent_again_when_it_is_late_or_over(
    town: Municipality, first_on: date, *, over: bool
) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        installment_plan.grant(
            cursor,
            invoices=[1],
            parts=3,
            first_on=first_on,
            agreed_on=date(2025, 4, 14),
            reason="kan inte betala allt",
            by="A. Ek",
            policy=sample_policy(),
            today=date(2025, 4, 14),
        )
    send_out(day=CAME_BACK, folder=town.folder / "print", policy=sample_policy())
    came_back()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        if over:
            installment_plan.cancel(cursor, invoice=1, reason="nej", by="A. Ek", today=CAME_BACK)
        came = moved(
            cursor,
            party=1,
            address_lines=NEW,
            reason="ringde",
            by="A. Ek",
            policy=sample_policy(),
            today=MOVED,
        )
    assert came.resent == 0
    assert len(came.not_resent) == (0 if over else 1)


def test_it_is_sent_again_to_the_new_address_with_what_is_left_and_all_of_its_time(
    town: Municipality, tmp_path: Path
) -> None:
    came_back()
    town.pay(a_payment(10_000, "1001"), day=date(2025, 4, 17))
    assert has_moved() == (1, ())
    ((key, day, pay_by, total_ore, data),) = rows(
        "SELECT key, day, pay_by, total_ore, data FROM letter WHERE resends_id IS NOT NULL"
    )
    assert (key, day) == ("1:reminder:again:2025-05-02", MOVED)
    assert (pay_by, total_ore) == (date(2025, 5, 16), 20_000)
    assert "Nygatan 2" in data
    assert "Storgatan" not in data
    sent = send_out(day=MOVED, folder=tmp_path / "print", policy=sample_policy())
    assert sent.printed == 1
    town.pay(a_payment(20_000, "1001"), day=date(2025, 5, 5))
    assert one("SELECT open_ore FROM claim_state") == 0


def test_what_follows_waits_until_its_time_is_out(town: Municipality) -> None:
    came_back()
    town.night(date(2025, 4, 24))
    has_moved()
    town.night(date(2025, 5, 16))
    assert [step for _, step, _ in steps_taken()] == ["reminder"]
    town.night(date(2025, 5, 19))
    assert [step for _, step, _ in steps_taken()] == ["reminder", "hand_over"]


def test_what_cannot_have_come_back_is_refused(town: Municipality) -> None:
    town.bill(an_invoice("1002"))
    with pytest.raises(NoLetterToReturn):
        came_back(2)
    came_back()
    with pytest.raises(ReturnedBefore, match="2025-04-16"):
        came_back()
    with pytest.raises(NoAddress):
        has_moved((" ",))


def test_the_commands_tell_what_waits(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--reason", "okänd", "--by", "A. Ek", "--purpose", "retur"]
    assert main(["letter", "returned", "1001", *who, "--day", "2025-04-16"]) == 0
    assert main(["letter", "waiting"]) == 0
    assert "2025-04-09" in capsys.readouterr().out
    address = ["--address", "Nygatan 2", "--address", "999 12 Granvik"]
    assert main(["letter", "moved", "1001", *address, *who, "--day", "2025-05-02"]) == 0
    capsys.readouterr()
    assert main(["letter", "waiting"]) == 0
    assert capsys.readouterr().out == ""


def test_the_estate_is_the_debtor_when_a_person_says_so(town: Municipality) -> None:
    with pytest.raises(NotDead):
        to_estate()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        died(
            cursor,
            party=party_of(1),
            reason="Navet",
            by="A. Ek",
            policy=sample_policy(),
            today=CAME_BACK,
        )
        (waiting,) = worklists.estates(cursor)
    assert (waiting.invoices, waiting.open_ore) == (("1001",), 30_000)
    with pytest.raises(NoContact):
        to_estate(" ")
    to_estate()
    town.bill(an_invoice("1002"), day=date(2025, 5, 5))
    assert rows("SELECT kind, name, address_lines FROM party") == [
        ("estate", f"Dödsboet efter {name_of_party()}", ["c/o Bo Lund", *NEW])
    ]
    with connections["default"].cursor() as cursor:
        assert worklists.estates(cursor) == []
    with pytest.raises(PortalClosed):
        access.refuse_closed(
            citizen=Citizen(party_id=party_of(1)), policy=sample_policy(), today=MOVED
        )
    town.night(date(2025, 5, 20))
    assert ("1001", "hand_over", date(2025, 5, 20)) in steps_taken()


def name_of_party() -> str:
    """As the invoice files of the tests say it."""
    return f"Person {one('SELECT left(identity_number, 8) FROM party')}"


def test_nobody_is_written_to_at_an_address_that_is_unknown(
    town: Municipality, tmp_path: Path
) -> None:
    """What is no step, as a plan's letter, is withheld, and goes with what came back."""
    came_back()
    assert rows("SELECT kind, party_id, invoice_id IS NULL FROM hold ORDER BY id") == [
        ("returned_letter", party_of(1), False),
        ("unknown_address", party_of(1), True),
    ]
    with transaction.atomic(), connections["default"].cursor() as cursor:
        installment_plan.grant(
            cursor,
            invoices=[1],
            parts=3,
            first_on=date(2025, 5, 9),
            agreed_on=CAME_BACK,
            reason="–",
            by="A. Ek",
            policy=sample_policy(),
            today=CAME_BACK,
        )
    sent = send_out(day=CAME_BACK, folder=tmp_path / "print", policy=sample_policy())
    assert (sent.printed, sent.withheld) == (0, 1)
    resent, _ = has_moved()
    assert resent == 2
    assert one("SELECT count(*) FROM hold_lifted") == 2
    sent = send_out(day=MOVED, folder=tmp_path / "print", policy=sample_policy())
    assert (sent.printed, sent.withheld) == (2, 0)


def test_a_representatives_letter_that_comes_back_says_nothing_of_where_the_party_lives(
    db: None, tmp_path: Path
) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    for day, name in ((date(2025, 3, 3), "Bo Lund"), (MOVED, "Siv Alm")):
        if name == "Siv Alm":
            town.night(REMINDED)
            send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
            came_back()
            assert rows("SELECT kind FROM hold") == [("returned_letter",)]
        new = Newcomer(
            party=party_of(1),
            kind="administrator",
            name=name,
            address_lines=NEW,
            protected=False,
            first_day=None,
            last_day=date(2025, 4, 30) if name == "Bo Lund" else None,
            reason="–",
            by="A. Ek",
        )
        with transaction.atomic(), connections["default"].cursor() as cursor:
            found = represent(cursor, new, policy=sample_policy(), today=day)
    assert found.resent == 1
    assert rows("SELECT name FROM letter_reader ORDER BY letter_id") == [("Bo Lund",), ("Siv Alm",)]


def test_the_letters_that_came_back_are_a_list_of_their_own(town: Municipality) -> None:
    came_back()
    with connections["default"].cursor() as cursor:
        asked = Asked(cursor=cursor, policy=sample_policy(), today=CAME_BACK)
        assert LISTS["returned"].count(asked) == 1
        (row,) = LISTS["returned"].rows(asked)
    assert row.letter is not None
    assert (row.letter.template, row.letter.day, row.kind) == ("reminder", REMINDED, "moved")
    assert row.waiting.words.startswith("okänd")
