"""An undoing that is cut off anywhere is run again, and ends as one that was left in peace.

The one rule: each party's part is one transaction; what was done is not done twice.
"""

from __future__ import annotations

import os
import signal
import time
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from reskontra.casework import undo_night
from reskontra.casework.undo_night import Order
from reskontra.outgoing.send_out import send_out
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    REMINDED,
    a_municipality,
    a_payment,
    an_invoice,
    person,
    rows,
    sample_policy,
)

POLICY = sample_policy()
TODAY = date(2025, 4, 14)


def die_at(place: int) -> None:
    """Let this process die at its commit in this place, just before it."""
    commit, commits = BaseDatabaseWrapper._commit, count(1)

    def _commit(self: BaseDatabaseWrapper) -> None:
        if next(commits) == place:
            os.kill(os.getpid(), signal.SIGKILL)
        commit(self)

    BaseDatabaseWrapper._commit = _commit


def undone_in_a_child(place: int) -> bool:
    """Undo it in a process of its own that dies at a commit; whether it came to its end."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            die_at(place)
            undo()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    _until_its_session_is_gone()
    assert status in {0, signal.SIGKILL}
    return status == 0


def _until_its_session_is_gone() -> None:
    """The server may notice a moment later that whoever held the lock has died."""
    while rows(
        "SELECT FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    ):
        time.sleep(0.05)


def undo() -> None:
    order = Order(
        night=REMINDED,
        reason="fel",
        by="A. Ek",
        today=TODAY,
        not_before=date(2025, 4, 16),
        policy=POLICY,
    )
    undo_night.undo(order, confirm=len(undo_night.look(order).steps))


def told() -> list[tuple[object, ...]]:
    """What an undoing leaves, by what the world calls it."""
    return [
        *rows(
            "SELECT i.number, t.step, u.day, u.reason FROM step_undone u JOIN step_taken t"
            " ON t.id = u.step_taken_id JOIN invoice i ON i.id = u.invoice_id ORDER BY 1, 2"
        ),
        *rows(
            "SELECT i.number, e.kind, e.debit, e.credit, e.amount_ore, e.value_date FROM entry e"
            " JOIN invoice i ON i.id = e.invoice_id ORDER BY 1, 2, 3, 4, 5"
        ),
        *rows(
            "SELECT l.party_id, e.state FROM letter_event e JOIN letter l ON l.id = e.letter_id"
            " ORDER BY 1, 2"
        ),
        *rows("SELECT party_id, template, day, total_ore FROM letter ORDER BY 1, 2, 3, 4"),
        *rows(
            "SELECT i.number, s.open_ore, s.next_look_on FROM claim_state s"
            " JOIN invoice i ON i.id = s.invoice_id ORDER BY 1"
        ),
        *rows("SELECT count(*) FROM undoing"),
    ]


def live(folder: Path, place: int) -> bool:
    """The wrong night, and its undoing, killed at a commit and run again; whether it was."""
    town = a_municipality(folder)
    town.bill(
        *(
            an_invoice(f"{1000 + each}", party=person(each), kind="rent", amount_ore=500_000)
            for each in range(1, 5)
        )
    )
    town.night(REMINDED)
    send_out(day=REMINDED, folder=folder, policy=POLICY)
    town.pay(a_payment(3_000, "1001", value_date=REMINDED), day=REMINDED)
    if undone_in_a_child(place):
        return False
    undo()
    return True


def test_cut_off_at_any_commit_it_ends_the_same(
    schema: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_night, "CHUNK_PARTIES", 2)
    from tests.conftest import empty

    lives, cut = [], True
    for place in count(1):
        if not cut:
            break
        empty()
        folder = tmp_path / f"{place}"
        folder.mkdir()
        cut = live(folder, place)
        assert [fault for check in CHECKS for fault in run_check(check)] == []
        lives.append(told())
    assert len(lives) == 4
    assert all(each == lives[-1] for each in lives)
