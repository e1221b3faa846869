"""Every day of a story is lived in a world, and what differs from the story is told.

    differences(story, Pure(cast))  -> ()   or each line that did not happen, or was not told

A world takes what is given, runs its nights and answers. The one rule: exactly the story's lines
and no others, so that a story also says what must not happen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, get_args

from reskontra.domain.claim import Claim
from reskontra.domain.dunning import Act, Outcome, Stopped, Wait, assess
from reskontra.domain.interest import late_interest, principal_spans
from reskontra.domain.refunding import refund_interest
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import under_rules
from reskontra.domain.status import statuses
from reskontra.domain.step import PAID
from reskontra.nightly.stories.line import AskedLine
from reskontra.nightly.stories.more_time import say_more_time
from reskontra.nightly.stories.notation import (
    Credited,
    Decided,
    Did,
    Event,
    Form,
    Given,
    InvoiceSent,
    Money,
    NoRun,
    Question,
    Withdrawn,
    kronor,
    step_words,
)
from reskontra.nightly.stories.story import Story

Asked = Question | AskedLine


class World(Protocol):
    """Where a story is lived."""

    @property
    def policy(self) -> Policy:
        """The rules in force."""

    def give(self, day: date, given: Sequence[Given]) -> None:
        """What the world and people do on the day, in their order."""

    def live_night(self, day: date) -> None:
        """The night of the day runs."""

    def did(self) -> Iterable[tuple[date, Did]]:
        """Everything that the system did, on its days."""

    def claim(self, number: str) -> Claim:
        """The invoice as it stands now, with what its party owes the creditor else."""

    def agency(self, number: str) -> str:
        """The name of the agency that has the invoice; empty when none has."""

    def answered(self, question: AskedLine, today: date) -> AskedLine:
        """The question of an area with the answer that the world gives."""

    def sees(self, name: str, number: str, *, today: date) -> str:
        """The list where the party sees the invoice: unpaid, paid or not."""

    def unmatched_ore(self) -> int:
        """Money that waits for a person."""

    def books(self) -> str:
        """`balance`, or what is wrong with the books."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A line that one side has and the other has not; `line` is 0 when the story has it not."""

    day: date
    line: int
    text: str
    instead: str = ""
    """The answer that a question got."""


def differences(story: Story, world: World) -> tuple[Difference, ...]:
    """Live the story in the world, and tell what differs, in order of day."""
    answers = tuple(_live(story, world))
    found = [*_wrong_answers(answers), *_wrong_deeds(story, world.did())]
    return tuple(sorted(found, key=lambda each: (each.day, each.line)))


def _live(story: Story, world: World) -> Iterator[tuple[int, date, Asked, Asked]]:
    """Every day: what is given, the night, and then the questions with their answers."""
    lines: defaultdict[date, list[tuple[int, Event]]] = defaultdict(list)
    for line in story.lines:
        lines[line.day].append((line.line, line.event))
    day, asleep_until = story.first_day, date.min
    while day <= story.last_day:
        given = [event for _, event in lines[day] if isinstance(event, get_args(Given))]
        pauses = [event for event in given if isinstance(event, NoRun)]
        asleep_until = max([asleep_until, *(pause.until or day for pause in pauses)])
        world.give(day, _in_order(given))
        if asleep_until < day:
            world.live_night(day)
        for number, event in lines[day]:
            if isinstance(event, AskedLine):
                yield number, day, event, world.answered(event, day)
            elif isinstance(event, Question):
                yield number, day, event, answer(event, world, today=day)
        day += timedelta(days=1)


def _in_order(given: Sequence[Given]) -> list[Given]:
    """As a day goes: the billing system's file, then what people decide, then the bank's file."""
    invoices = [event for event in given if isinstance(event, InvoiceSent | Credited | Withdrawn)]
    decided = [event for event in given if isinstance(event, get_args(Decided))]
    return [*invoices, *decided, *(event for event in given if isinstance(event, Money))]


def _wrong_answers(
    answers: Iterable[tuple[int, date, Asked, Asked]],
) -> Iterator[Difference]:
    for line, day, asked, answered in answers:
        if asked.text != answered.text:
            yield Difference(day=day, line=line, text=asked.text, instead=answered.text)


def _wrong_deeds(story: Story, did: Iterable[tuple[date, Did]]) -> Iterator[Difference]:
    happened = Counter((day, event.text) for day, event in did)
    for line in story.lines:
        if not isinstance(line.event, get_args(Did)):
            continue
        told = (line.day, line.event.text)
        if happened[told] > 0:
            happened[told] -= 1
        else:
            yield Difference(day=line.day, line=line.line, text=line.event.text)
    for day, text in happened.elements():
        yield Difference(day=day, line=0, text=text)


def answer(question: Question, world: World, *, today: date) -> Question:
    """The question with the answer that the world gives."""
    return replace(question, said=_say(question, world, today))


def _say(question: Question, world: World, today: date) -> str:
    match question.form:
        case Form.STATUS:
            return statuses(world.claim(question.number), today=today)[0].value
        case Form.BALANCE | Form.OVERPAID | Form.REFUND:
            return _say_money(question, world, today)
        case Form.UNMATCHED:
            return kronor(world.unmatched_ore())
        case Form.AGENCY:
            return world.agency(question.number) or "none"
        case Form.SEES:
            return world.sees(question.name, question.number, today=today)
        case Form.BOOKS:
            return world.books()
        case Form.STEP:
            return _say_step(question, world, today)
        case Form.INTEREST:
            return _say_interest(question, world.policy)
        case Form.DEFERRAL | Form.DEFERRAL_OF | Form.PLAN | Form.PARTS | Form.STANDS:
            claim = world.claim(question.number)
            return say_more_time(question, claim, world.policy, today=today)


def _say_step(question: Question, world: World, today: date) -> str:
    claim = world.claim(question.number)
    ruled = under_rules(claim, world.policy, today=today)
    for outcome in assess(ruled.claim, ruled.procedure, today):
        if outcome.step.name == question.step:
            return outcome_words(claim.number, outcome)
    taken = claim.taken(question.step)
    words = "has no step" if taken is None else f"on {taken.day} took"
    return f"{claim.number} {words} {step_words(question.step)}"


def _say_money(question: Question, world: World, today: date) -> str:
    claim = world.claim(question.number)
    if question.form is Form.REFUND:
        return refund_words(claim, world.policy, today=today)
    return kronor(claim.open_ore if question.form is Form.BALANCE else claim.sums.overpaid_ore)


def refund_words(claim: Claim, policy: Policy, *, today: date) -> str:
    """What becomes of what was paid too much, as stories write it."""
    overpaid_ore = claim.sums.overpaid_ore
    if overpaid_ore <= 0:
        return "none"
    rules = policy.creditors[claim.creditor].refunds
    course = rules.course(overpaid_ore=overpaid_ore, kind=claim.kind)
    interest_ore = refund_interest(claim, rules, until=today).total_ore
    bears = f" with interest {kronor(interest_ore)}" if interest_ore else ""
    return f"{kronor(overpaid_ore)} {course.value.replace('_', ' ')}{bears}"


_WAITED_FOR = {PAID: "payment"}


def outcome_words(number: str, outcome: Outcome) -> str:
    """What a step of an invoice waits for, or is stopped by, as stories write it."""
    step = step_words(outcome.step.name)
    match outcome:
        case Act():
            return f"acts {number} {step}"
        case Wait(until=None, what=what):
            kind, _, by = what.partition(":")
            waits_for = f"{kind} of {by}" if by else _WAITED_FOR.get(kind) or step_words(kind)
            return f"waits {number} {step} for {waits_for.replace('_', ' ')}"
        case Wait(until=until):
            return f"waits {number} {step} until {until}"
        case Stopped(by=by, until=until):
            why = " ".join(each.replace(":", " ").replace("_", " ") for each in by)
            return f"stopped {number} {step} by {why}" + (f" until {until}" if until else "")


def _say_interest(question: Question, policy: Policy) -> str:
    """Late interest by law on the whole amount, from the day after the due date as given."""
    if question.due_date is None or question.paid_date is None:
        return ""
    spans = principal_spans(
        principal_ore=question.amount_ore,
        due_date=question.due_date,
        last_date=question.paid_date,
    )
    interest = late_interest(
        spans=spans,
        reference_rate=policy.law.reference_rate,
        margin=policy.law.late_interest_margin,
    )
    return kronor(interest.total_ore)


def told(story: Story, found: Sequence[Difference]) -> Iterator[str]:
    """The differences for a person: the file and line, what was expected, what happened."""
    for each in found:
        where = f"{story.file}:{each.line or '–'}"
        if each.instead:
            yield f"{where}: {each.day}  {each.text}"
            yield f"    the answer is    {each.instead}"
        elif each.line:
            yield f"{where}: {each.day}  {each.text}"
            yield "    did not happen that day"
        else:
            yield f"{where}: {each.day}  {each.text}"
            yield "    happened, and the story does not say so"
