"""What becomes of an early notice that the mail server does not take, or that a killed night sent.

The one rule: what did not arrive is told and not lost, and nothing is ever sent twice.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings

from reskontra.nightly import early_notices as telling
from reskontra.records import early_notices
from reskontra.records.access import own_notices
from tests.build import an_invoice, person, rows
from tests.conftest import DATA
from tests.nightly.mailbox import Mailbox
from tests.nightly.noticing import FIVE_BEFORE, address, choose, pay, tell, two_persons


def test_what_was_paid_before_it_could_leave_is_not_told(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    town = two_persons(tmp_path)
    choose(1)
    with override_settings(EMAIL_PORT=1):
        done = tell(FIVE_BEFORE)
    assert done.sent.down == "ConnectionRefusedError"
    assert done.failed, "the night ends red"
    pay(town)
    assert tell(FIVE_BEFORE + timedelta(days=1)).sent.stopped == 1
    assert mailbox.taken == []


def test_what_the_server_did_not_take_waits_and_is_told(
    db: None, tmp_path: Path, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    two_persons(tmp_path)
    choose(1)
    choose(2)
    mailbox.answers = {address(1): f"451 {address(1)}: try again later"}
    done = tell(FIVE_BEFORE)
    assert (done.sent.sent, done.sent.failed, done.failed) == (1, 1, True)
    for line in telling.told(done):
        print(line)
    assert "RED: notices not taken by the mail server: 1" in capsys.readouterr().out
    assert waiting(FIVE_BEFORE) == [("1001", "failed")]
    mailbox.answers = {}
    assert tell(FIVE_BEFORE).sent.sent == 1
    assert waiting(FIVE_BEFORE) == []


def test_an_address_that_does_not_exist_is_not_written_to_again(
    db: None,
    tmp_path: Path,
    mailbox: Mailbox,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    town = two_persons(tmp_path)
    me = choose(1)
    mailbox.answers = {address(1): f"550 no such mailbox {address(1)}"}
    assert tell(FIVE_BEFORE).sent.refused == 1
    town.bill(an_invoice("1003", party=person(1), due=date(2025, 4, 16)))
    assert tell(FIVE_BEFORE + timedelta(days=2)).chosen == 0
    assert waiting(FIVE_BEFORE) == [("1001", "refused")]
    held = own_notices.standing(citizen=me, today=FIVE_BEFORE).held
    assert held is not None
    assert held.refused_on == FIVE_BEFORE, "the person is told where they chose it"
    written = " ".join(text for (text,) in rows("SELECT note FROM early_notice_event"))
    for said in (*capsys.readouterr(), caplog.text, written):
        assert address(1) not in said


def waiting(day: date) -> list[tuple[str, str]]:
    """What the office's list says: the invoice, and what went wrong."""
    with connections["default"].cursor() as cursor:
        found = early_notices.troubled(cursor, day=day, limit=9, offset=0)
        assert early_notices.troubled_count(cursor, day=day) == len(found)
    return [(each.number, each.words) for each in found]


def test_a_night_killed_while_the_server_takes_it_never_sends_it_again(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    """The process is really killed, by the server, when it has the e-mail and has not said so."""
    two_persons(tmp_path)
    choose(1)
    command = [sys.executable, "-m", "reskontra.nightly.cli", "nightly", "--day"]
    night = [*command, f"{FIVE_BEFORE}", "--without-bank-files", "a test's own town"]
    with subprocess.Popen(night, env=_environment(), stdout=subprocess.DEVNULL) as process:
        mailbox.then = process.kill
    assert process.returncode == -signal.SIGKILL
    assert len(mailbox.taken) == 1
    mailbox.then = lambda: None
    again = subprocess.run(night, env=_environment(), capture_output=True, text=True, check=False)
    assert len(mailbox.taken) == 1
    assert "perhaps sent: 1; never sent again" in again.stdout
    assert waiting(FIVE_BEFORE) == [("1001", "handed")]


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "RESKONTRA_DATA": str(DATA),
        "RESKONTRA_MAIL_HOST": "127.0.0.1",
        "RESKONTRA_MAIL_PORT": f"{settings.EMAIL_PORT}",
        "RESKONTRA_MAIL_FROM": settings.DEFAULT_FROM_EMAIL,
    }
