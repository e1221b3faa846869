"""Collection demands are looked at once more when they are to leave.

    recheck(policy=policy, today=date(2025, 4, 25))  -> Rechecked(stopped=2, failures=[])

A demand that is no longer true does not leave: its step is undone, with what it cost, so that a
night demands the rest anew, with the right amounts and all of its time; what is held waits for its
hold to be over. The one rule: nothing is demanded that has been paid (inkassolagen (1974:182) 5 §).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import undo_parties
from reskontra.domain.leaving import Demanded, Since, Why, what_happened
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.texts import Texts
from reskontra.records import as_of, demands_leaving, undoing
from reskontra.records.demands_leaving import DemandLeaving
from reskontra.records.undoing import Part

CHANGED = Texts(
    sv="skulden ändrades innan kravet skickades", en="the debt changed before the demand was sent"
)
LATE = Texts(
    sv="kravet hann inte skickas den dag det skrevs",
    en="the demand did not leave on the day that it was written",
)
HELD = Texts(sv="kravet skickades inte: {kind}", en="the demand was not sent: {kind}")


@dataclass(slots=True, kw_only=True)
class Rechecked:
    """What became of demands that were no longer true."""

    stopped: int = 0
    failures: list[str] = field(default_factory=list)
    """Demands that a person must see to, and why."""
    undone: set[int] = field(default_factory=set)
    """Invoices whose demand was undone: letters to others who owe them went with it."""


def recheck(*, policy: Policy, today: date) -> Rechecked:
    """Stop every demand that may not leave as it is, each in a transaction of its own."""
    result = Rechecked()
    with connections["default"].cursor() as cursor:
        for demand in demands_leaving.waiting(cursor, until=today):
            if result.undone.issuperset(demand.invoices):
                continue
            with transaction.atomic():
                _look(cursor, demand, result, policy=policy, today=today)
    return result


def _look(
    cursor: CursorWrapper, demand: DemandLeaving, result: Rechecked, *, policy: Policy, today: date
) -> None:
    wanted = as_of.Wanted.invoices(demand.invoices, asking=asking(policy))
    demanded, asked_ore = [], dict(zip(demand.invoices, demand.open_ore, strict=True))
    for loaded in as_of.load(cursor, wanted):
        ruled = under_rules(loaded.claim, policy, today=today)
        step = next((it for it in ruled.procedure.steps if it.name == demand.step), None)
        if step is None:
            continue
        ore = asked_ore[loaded.claim.key]
        demanded.append(Demanded(claim=ruled.claim, step=step, open_ore=ore))
    since = what_happened(demanded, written_on=demand.day, today=today, anew=not demand.sent_again)
    if since is None:
        return
    reason, number = words(since, policy).sv, demanded[0].claim.number
    if demand.sent_again or demand.run is None:
        undoing.stop_letters(cursor, [demand.letter], day=today, note=reason)
        result.failures.append(f"{number}: {reason}")
    else:
        _undo(cursor, demand, (number, reason), result, policy=policy, today=today)
    result.stopped += 1


def _undo(
    cursor: CursorWrapper,
    demand: DemandLeaving,
    why: tuple[str, str],
    result: Rechecked,
    *,
    policy: Policy,
    today: date,
) -> None:
    """The step counts as not taken; when a later one rests on it, a person must see to it."""
    assert demand.run is not None
    number, reason = why
    part = Part(
        run=demand.run, creditor=demand.creditor, procedure=demand.procedure, step=demand.step
    )
    anew = today + timedelta(days=1)
    key = undoing.begin(
        cursor, part, day=today, not_before=anew, reason=reason, by=demands_leaving.RECHECK
    )
    # Several demands of a day are undone by one decision, each for its own reason.
    decided = replace(undoing.decision(cursor, key), reason=reason)
    undone = undo_parties.undo(cursor, [demand.party], part, decided, policy=policy)
    if not undone.steps:
        undoing.stop_letters(cursor, [demand.letter], day=today, note=reason)
        result.failures.append(f"{number}: {reason}")
    result.undone.update(demand.invoices)


def words(since: Since, policy: Policy) -> Texts:
    """Why a demand did not leave, for the letter's row and for the step that is undone."""
    match since.why:
        case Why.HELD:
            kind = policy.hold_kinds.get(since.kind, Texts(sv=since.kind, en=since.kind))
            return Texts(
                sv=HELD.sv.format(kind=kind.sv.lower()), en=HELD.en.format(kind=kind.en.lower())
            )
        case Why.CHANGED:
            return CHANGED
        case Why.LATE:
            return LATE
