"""The agency's messages in any order, twice, and killed at any commit: the same books, one payee.

Whom to pay is asked after each file, and of what every commit leaves when the next is never made.
The one rule: a crash is the rollback of the transaction that was about to be committed; the life
then goes on from its beginning, as a process that is started again does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from itertools import count as counted
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.casework.agency_payouts import settle_found
from reskontra.casework.agency_steps import take_steps
from reskontra.intake import returns
from reskontra.records import agency_messages, handovers
from reskontra.records.check import CHECKS, run_check
from reskontra.records.detail import detail_of
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    a_message,
    handover_of,
    registered,
)
from tests.build import ledger, open_ore, rows, sample_policy, taken_back_afterwards

ORDERS = 4
FILES = 5


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims at the agency."""
    place = a_handed_over_town(tmp_path)
    place.send(HANDED_OVER)
    return place


def everything() -> list[dict[str, Any]]:
    """A whole life at the agency, of which any part may come at any time."""
    by_case = {"reference": None, "case_number": "77-1001"}
    return [
        registered(),
        a_message("demand", pay_by=f"{LATER + timedelta(days=10)}"),
        a_message("cost", cost_ore=18_000),
        a_message("assessment", ability="weak", course="installment_plan"),
        a_message("payment", message="p1", principal_ore=12_000, agency_ore=18_000),
        a_message("payment", message="p2", principal_ore=15_000, **by_case),
        a_message("payment", message="p3", interest_ore=9_000),
        a_message("taken_back", message="b2", payment="p2", **by_case),
        a_message("state", text="Delbetalad"),
        a_message(
            "payout",
            message="u1",
            reference=None,
            amount_ore=20_000,
            kept_ore=1_000,
            payment_reference="U-7",
        ),
        a_message("closed", reason="returned"),
    ]


def chance(*what: object) -> str:
    """A place in a shuffled order."""
    return sha256(repr(what).encode()).hexdigest()


class Killed(Exception):  # noqa: N818 - it stands for the power going
    """The process is killed just before it commits."""


@contextmanager
def counting_commits(
    monkeypatch: pytest.MonkeyPatch, *, killed_at: int | None = None
) -> Iterator[Callable[[], int]]:
    """How many commits there have been; the one with that number is never made."""
    leave = transaction.Atomic.__exit__
    count = 0

    def leaving(
        self: transaction.Atomic,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        nonlocal count
        if kind is None:
            count += 1
            if count == killed_at:
                death = Killed()
                leave(self, Killed, death, None)
                raise death
        leave(self, kind, error, trace)

    with monkeypatch.context() as patched:
        patched.setattr(transaction.Atomic, "__exit__", leaving)
        yield lambda: count


def live(place: AtTheAgency, files: list[Path]) -> None:
    """Take in file by file, as each day's nights do; one is to be paid at every moment."""
    for file in files:
        returns.take_in(file, day=LATER, policy=sample_policy())
        one_payee()
        take_steps(policy=sample_policy(), today=LATER)
        settle_found(today=LATER)
        one_payee()


def one_payee() -> None:
    """The page tells to pay the agency or us, as the rows say, and never both."""
    found = handover_of("1001")
    with connections["default"].cursor() as cursor:
        detail = detail_of(cursor, found.invoice, today=LATER, asking=())
    ended = rows("SELECT 1 FROM handover_event WHERE kind IN ('recall_asked', 'closed')")
    assert (detail.handover is None) is bool(ended) is not found.pays_agency
    assert detail.claim.handed_over is found.pays_agency


def what_it_came_to() -> dict[str, Any]:
    """The books, where the claim stands, what waits and what happened.

    Not the steps: one that we hear of after the money is told on the hand-over alone.
    """
    found = handover_of("1001")
    with connections["default"].cursor() as cursor:
        waiting = [each.reason for each in agency_messages.waiting(cursor)]
        looked = handovers.to_look_at(cursor, day=LATER)
    return {
        "ledger": {account: ore for account, ore in ledger().items() if ore},
        "open": open_ore("1001"),
        "state": found.state,
        "case": found.case_number,
        "waiting": sorted(waiting),
        "looked": bool(looked),
        "events": sorted(rows("SELECT kind, day, text, agency_ore FROM handover_event")),
        "payouts": rows("SELECT payment_reference, amount_ore FROM agency_payout"),
        "faults": [fault for check in CHECKS for fault in run_check(check)],
    }


@pytest.mark.parametrize("seed", range(ORDERS))
def test_any_order_twice_and_killed_at_any_commit_ends_alike(
    place: AtTheAgency, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    messages = everything()
    with taken_back_afterwards():
        live(place, [place.file(*messages)])
        wanted = what_it_came_to()
    assert wanted["faults"] == []
    assert wanted["waiting"] == []
    turns = counted()
    order = sorted([*messages, *messages], key=lambda each: chance(seed, next(turns), each))
    files = [place.file(*order[at::FILES]) for at in range(FILES)]
    with taken_back_afterwards(), counting_commits(monkeypatch) as commits:
        live(place, files)
        found = what_it_came_to()
        assert {key: found[key] for key in wanted if found[key] != wanted[key]} == {}
        last = commits()
    assert last >= 2 * FILES
    for killed_at in range(1, last + 1):
        with taken_back_afterwards():
            with (
                pytest.raises(Killed),
                counting_commits(monkeypatch, killed_at=killed_at),
            ):
                live(place, files)
            # What the last commit before the crash left is what a citizen may see for hours.
            one_payee()
            live(place, files)
            found = what_it_came_to()
            differs = {key: found[key] for key in wanted if found[key] != wanted[key]}
            assert differs == {}, f"killed at commit {killed_at}"
