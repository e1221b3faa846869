"""Letters that go otherwise than on paper, what goes with letters, and copies for others.

The one rule: what lies in a folder is exactly what its index tells.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from pathlib import Path

import pytest

from reskontra.dunning.daily import BankFilesNotIn
from reskontra.formats import camt_writer, message
from reskontra.formats.camt import BankAccount
from reskontra.intake import payments
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import parse
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.outgoing.folders import INDEX
from reskontra.outgoing.send_out import Sent, send_out
from reskontra.policy.load import load_policy
from reskontra.portal.detail import invoice_values
from reskontra.records import access
from reskontra.records.views import Citizen
from tests.build import rows, run_day

STORIES = Path(__file__).parents[1] / "stories"
POLICY = load_policy(STORIES / "policies" / "union_letters")
REMINDED = date(2025, 4, 9)
HEAD = "procedure {kind}\n"
BILLED = "2025-03-03  invoice {number} {name} 500,00 due 2025-03-31{marks}\n"

DONE = "2025-04-09  -> reminder {name} {number}, pay by 2025-04-23\n"


def live(tmp_path: Path, kind: str, *billed: tuple[str, str, str]) -> Sent:
    """Bill these (number, name, marks), remind of them, and let the letters leave."""
    told = "".join(
        BILLED.format(number=number, name=name, marks=f" marks {marks}" if marks else "")
        for number, name, marks in billed
    )
    done = "".join(DONE.format(number=number, name=name) for number, name, _ in billed)
    waits = f"{REMINDED}  no letters\n"
    story = parse(HEAD.format(kind=kind) + told + waits + done, file=tmp_path / "a.story")
    files = tmp_path / "files"
    files.mkdir()
    assert not differences(story, ThroughDatabase(Cast(story, POLICY), folder=files))
    return send_out(day=REMINDED, folder=tmp_path / "print", policy=POLICY)


def index(folder: Path) -> list[dict[str, str]]:
    with (folder / INDEX).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_digital_mailbox_gets_a_message_with_the_letter(db: None, tmp_path: Path) -> None:
    sent = live(tmp_path, "by_channel", ("1001", "Anna", "digital_mailbox"))
    assert (sent.printed, sent.sent) == (0, 1)
    home = tmp_path / "print" / "2025-04-09" / "digital_mailbox"
    (pdf,) = home.glob("*.pdf")
    told = message.read(pdf.with_suffix(".json").read_text(encoding="utf-8"))
    assert (told.type, told.channel, told.files[0].name) == (
        *("reminder", "digital_mailbox"),
        pdf.name,
    )
    assert told.files[0].sha256 == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert told.payment is not None
    assert (told.payment.amount_ore, told.payment.due_date) == (50_000, date(2025, 4, 23))
    assert [row["file"] for row in index(home)] == [pdf.name]
    assert index(home.parent) == []


def test_a_text_message_says_no_more_than_is_needed(db: None, tmp_path: Path) -> None:
    sent = live(tmp_path, "by_channel", ("1001", "Anna", "has_mobile"))
    assert (sent.printed, sent.sent) == (0, 1)
    home = tmp_path / "print" / "2025-04-09" / "sms"
    (path,) = home.glob("*.json")
    told = message.read(path.read_text(encoding="utf-8"))
    assert "Betala 500,00 kr senast 2025-04-23 till bankgiro 999-1233" in told.text
    assert "Anna" not in told.text
    assert told.recipient.identity_number not in told.text
    assert not list(home.glob("*.pdf"))
    assert [(row["file"], row["name"], row["address"]) for row in index(home)] == [
        (path.name, "", "")
    ]


def test_who_cannot_be_reached_so_gets_paper(db: None, tmp_path: Path) -> None:
    live(tmp_path, "by_channel", ("1001", "Anna", ""))
    assert rows("SELECT channel, passed_channels FROM letter") == [
        ("letter", ["sms", "digital_mailbox"])
    ]
    assert [row["channel"] for row in index(tmp_path / "print" / "2025-04-09")] == ["letter"]


def test_copies_lie_beside_the_letter_and_are_counted(db: None, tmp_path: Path) -> None:
    sent = live(tmp_path, "own_words", ("1001", "Anna", ""))
    folder = tmp_path / "print" / "2025-04-09"
    letter, copy = index(folder)
    name = letter["file"].removesuffix(".pdf")
    assert letter["files"] == f"{name}.invoice_1001.pdf"
    assert (copy["file"], copy["letter"]) == (f"{name}.copy_social_services.pdf", "copy")
    assert (copy["name"], copy["address"]) == (
        "Socialtjänsten i Granvik",
        "Kyrkogatan 2, 999 10 Granvik",
    )
    assert sent.by_hand == 1, "nobody has said where the second guardian lives"
    assert {path.name for path in folder.glob("*.pdf")} == {
        *(letter["file"], letter["files"], copy["file"])
    }
    for row in (letter, copy):
        assert (folder / row["file"]).stat().st_size == int(row["bytes"])
    assert (folder / copy["file"]).read_bytes() != (folder / letter["file"]).read_bytes()


def test_a_message_names_what_it_encloses(db: None, tmp_path: Path) -> None:
    live(tmp_path, "own_words", ("1001", "Anna", "digital_mailbox"))
    home = tmp_path / "print" / "2025-04-09" / "digital_mailbox"
    (path,) = home.glob("*.json")
    told = message.read(path.read_text(encoding="utf-8"))
    assert [each.name.partition(".")[2] for each in told.files] == [
        *("pdf", "invoice_1001.pdf"),
    ]
    assert all((home / each.name).is_file() for each in told.files)
    (copy,) = index(home.parent)
    assert copy["name"] == "Socialtjänsten i Granvik", "a copy for another goes on paper"


def test_what_has_left_does_not_leave_again(db: None, tmp_path: Path) -> None:
    live(tmp_path, "by_channel", ("1001", "Anna", "has_mobile"), ("1002", "Bo", ""))
    again = send_out(day=REMINDED, folder=tmp_path / "print", policy=POLICY)
    assert again.done == 0
    assert rows("SELECT state FROM letter_event ORDER BY letter_id") == [("sent",), ("printed",)]


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("has_mobile", "Skickat 9\xa0april\xa02025 (sms). Det bör ha kommit senast 10\xa0april"),
        ("", "Skickat 9\xa0april\xa02025 (brev på papper). Det bör ha kommit senast 14\xa0april"),
    ],
)
def test_the_portal_tells_how_each_letter_went(
    db: None, tmp_path: Path, marks: str, said: str
) -> None:
    live(tmp_path, "by_channel", ("1001", "Anna", marks))
    party, public_id = rows("SELECT party_id, public_id FROM invoice WHERE number = '1001'")[0]
    citizen = Citizen(party_id=party)
    detail = access.invoice(citizen=citizen, public_id=public_id, today=REMINDED, policy=POLICY)
    page = invoice_values(detail, items=(), policy=POLICY, today=REMINDED, language="sv")
    assert page.letters[0].way.startswith(said)


def test_the_portal_shows_the_account_of_the_latest_letter(db: None, tmp_path: Path) -> None:
    path = STORIES / "union" / "letters_paid_to_another_account.story"
    story = parse(path.read_text(encoding="utf-8").split("2025-04-28")[0], file=path)
    assert not differences(story, ThroughDatabase(Cast(story, POLICY), folder=tmp_path))
    party, public_id = rows("SELECT party_id, public_id FROM invoice WHERE number = '1001'")[0]
    citizen = Citizen(party_id=party)
    today = date(2025, 4, 25)
    detail = access.invoice(citizen=citizen, public_id=public_id, today=today, policy=POLICY)
    page = invoice_values(detail, items=(), policy=POLICY, today=today, language="sv")
    assert page.pay_us is not None
    assert page.pay_us.bankgiro == "999-1241"


def test_no_night_runs_before_the_file_of_every_account_is_in(db: None, tmp_path: Path) -> None:
    live(tmp_path, "by_channel", ("1001", "Anna", ""))
    day, next_day = date(2025, 4, 10), date(2025, 4, 11)
    take_in_empty("9991233", tmp_path, day=day)
    with pytest.raises(BankFilesNotIn, match="for town 9991241"):
        run_day(next_day, POLICY)
    take_in_empty("9991241", tmp_path, day=day)
    assert run_day(next_day, POLICY).sums.closes


def take_in_empty(account: str, folder: Path, *, day: date) -> None:
    """The bank's file about an account that nobody has paid to."""
    path = folder / f"{account}.xml"
    with path.open("wb") as stream:
        bank_account = BankAccount(scheme="BGNR", number=account)
        camt_writer.write(stream, message_id=account, account=bank_account, day=day, payments=[])
    payments.take_in(path, day=day, policy=POLICY)
