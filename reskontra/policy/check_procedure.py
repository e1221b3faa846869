"""What a procedure must mean: its steps follow each other, each on a day that will come.

    steps: [reminder after due, hand_over after remindr]
      -> found 'remindr', allowed: did you mean reminder? one of billed, due, paid, reminder, …

The one rule: one check is one small function from a case to its problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reskontra.domain.claim import HAND_OVER, REMINDER
from reskontra.domain.rules import Part
from reskontra.domain.step import ANCHORS, DUE, NOTICE, PAID, CountedFrom, Does
from reskontra.policy.case import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import Problem, one_of
from reskontra.policy.step_file import StepFile

MAY_FOLLOW_PAYMENT = frozenset({Does.INTEREST_INVOICE, Does.FEE_INVOICE, Does.AWAIT_REPORT})


def check_procedure(case: Case) -> Iterator[Problem]:
    """Everything wrong in how one procedure's steps hang together."""
    for check in CHECKS:
        yield from check(case)


def step_names(case: Case) -> Iterator[Problem]:
    """Each step has a name of its own, and none the name of another thing to count from."""
    met: dict[str, Way] = {}
    for way, step in case.steps():
        here = (*way, "step")
        if step.step in ANCHORS:
            yield case.problem(here, repr(step.step), "another name: that is a day")
        elif step.step in case.kinds.clearances:
            yield case.problem(here, repr(step.step), "another name: that is a clearance")
        elif step.step in met:
            first = case.document.line(met[step.step])
            found = f"{step.step!r} again (first on line {first})"
            yield case.problem(here, found, "each step name once")
        met.setdefault(step.step, here)


def names_say_what_is_done(case: Case) -> Iterator[Problem]:
    """A claim's status is read from step names: `hand_over…` and `reminder…` are kept for those."""
    for way, step in case.steps():
        here = (*way, "step")
        hands_over, named = step.does is Does.HAND_OVER, step.step.startswith(HAND_OVER)
        if hands_over and not named:
            yield case.problem(here, repr(step.step), "a name that begins with hand_over")
        if named and not hands_over:
            yield case.problem(here, repr(step.step), "another name: hand_over is for hand-overs")
        named = step.step.startswith(REMINDER)
        if step.letter == REMINDER and not named:
            yield case.problem(here, repr(step.step), "a name that begins with reminder")
        if named and not step.reminds and (step.letter or step.does is not Does.LETTER):
            yield case.problem(here, repr(step.step), "another name: reminder is for reminders")


def what_steps_follow(case: Case) -> Iterator[Problem]:
    """A step follows a day, a clearance or a step written before it: the procedure is a tree."""
    after = {step.step: step.after for _, step in case.steps()}
    earlier: set[str] = set()
    for way, step in case.steps():
        places = [(*way, "after")]
        places += [(*way, "also_after", at, "after") for at in range(len(step.also_after or ()))]
        for place, anchor in zip(places, step.anchors, strict=True):
            if anchor.after in ANCHORS | earlier or anchor.after in case.kinds.clearances:
                continue
            found = repr(anchor.after)
            if circle := _circle(step.step, after):
                found += f", a circle ({circle})"
            elif anchor.after in after:
                found += ", a later step"
            allowed = one_of(ANCHORS | earlier, found=anchor.after)
            yield case.problem(place, found, f"{allowed}, or a clearance of kinds.yaml")
        earlier.add(step.step)


def _circle(start: str, after: Mapping[str, str]) -> str:
    """The way from `start` back to itself in words, or nothing."""
    path = [start]
    while (step := after.get(path[-1])) is not None:
        path.append(step)
        if step == start:
            return " after ".join(path)
        if step in path[:-1]:
            return ""
    return ""


def each_anchor_once(case: Case) -> Iterator[Problem]:
    """A further day is another than the first, and payment is never one of several."""
    for way, step in case.steps():
        met = {step.after}
        for at, anchor in enumerate(step.also_after or ()):
            here = (*way, "also_after", at, "after")
            if anchor.after == PAID:
                yield case.problem(here, "'paid'", "another day: what is paid goes on alone")
            elif anchor.after in met:
                yield case.problem(here, f"{anchor.after!r} again", "each day once")
            met.add(anchor.after)


def counted_from_steps(case: Case) -> Iterator[Problem]:
    """Only a step has both a day and a last day to pay."""
    for way, step in case.steps():
        for at, anchor in enumerate(step.anchors):
            if anchor.counted_from is CountedFrom.DAY and case.step(anchor.after) is None:
                inside: Way = (*way, "also_after", at - 1) if at else way
                allowed = f"no such key: {anchor.after} is one day"
                yield case.problem((*inside, "counted_from"), "day", allowed)


def before_the_due_date(case: Case) -> Iterator[Problem]:
    """Time is counted backward from the due date alone, and only to say that it nears."""
    for way, step in case.steps():
        if step.wait.before and step.after != DUE:
            allowed = "a time without before: only the due date is known before it comes"
            yield case.problem((*way, "wait"), repr(str(step.wait)), allowed)
        elif step.wait.before and step.letter != NOTICE:
            yield case.problem(
                (*way, "wait"), repr(str(step.wait)), "letter: notice, or a time after"
            )
        for at, anchor in enumerate(step.also_after or ()):
            if anchor.wait.before:
                here = (*way, "also_after", at, "wait")
                yield case.problem(here, repr(str(anchor.wait)), "a time without before")


def after_payment(case: Case) -> Iterator[Problem]:
    """Interest is invoiced when the principal is paid; what is paid is not demanded."""
    for way, step in case.steps():
        if step.does is Does.INTEREST_INVOICE and step.after != PAID:
            yield case.problem((*way, "after"), repr(step.after), "paid: interest is known then")
        if step.after == PAID and not _may_follow_payment(step):
            yield case.problem((*way, "after"), "'paid'", "due or an earlier step")


def _may_follow_payment(step: StepFile) -> bool:
    return step.does in MAY_FOLLOW_PAYMENT or step.letter == NOTICE


def written_down_once(case: Case) -> Iterator[Problem]:
    """The books write a claim down once: all that is left of it."""
    first = ""
    for way, step in case.steps():
        if step.does is not Does.WRITE_DOWN:
            continue
        if first:
            found = f"write_down again, as in {first}"
            yield case.problem((*way, "does"), found, "one such step: it takes all that is left")
        first = first or step.step


def allocation_names_each_part(case: Case) -> Iterator[Problem]:
    """A payment's way through a claim names each part once."""
    parts = case.file.allocation
    if sorted(parts) != sorted(Part):
        found = ", ".join(part.value for part in parts)
        yield case.problem(("allocation",), found, "each of fee, interest, principal once")


CHECKS = (
    step_names,
    names_say_what_is_done,
    what_steps_follow,
    each_anchor_once,
    counted_from_steps,
    before_the_due_date,
    after_payment,
    written_down_once,
    allocation_names_each_part,
)
