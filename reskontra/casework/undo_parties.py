"""What of a night is undone for some parties, all in the transaction of the caller.

    plan = planned(cursor, steps, policy=policy, today=day)  -> what can be undone, and what is not
    undo(cursor, [4, 7], part, decided, policy=policy)       -> Undone(steps=2, stopped=1, ...)

The one rule: a step that a later night has built on is left standing, with its letter's other
steps, until that night is undone; what others have reported on its ground goes with it. Every step
of a claim that was sold is left standing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import apology
from reskontra.domain.claim import HAND_OVER, Claim
from reskontra.domain.ledger import RECEIVABLE_OF
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.undoing import resting_on, undone
from reskontra.records import as_of, claim_states, corrections, handovers, parties, undoing
from reskontra.records.claim_states import Change
from reskontra.records.handovers import Handover
from reskontra.records.invoices import lock_one_to_correct
from reskontra.records.post import NewEntry, Occasion, carried_out, post
from reskontra.records.undoing import Decision, Done, LetterDone, Part

RECALLED = "undone"
"""Why a claim is called back from an agency."""
WAITING, SENT = "waiting", "sent"
"""Whether a letter has left."""
_OWED = frozenset(RECEIVABLE_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A step that is left standing: by the later one that rests on it, or by the claim's sale."""

    number: str
    step: str
    later: str
    later_day: date
    sold: bool = False
    """The later one sold the claim: what an agency owns is not ours to take back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What can be undone of some parties' steps."""

    steps: tuple[Done, ...]
    left: tuple[Left, ...]
    letters: tuple[LetterDone, ...]
    handovers: tuple[Handover, ...]
    claims: Mapping[int, Claim]
    procedures: Mapping[int, Procedure]


@dataclass(slots=True, kw_only=True)
class Undone:
    """What was undone, in numbers."""

    steps: int = 0
    stopped: int = 0
    """Letters that had not left."""
    apologies: int = 0
    recalled: int = 0
    withdrawn: int = 0
    """Our own invoices."""

    def add(self, other: Undone) -> None:
        """Count another chunk too."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


@dataclass(slots=True, kw_only=True)
class _Sorted:
    """Steps that go, and what is left of the letters and claims that others rest on."""

    going: list[Done] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    stuck: set[int] = field(default_factory=set)
    """Invoices whose steps are left."""


def planned(
    cursor: CursorWrapper, steps: Sequence[Done], *, policy: Policy, today: date
) -> Planned:
    """What can be undone of these steps, which are of one run and stand."""
    invoices = sorted({step.invoice for step in steps})
    wanted = as_of.Wanted.invoices(invoices, asking=asking(policy))
    claims = {each.claim.key: each.claim for each in as_of.load(cursor, wanted)}
    procedures = {
        key: under_rules(claim, policy, today=today).procedure for key, claim in claims.items()
    }
    found = _sort(steps, undoing.standing(cursor, invoices), claims, procedures)
    stuck = {step.letter for step in steps if step.invoice in found.stuck and step.letter}
    going = tuple(
        step for step in found.going if step.invoice not in found.stuck and step.letter not in stuck
    )
    letters = undoing.letters(cursor, {step.letter for step in going if step.letter is not None})
    given = [step.invoice for step in going if step.run is not None]
    day = steps[0].day if steps else date.min
    return Planned(
        steps=going,
        left=tuple(found.left),
        letters=tuple(letters),
        handovers=tuple(
            each for each in handovers.of_day(cursor, given, day) if _hands_over(each, going)
        ),
        claims=claims,
        procedures=procedures,
    )


def _hands_over(handover: Handover, going: Sequence[Done]) -> bool:
    return any(
        step.invoice == handover.invoice and step.step.startswith("hand_over") for step in going
    )


def _sort(
    steps: Sequence[Done],
    standing: Mapping[int, Sequence[Done]],
    claims: Mapping[int, Claim],
    procedures: Mapping[int, Procedure],
) -> _Sorted:
    found = _Sorted()
    mine: defaultdict[int, list[Done]] = defaultdict(list)
    for step in steps:
        mine[step.invoice].append(step)
    for invoice, own in mine.items():
        if claims[invoice].transferred:
            found.stuck.add(invoice)
            found.left += _sold(own, standing[invoice])
            continue
        names = {step.step for step in own}
        rests = resting_on(claims[invoice], procedures[invoice], names)
        later = [step for step in standing[invoice] if step.step in rests]
        found.going += [*own, *(step for step in later if step.run is None)]
        for other in (step for step in later if step.run is not None):
            found.stuck.add(invoice)
            found.left += [
                Left(number=step.number, step=step.step, later=other.step, later_day=other.day)
                for step in own
            ]
    return found


def _sold(own: Sequence[Done], standing: Sequence[Done]) -> list[Left]:
    """All of a claim's steps are left when an agency has taken it over as its own."""
    sale = [step for step in standing if step.step.startswith(HAND_OVER)][-1]
    return [
        Left(number=step.number, step=step.step, later=sale.step, later_day=sale.day, sold=True)
        for step in own
    ]


def foresee(
    cursor: CursorWrapper, plan: Planned, letters: Counter[str], booked_ore: Counter[str]
) -> None:
    """Count the plan's letters by whether they have left, and add up what its steps booked."""
    letters.update(SENT if each.left else each.state or WAITING for each in plan.letters)
    for entries in undoing.booked_by(cursor, plan.steps).values():
        for entry in entries:
            booked_ore[entry.kind] += entry.amount_ore


def undo(
    cursor: CursorWrapper,
    whose: Sequence[int],
    part: Part,
    decided: Decision,
    *,
    policy: Policy,
) -> Undone:
    """Undo what stands of that part of the run for these parties."""
    claim_states.lock_parties(cursor, list(whose))
    steps = undoing.of_run(cursor, part, parties=whose)
    claim_states.lock(cursor, sorted({step.invoice for step in steps}))
    plan = planned(cursor, steps, policy=policy, today=decided.day)
    if not plan.steps:
        return Undone()
    creditors = parties.creditors(cursor, sorted({step.creditor for step in plan.steps}))
    undoing.stop_letters(
        cursor,
        [each.key for each in plan.letters if not each.state],
        day=decided.day,
        note=decided.reason,
    )
    undoing.add(cursor, decided, plan.steps)
    _reverse(cursor, plan, decided, creditors)
    for handover in plan.handovers:
        if handover.pays_agency:
            handovers.call_back(cursor, handover, reason=RECALLED, day=decided.day)
    withdrawn = _withdraw(cursor, plan, decided, creditors)
    _look_at_others(cursor, plan, decided, creditors, policy)
    letters = undoing.letters(cursor, [each.key for each in plan.letters])
    sent = [each for each in letters if each.left]
    apology.write(cursor, sent, decided, policy=policy)
    return Undone(
        steps=len(plan.steps),
        stopped=sum(each.state == "stopped" for each in letters),
        apologies=len(sent),
        recalled=len(plan.handovers),
        withdrawn=withdrawn,
    )


def _occasion(creditor: int, decided: Decision) -> Occasion:
    return Occasion(
        creditor=creditor,
        value_date=decided.day,
        booking_date=decided.day,
        cause=decided.reason,
    )


def _reverse(
    cursor: CursorWrapper, plan: Planned, decided: Decision, creditors: Mapping[str, int]
) -> None:
    """Undo what the steps booked, and look at every claim the next night."""
    before = undoing.entries(cursor, list(plan.claims))
    booked = undoing.booked_by(cursor, plan.steps)
    mine: defaultdict[int, list[Done]] = defaultdict(list)
    for step in plan.steps:
        mine[step.invoice].append(step)
    new: list[NewEntry] = []
    changes: dict[int, Change] = {}
    for invoice, steps in mine.items():
        occasion = _occasion(creditors[steps[0].creditor], decided)
        of_steps = [entry for step in steps for entry in booked.get(step.key, ())]
        order = plan.procedures[invoice].allocation
        entries = undone(before.get(invoice, ()), of_steps, order=order)
        moved_ore = 0
        for entry in entries:
            new.append(carried_out(occasion, entry, invoice=invoice))
            moved_ore += entry.amount_ore * ((entry.debit in _OWED) - (entry.credit in _OWED))
        changes[invoice] = Change(moved_ore, decided.day)
    post(cursor, new)
    claim_states.move(cursor, changes)


def _withdraw(
    cursor: CursorWrapper, plan: Planned, decided: Decision, creditors: Mapping[str, int]
) -> int:
    """Withdraw the invoices that we made ourselves that night; how many."""
    count = 0
    for letter in plan.letters:
        if letter.own_invoice is None:
            continue
        creditor = creditors[letter.creditor]
        found = lock_one_to_correct(cursor, creditor=creditor, invoice=letter.own_invoice)
        if found.given_up_ore < found.billed_ore:
            corrections.withdraw(cursor, found, _occasion(creditor, decided))
            count += 1
    return count


def _look_at_others(
    cursor: CursorWrapper,
    plan: Planned,
    decided: Decision,
    creditors: Mapping[str, int],
    policy: Policy,
) -> None:
    """What else the parties owe may depend on the steps that were undone."""
    for code, creditor in creditors.items():
        if policy.creditors[code].asks_party:
            mine = [step.invoice for step in plan.steps if step.creditor == code]
            claim_states.look_at_parties_of(cursor, mine, creditor=creditor, on=decided.day)
