"""A procedure file with what it may refer to, for the checks that compare the two.

    for way, step in case.steps(): ...          each step with its place in the file
    case.before(step)                           every step that must have been taken first

The one rule: a check asks here what the file means, so that every check means the same by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reskontra.domain.dated import Dated
from reskontra.domain.law import Law
from reskontra.domain.scope import Scope
from reskontra.domain.step import Anchor
from reskontra.policy.creditor_file import CreditorFile, KindsFile
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Problem
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.step_file import StepFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A procedure file, its creditor, the shared words and the law."""

    document: Document
    file: ProcedureFile
    creditor: CreditorFile
    kinds: KindsFile
    law: Law | None
    """None when the national values are themselves wrong."""
    until: date | None = None
    """The day on which the next version takes over, if there is one."""

    def steps(self) -> Iterator[tuple[Way, StepFile]]:
        """Each step with its place."""
        for at, step in enumerate(self.file.steps):
            yield ("steps", at), step

    def step(self, name: str) -> StepFile | None:
        """The step of this name, if there is one."""
        return next((step for step in self.file.steps if step.step == name), None)

    def before(self, step: StepFile) -> Iterator[tuple[StepFile, Anchor]]:
        """Every step that is taken before this one, with how its successor is counted from it."""
        met = {step.step}
        waiting = [step]
        while waiting:
            for anchor in waiting.pop().anchors:
                earlier = self.step(anchor.after)
                if earlier is not None:
                    yield earlier, anchor
                    if earlier.step not in met:
                        met.add(earlier.step)
                        waiting.append(earlier)

    def scope(self) -> Scope:
        """Which invoices the procedure takes."""
        return self.file.applies_to.build(self.creditor)

    def kinds_of(self, step: StepFile) -> tuple[str, ...]:
        """The kinds of invoice that the step can concern."""
        all_kinds = self.file.applies_to.kinds_of(self.creditor)
        barred = step.unless.kinds if step.unless and _asks_only_kinds(step) else ()
        return tuple(
            kind
            for kind in all_kinds
            if kind in (step.only_if.kinds or all_kinds) and kind not in (barred or ())
        )

    def grounds_of(self, step: StepFile) -> dict[str, str]:
        """By what each of those kinds is owed."""
        known = self.creditor.invoice_kinds
        return {kind: known[kind].ground for kind in self.kinds_of(step) if kind in known}

    def in_force(self, dated: Dated[int]) -> tuple[tuple[date, int], ...]:
        """Each value that holds on any day of this version, with its first such day."""
        first = self.file.valid_from
        values = [(max(each.valid_from, first), each.value) for each in dated.values]
        last_before = [each for each in values if each[0] == first][-1:]
        return (
            *last_before,
            *(
                each
                for each in values
                if each[0] > first and (self.until is None or each[0] < self.until)
            ),
        )

    def short_channels(self, step: StepFile) -> list[str]:
        """The step's channels that do not bring all of a letter in writing."""
        known = self.kinds.channels
        names = (name for name in step.channels or () if name in known)
        return [name for name in names if not known[name].leaves_as.whole]

    @property
    def whole_channels(self) -> list[str]:
        """The channels that do."""
        return [name for name, each in self.kinds.channels.items() if each.leaves_as.whole]

    def problem(self, way: Way, found: str, allowed: str, law: str = "") -> Problem:
        """A problem of this file."""
        return self.document.problem(way, found=found, allowed=allowed, law=law)


def _asks_only_kinds(step: StepFile) -> bool:
    return step.unless is not None and step.unless.model_fields_set == {"kinds"}
