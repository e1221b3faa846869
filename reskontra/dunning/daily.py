"""One day, lived once: for each chunk of parties load, plan and record, in one transaction.

    report = run(Order(day=date(2025, 4, 9), policy=policy))
    report.sums.closes  -> True

A chunk commits whole or not at all, and what it did is no longer due; so a day that is killed
goes on where it was, and a day that is run twice does nothing the second time. A party that
cannot be worked is set aside with its error, and the run ends red.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.calendar import previous_banking_day
from reskontra.domain.night import Loaded, Plan, plan
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, comes_in_force
from reskontra.dunning import words
from reskontra.dunning.record import record
from reskontra.dunning.run_frame import Night
from reskontra.dunning.side_by_side import work_all
from reskontra.records import as_of, claim_states, parties, runs, steps
from reskontra.records.runs import Failure, RunSums

CHUNK_PARTIES = 1_000
"""Large enough that a statement's own cost is spread thin, small enough to be held in memory."""


class BankFilesNotIn(Refused):
    """{day} cannot run: no bank file up to {until} is in for {creditors}.

    Somebody who has paid would be reminded. Read the file with `reskontra intake`, or, when there
    is none to come, run with `--without-bank-files "why, and who says so"`; it is recorded.
    """

    swedish = (
        "{day} kan inte köras: ingen bankfil till och med {until} är inläst för {creditors}. "
        "Någon som har betalat skulle få en påminnelse. Läs in filen med `reskontra intake`, eller "
        'kör med `--without-bank-files "varför, och vem som säger det"`, vilket sparas.'
    )


class DayHasPassed(Refused):
    """{day} cannot run: {latest} has run already, and nothing is backdated.

    What was due on {day} was done on {latest}, or waits for its day.
    """

    swedish = (
        "{day} kan inte köras: {latest} är redan körd, och inget dateras bakåt. Det som skulle ha "
        "gjorts {day} gjordes {latest} eller väntar på sin dag."
    )


class AnotherRunIsOn(Refused):
    """Another nightly run is working in this database; wait until it has ended."""

    swedish = "En annan nattkörning pågår i databasen. Vänta tills den är klar."


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to run, and how to tell of it."""

    day: date
    policy: Policy
    dry_run: bool = False
    without_bank_files: str = ""
    """Who lets the day run without its bank files, and why; empty when nobody does."""
    tell: Callable[[int, int], None] = lambda done, of: None
    """Called with parties done and parties in all."""


@dataclass(slots=True, kw_only=True)
class Report:
    """What a run came to."""

    day: date
    sums: RunSums
    letters: Counter[str] = field(default_factory=Counter)
    """Letters written now, by template."""
    failures: tuple[Failure, ...] = ()


def run(order: Order) -> Report:
    """Live the day. Refused when its bank files are not in, or when another run is on."""
    with connections["default"].cursor() as cursor, _only_run(cursor):
        _refuse_the_past(cursor, order.day)
        missing = _bank_files_missing(cursor, order)
        if order.dry_run:
            # Begun like the run, so that a changed rule is seen, and then as if it never was.
            with transaction.atomic():
                _begin(cursor, order, missing)
                rehearsed = _rehearse(cursor, order)
                transaction.set_rollback(True)
            return rehearsed
        with transaction.atomic():
            night = _begin(cursor, order, missing)
        due = runs.due_parties(cursor, day=order.day)
        letters = work_all(
            [chunk for _, chunk in _chunks(due)],
            partial(_work, night=night),
            cursor=cursor,
            tell=lambda done: order.tell(done, len(due)),
        )
        with transaction.atomic():
            runs.finish(cursor, run=night.run)
        return Report(
            day=order.day,
            sums=runs.sums(cursor, run=night.run),
            letters=sum(letters, Counter()),
            failures=runs.failures(cursor, run=night.run),
        )


@contextmanager
def _only_run(cursor: CursorWrapper) -> Iterator[None]:
    if not runs.take_turns(cursor):
        raise AnotherRunIsOn
    try:
        yield
    finally:
        runs.end_turn(cursor)


def _refuse_the_past(cursor: CursorWrapper, day: date) -> None:
    latest = runs.latest_day(cursor)
    if latest is not None and day < latest:
        raise DayHasPassed(day=day, latest=latest)


def _bank_files_missing(cursor: CursorWrapper, order: Order) -> str:
    """What the run goes without, in words to be recorded; refused unless somebody lets it."""
    until = previous_banking_day(order.day)
    accounts = {code: each.bankgiros for code, each in order.policy.creditors.items()}
    missing = runs.bank_files_missing(cursor, accounts=accounts, until=until)
    if not missing:
        return ""
    named = ", ".join(missing)
    if not order.without_bank_files:
        raise BankFilesNotIn(day=order.day, until=until, creditors=named)
    return f"{named} up to {until}: {order.without_bank_files}"


def _begin(cursor: CursorWrapper, order: Order, missing: str) -> Night:
    policy = order.policy
    creditors = parties.creditors(cursor, list(policy.creditors))
    latest = runs.latest_day(cursor) or date.min
    for creditor in policy.creditors.values():
        steps.keep_campaigns(cursor, creditor, creditors[creditor.code], day=order.day)
        if comes_in_force(creditor, after=latest, until=order.day):
            claim_states.look_again(cursor, creditor=creditors[creditor.code], on=order.day)
    procedures = [p for creditor in policy.creditors.values() for p in creditor.procedures]
    return Night(
        run=runs.begin(cursor, day=order.day, without_bank_files=missing),
        day=order.day,
        policy=policy,
        creditors=creditors,
        rules=steps.keep_rules(cursor, procedures, creditors, day=order.day),
        senders={code: words.sender_of(creditor) for code, creditor in policy.creditors.items()},
    )


def _chunks(due: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for start in range(0, len(due), CHUNK_PARTIES):
        chunk = due[start : start + CHUNK_PARTIES]
        yield start + len(chunk), chunk


def _work(cursor: CursorWrapper, chunk: Sequence[int], *, night: Night) -> Counter[str]:
    """Work a chunk whole; when that fails, party by party, setting aside those that fail."""
    try:
        return _work_together(cursor, chunk, night)
    except Exception:
        letters: Counter[str] = Counter()
        for party in chunk:
            letters += _work_alone(cursor, party, night)
        return letters


def _work_alone(cursor: CursorWrapper, party: int, night: Night) -> Counter[str]:
    try:
        return _work_together(cursor, [party], night)
    except Exception as error:
        with transaction.atomic():
            failure = _failure(cursor, party, night.day, error)
            runs.add_failure(cursor, run=night.run, failure=failure)
        return Counter()


def _failure(cursor: CursorWrapper, party: int, day: date, error: Exception) -> Failure:
    loaded = _load(cursor, [party], day, ())
    claims = sum(1 for each in loaded if each.next_look_on and each.next_look_on <= day)
    return Failure(party=party, claims=claims, error=f"{type(error).__name__}: {error}")


def _work_together(cursor: CursorWrapper, chunk: Sequence[int], night: Night) -> Counter[str]:
    with transaction.atomic():
        claim_states.lock_parties(cursor, list(chunk))
        loaded = _load(cursor, chunk, night.day, asking(night.policy))
        result = plan(loaded, policy=night.policy, today=night.day)
        record(cursor, result, night)
        runs.mend(cursor, run=night.run, parties=chunk)
    return _letters(result)


def _load(
    cursor: CursorWrapper, chunk: Sequence[int], day: date, asks: Sequence[str]
) -> list[Loaded]:
    return as_of.load(cursor, as_of.Wanted.due(parties=chunk, day=day, asking=asks))


def _letters(result: Plan) -> Counter[str]:
    letters = Counter(bundle.step.letter for bundle in result.bundles)
    letters["invoice"] += len(result.interest) + len(result.fees)
    return +letters


def _rehearse(cursor: CursorWrapper, order: Order) -> Report:
    """The same day, planned and not recorded."""
    outcomes: Counter[tuple[str, str]] = Counter()
    letters: Counter[str] = Counter()
    failures: list[Failure] = []
    selected = 0
    due = runs.due_parties(cursor, day=order.day)
    for done, chunk in _chunks(due):
        plans, failed = _rehearse_chunk(cursor, chunk, order)
        failures += failed
        for result in plans:
            selected += result.selected
            outcomes += result.outcomes
            letters += _letters(result)
        order.tell(done, len(due))
    failed_claims = sum(each.claims for each in failures)
    sums = RunSums(selected=selected + failed_claims, outcomes=dict(outcomes), failed=failed_claims)
    return Report(day=order.day, sums=sums, letters=letters, failures=tuple(failures))


def _rehearse_chunk(
    cursor: CursorWrapper, chunk: Sequence[int], order: Order
) -> tuple[list[Plan], list[Failure]]:
    """Plan a chunk whole; when that fails, party by party, as the run itself does."""
    try:
        return [_imagine(cursor, chunk, order)], []
    except Exception:
        plans, failures = [], []
        for party in chunk:
            try:
                plans.append(_imagine(cursor, [party], order))
            except Exception as error:
                failures.append(_failure(cursor, party, order.day, error))
        return plans, failures


def _imagine(cursor: CursorWrapper, chunk: Sequence[int], order: Order) -> Plan:
    with transaction.atomic():
        loaded = _load(cursor, chunk, order.day, asking(order.policy))
        return plan(loaded, policy=order.policy, today=order.day)
