"""Letters leave: printed once, with a right index, and none about what has been paid meanwhile.

The one rule: whatever is cut off is done again, the same way.
"""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, connections, transaction
from django.test.utils import CaptureQueriesContext

from reskontra.casework import demands, water_warnings
from reskontra.outgoing import documents, folders, rendering
from reskontra.outgoing import send_out as sending
from reskontra.outgoing.folders import INDEX, PROTECTED
from reskontra.outgoing.rendering import FontMissing
from reskontra.outgoing.send_out import send_out
from reskontra.records import files, letters
from reskontra.records.views import Citizen
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    party_of,
    person,
    rows,
    run_day,
    sample_policy,
    whole_database,
)

NEXT = date(2025, 4, 10)
PRINTED_AND_FAILED = "SELECT state, day, note <> '' FROM letter_event ORDER BY letter_id, id"
UNPRINTABLE = {"name": "Person \U0001f600"}
"""No font of ours has this sign."""
SECRET_ADDRESS = "Hemliga gatan 7"


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Three persons have been reminded; the third has a protected identity."""
    town = a_municipality(tmp_path)
    hidden = {"protected_identity": True, "address": [SECRET_ADDRESS]}
    town.bill(
        an_invoice("1001", party=person(1)),
        an_invoice("1002", party=person(2), recipient={"language": "en"}),
        an_invoice("1003", party=person(3), recipient=hidden),
    )
    town.night(REMINDED)
    return town


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where letters to be printed are put."""
    return tmp_path / "print"


def index(folder: Path) -> list[dict[str, str]]:
    with (folder / INDEX).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_each_letter_is_printed_once(town: Municipality, folder: Path) -> None:
    sent = send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert (sent.printed, sent.stopped, sent.folder) == (3, 0, folder / "2025-04-09")
    first = everything_in(folder)
    before = whole_database()
    again = send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert (again.printed, again.stopped) == (0, 0)
    assert everything_in(folder) == first
    assert whole_database() == before


def test_what_was_printed_one_day_is_not_printed_the_next(town: Municipality, folder: Path) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert send_out(day=NEXT, folder=folder, policy=sample_policy()).printed == 0
    assert not (folder / "2025-04-10").exists()


def test_no_letter_that_has_left_is_looked_at_again(town: Municipality, folder: Path) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert rows("SELECT 1 FROM letter_waiting WHERE waits") == []
    with CaptureQueriesContext(connections["default"]) as asked:
        demands.recheck(policy=sample_policy(), today=NEXT)
        water_warnings.stop_paid(policy=sample_policy(), today=NEXT)
        send_out(day=NEXT, folder=folder, policy=sample_policy())
    statements = [each["sql"] for each in asked if "FROM letter_waiting" in each["sql"]]
    assert len(statements) == 3, "demands, warnings, and all that leaves"
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for statement in statements:
            cursor.execute(f"EXPLAIN {statement}")
            assert "letter_that_waits" in " ".join(line for (line,) in cursor.fetchall())


def test_the_index_tells_what_lies_in_the_folder(town: Municipality, folder: Path) -> None:
    day = send_out(day=REMINDED, folder=folder, policy=sample_policy()).folder
    assert day is not None
    found = index(day)
    assert [row["language"] for row in found] == ["sv", "en"]
    assert {path.name for path in day.glob("*.pdf")} == {row["file"] for row in found}
    for row in found:
        assert (row["creditor"], row["letter"]) == ("municipality", "reminder")
        assert row["address"] == "Storgatan 1, 999 10 Granvik"
        pdf = (day / row["file"]).read_bytes()
        assert pdf.startswith(b"%PDF-")
        assert len(pdf) == int(row["bytes"])


def test_a_protected_identity_has_a_folder_of_its_own_and_no_address(
    town: Municipality, folder: Path
) -> None:
    day = send_out(day=REMINDED, folder=folder, policy=sample_policy()).folder
    assert day is not None
    (hidden,) = index(day / PROTECTED)
    assert hidden["address"] == ""
    assert (day / PROTECTED / hidden["file"]).is_file()
    assert hidden["file"] not in {row["file"] for row in index(day)}
    assert not any(SECRET_ADDRESS.encode() in each for each in everything_in(folder).values())
    assert all(SECRET_ADDRESS not in str(data) for (data,) in rows("SELECT data FROM letter"))


def test_what_has_been_paid_meanwhile_is_stopped(town: Municipality, folder: Path) -> None:
    town.pay(a_payment(30_000, "1001", value_date=REMINDED), day=REMINDED)
    sent = send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert (sent.printed, sent.stopped) == (2, 1)
    assert rows(
        "SELECT i.number, e.state, e.note FROM letter_event e"
        " JOIN letter_claim lc ON lc.letter_id = e.letter_id"
        " JOIN invoice i ON i.id = lc.invoice_id ORDER BY 1"
    ) == [
        ("1001", "stopped", "paid before it left"),
        ("1002", "printed", ""),
        ("1003", "printed", ""),
    ]
    assert send_out(day=NEXT, folder=folder, policy=sample_policy()).printed == 0


def test_what_has_been_paid_in_part_goes_all_the_same(town: Municipality, folder: Path) -> None:
    town.pay(a_payment(29_999, "1001", value_date=REMINDED), day=REMINDED)
    assert send_out(day=REMINDED, folder=folder, policy=sample_policy()).printed == 3


def test_the_pdf_that_is_kept_is_the_one_that_was_printed(town: Municipality, folder: Path) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    digests = rows("SELECT digest FROM letter_file")
    kept = sorted(files.read(digest) for (digest,) in digests)
    printed = [each for name, each in everything_in(folder).items() if name.endswith(".pdf")]
    assert kept == sorted(printed)


def test_a_letter_that_its_recipient_has_opened_already_is_not_made_anew(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = one("SELECT public_id FROM letter WHERE party_id = %s", party_of(1))
    assert isinstance(letter, UUID)
    opened = documents.letter_pdf(citizen=Citizen(party_id=party_of(1)), public_id=letter)
    day = send_out(day=REMINDED, folder=folder, policy=sample_policy()).folder
    assert day is not None
    assert (day / f"{letter}.pdf").read_bytes() == opened
    assert one("SELECT count(*) FROM letter_file") == 3


@pytest.mark.parametrize("cut_off", ["lay", "add_files", "add_events", "write_indexes"])
def test_what_is_cut_off_is_done_again_the_same_way(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch, cut_off: str
) -> None:
    home = letters if cut_off.startswith("add") else folders
    with monkeypatch.context() as patch:
        patch.setattr(home, cut_off, _fails)
        with pytest.raises(OSError, match="disk full"):
            send_out(day=REMINDED, folder=folder, policy=sample_policy())
    sent = send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert one("SELECT count(*) FROM letter_event WHERE state = 'printed'") == 3
    assert sent.folder is not None
    assert len(index(sent.folder)) == 2
    assert len(index(sent.folder / PROTECTED)) == 1
    assert len(everything_in(folder)) == 5
    assert not list(folder.rglob("*.part"))


def test_an_index_that_was_cut_off_is_written_the_next_night(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(folders, "write_indexes", _fails)
        with pytest.raises(OSError, match="disk full"):
            send_out(day=REMINDED, folder=folder, policy=sample_policy())
    send_out(day=NEXT, folder=folder, policy=sample_policy())
    assert len(index(folder / "2025-04-09")) == 2


def test_a_folder_without_its_index_is_not_done(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    town.bill(an_invoice("1004", party=person(4)))
    run_day(REMINDED)
    with monkeypatch.context() as patch:
        patch.setattr(letters, "add_events", _fails)
        with pytest.raises(OSError, match="disk full"):
            send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert not list(folder.rglob(INDEX))
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    assert len(index(folder / "2025-04-09")) == 3


def test_a_folder_taken_to_the_printer_is_not_made_again(town: Municipality, folder: Path) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    shutil.rmtree(folder / "2025-04-09")
    send_out(day=NEXT, folder=folder, policy=sample_policy())
    assert not list(folder.rglob("*"))


def _fails(*_: object, **__: object) -> None:
    raise OSError("disk full")


def test_small_batches_come_to_the_same(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(sending, "BATCH_LETTERS", 2)
    send_out(
        day=REMINDED,
        folder=folder,
        policy=sample_policy(),
        tell=lambda done, of: told.append((done, of)),
    )
    assert told == [(2, 3), (3, 3)]
    assert len(everything_in(folder)) == 5


def test_many_letters_are_made_by_many_processes_the_same(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = [
        rendering.render(template=template, language=language, data_json=data)
        for template, language, data in rows("SELECT template, language, data FROM letter")
    ]
    monkeypatch.setattr(sending, "WORTH_A_POOL", 1)
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    printed = [each for name, each in everything_in(folder).items() if name.endswith(".pdf")]
    assert sorted(printed) == sorted(alone)


@pytest.fixture
def marred(tmp_path: Path, db: None) -> Municipality:
    """Three persons have been reminded; the name of the second cannot be printed."""
    town = a_municipality(tmp_path)
    town.bill(
        an_invoice("1001", party=person(1)),
        an_invoice("1002", party=person(2), recipient=UNPRINTABLE),
        an_invoice("1003", party=person(3)),
    )
    town.night(REMINDED)
    return town


@pytest.mark.parametrize("worth_a_pool", [200, 1])
def test_a_letter_that_cannot_be_made_holds_up_no_other(
    marred: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch, worth_a_pool: int
) -> None:
    monkeypatch.setattr(sending, "WORTH_A_POOL", worth_a_pool)
    monkeypatch.setattr(sending, "BATCH_LETTERS", 2)
    told: list[tuple[int, int]] = []
    sent = send_out(
        day=REMINDED,
        folder=folder,
        policy=sample_policy(),
        tell=lambda done, of: told.append((done, of)),
    )
    assert (sent.printed, sent.stopped, told) == (2, 0, [(2, 3), (3, 3)])
    (failure,) = sent.failures
    assert failure.public_id == one("SELECT public_id FROM letter WHERE party_id = %s", party_of(2))
    assert (failure.party, failure.template) == (party_of(2), "reminder")
    assert "NotRendered" in failure.error
    assert "could not be displayed with font" in failure.error
    assert sent.folder is not None
    assert len(index(sent.folder)) == 2
    assert one("SELECT note FROM letter_event WHERE state = 'failed'") == failure.error


def test_a_letter_that_failed_is_tried_each_night_and_noted_once_a_day(
    marred: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    first = everything_in(folder)
    before = whole_database()
    assert len(send_out(day=REMINDED, folder=folder, policy=sample_policy()).failures) == 1
    assert everything_in(folder) == first
    assert whole_database() == before
    assert len(send_out(day=NEXT, folder=folder, policy=sample_policy()).failures) == 1
    monkeypatch.setattr(sending, "_render", lambda _: b"%PDF-mended")
    sent = send_out(day=date(2025, 4, 11), folder=folder, policy=sample_policy())
    assert (sent.printed, sent.failures) == (1, [])
    assert rows(PRINTED_AND_FAILED) == [
        ("printed", REMINDED, False),
        ("failed", REMINDED, True),
        ("failed", NEXT, True),
        ("printed", date(2025, 4, 11), False),
        ("printed", REMINDED, False),
    ]


def test_a_letter_that_failed_is_stopped_when_it_is_paid(
    marred: Municipality, folder: Path
) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    marred.pay(a_payment(30_000, "1002", value_date=REMINDED), day=REMINDED)
    sent = send_out(day=NEXT, folder=folder, policy=sample_policy())
    assert (sent.printed, sent.stopped, sent.failures) == (0, 1, [])


def test_a_missing_font_is_no_fault_of_a_letter(
    town: Municipality, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(rendering, "FONTS", tmp_path / "no fonts")
        rendering._compiler.cache_clear()
        with pytest.raises(FontMissing):
            send_out(day=REMINDED, folder=folder, policy=sample_policy())
    rendering._compiler.cache_clear()
    assert rows("SELECT state FROM letter_event") == []
    assert send_out(day=REMINDED, folder=folder, policy=sample_policy()).printed == 3


def test_no_letter_leaves_twice(town: Municipality, folder: Path) -> None:
    send_out(day=REMINDED, folder=folder, policy=sample_policy())
    with pytest.raises(DatabaseError, match="letter_gone_once"), transaction.atomic():
        rows(
            "INSERT INTO letter_event (letter_id, state, day, note)"
            " SELECT letter_id, 'stopped', day, note FROM letter_event"
        )
