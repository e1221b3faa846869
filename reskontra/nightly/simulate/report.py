"""Tells what came of a simulation: a table for people, and a file with every figure.

    for line in table(report, language="sv"):
        print(line)
    write_csv(report, Path("a_and_b.csv"))

Amounts are whole kronor in the table and öre in the file. The one rule: nothing is counted here but
differences.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from reskontra.domain.assumed import Assumption
from reskontra.domain.forecast import NO_STEP, Measure, Month, Term
from reskontra.domain.money import MINUS_SIGN, NO_BREAK_SPACE, round_half_up
from reskontra.domain.rules import Policy
from reskontra.domain.step import Step
from reskontra.domain.texts import Texts

NAMES = "AB"
DIFFERENCE = f"B{MINUS_SIGN}A"
IN_ORE = frozenset(
    {
        Measure.FEES_ORE,
        Measure.INTEREST_ORE,
        Measure.MONEY_ORE,
        Measure.WRITTEN_OFF_ORE,
        Measure.WRITTEN_DOWN_ORE,
        Measure.OPEN_ORE,
    }
)
STANDS = frozenset({Measure.OPEN, Measure.OPEN_ORE, Measure.STAGE})
"""How it stands when a month ends: months are not added up."""

_COLUMNS = {
    Measure.LETTERS: Texts(sv="brev", en="letters"),
    Measure.FEES_ORE: Texts(sv="avgifter", en="fees"),
    Measure.INTEREST_ORE: Texts(sv="ränta", en="interest"),
    Measure.MONEY_ORE: Texts(sv="inbetalt", en="money in"),
    Measure.PAID: Texts(sv="betalda", en="paid"),
    Measure.HANDED_OVER: Texts(sv="inkasso", en="to agency"),
    Measure.WRITTEN_OFF: Texts(sv="avskrivna", en="written off"),
    Measure.OPEN: Texts(sv="öppna", en="open"),
    Measure.OPEN_ORE: Texts(sv="belopp", en="amount"),
}
_WIDTHS = (9, 11, 11, 14, 10, 11, 13, 9, 14)
_LABEL_WIDTH = 44
_NUMBER_WIDTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was simulated, and the months under each policy."""

    claims: int
    term: Term
    seed: int
    names: Sequence[str]
    """The policies' folders, A's first."""
    policies: Sequence[Policy]
    months: Sequence[tuple[Month, ...]]
    assumptions: tuple[Assumption, ...]

    def figure(self, place: int, month: int, measure: Measure, step: str = "") -> int:
        """A figure of one policy's month; all steps together when none is named."""
        figures = self.months[place][month].figures
        if step or (measure, "") in figures:
            return figures.get((measure, step), 0)
        return sum(value for (name, _), value in figures.items() if name is measure)

    def total(self, place: int, measure: Measure, step: str = "") -> int:
        """The figure of the whole term: a sum, or how it stands at the end."""
        every = range(self.term.months)
        months = every[-1:] if measure in STANDS else every
        return sum(self.figure(place, month, measure, step) for month in months)

    def steps(self, measure: Measure) -> tuple[str, ...]:
        """The steps that the measure has figures for, in the procedures' order."""
        found = {
            step
            for months in self.months
            for month in months
            for name, step in month.figures
            if name is measure
        }
        return tuple(sorted(found, key=lambda step: (self._ordinal(step), step)))

    def label(self, step: str, language: str) -> str:
        """What people call the step."""
        labels = [each.label for each in self._steps_called(step)]
        return labels[0].say(language) if labels else step

    def _ordinal(self, step: str) -> int:
        return min((each.ordinal for each in self._steps_called(step)), default=0)

    def _steps_called(self, name: str) -> list[Step]:
        return [
            step
            for policy in self.policies
            for creditor in policy.creditors.values()
            for procedure in creditor.procedures
            for step in procedure.steps
            if step.name == name
        ]


def table(report: Report, *, language: str) -> Iterator[str]:
    """The months side by side, then letters by step and claims by stage."""
    page = _Page(report, language)
    yield from page.heading()
    yield ""
    yield from page.by_month()
    yield ""
    yield from page.by_step(
        Measure.LETTERS, Texts(sv="Brev, hela tiden", en="Letters, the whole time")
    )
    yield ""
    last_day = report.term.last_day
    stages = Texts(sv=f"Öppna fordringar {last_day}", en=f"Open claims {last_day}")
    yield from page.by_step(Measure.STAGE, stages)
    yield ""
    yield from page.remarks()


class _Page:
    """The lines of one report in one language."""

    def __init__(self, report: Report, language: str) -> None:
        self._report = report
        self._language = language
        self._places = range(len(report.policies))

    def heading(self) -> Iterator[str]:
        report, first, last = self._report, self._report.term.first_day, self._report.term.last_day
        yield self._say(
            f"{self._number(report.claims)} öppna fordringar, {first}–{last}, frö {report.seed}; "
            "belopp i kronor",
            f"{self._number(report.claims)} open claims, {first}–{last}, seed {report.seed}; "
            "amounts in kronor",
        )
        for name, folder in zip(NAMES, report.names, strict=False):
            yield f"  {name}  {folder}"

    def by_month(self) -> Iterator[str]:
        words = [each.say(self._language) for each in _COLUMNS.values()]
        yield self._row(self._say("månad från", "month from"), "", words)
        for place, (first, _) in enumerate(self._report.term.spans()):
            yield from self._three(f"{first}", place)
        yield from self._three(self._say("hela tiden", "whole time"), None)

    def _three(self, label: str, month: int | None) -> Iterator[str]:
        """A line a policy, and one with the difference."""
        lines = [[self._value(place, month, each) for each in _COLUMNS] for place in self._places]
        for name, values in zip(NAMES, lines, strict=False):
            yield self._row(label if name == NAMES[0] else "", name, self._shown(values))
        if len(lines) > 1:
            apart = [b - a for a, b in zip(*lines, strict=True)]
            yield self._row("", DIFFERENCE, self._shown(apart))

    def _value(self, place: int, month: int | None, measure: Measure) -> int:
        if month is None:
            return self._report.total(place, measure)
        return self._report.figure(place, month, measure)

    def _shown(self, values: Sequence[int]) -> list[str]:
        pairs = zip(_COLUMNS, values, strict=True)
        return [self._kronor(v) if each in IN_ORE else self._number(v) for each, v in pairs]

    def _row(self, label: str, name: str, cells: Sequence[str]) -> str:
        row = "".join(cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
        return f"{label.ljust(12)}{name.ljust(4)}{row}".rstrip()

    def by_step(self, measure: Measure, heading: Texts) -> Iterator[str]:
        names = [*NAMES[: len(self._places)], *([DIFFERENCE] if len(self._places) > 1 else [])]
        yield self._beside(heading.say(self._language), names)
        for step in self._report.steps(measure):
            label = self._report.label(step, self._language)
            if step == NO_STEP:
                label = self._say("Inget steg taget", "No step taken")
            values = [self._report.total(place, measure, step) for place in self._places]
            if len(values) > 1:
                values.append(values[1] - values[0])
            yield self._beside(f"  {label}", [self._number(value) for value in values])

    def _beside(self, label: str, cells: Sequence[str]) -> str:
        return label.ljust(_LABEL_WIDTH) + "".join(cell.rjust(_NUMBER_WIDTH) for cell in cells)

    def remarks(self) -> Iterator[str]:
        yield self._say(
            "Betalarna är påhittade: se docs/howto/simulate_a_policy.md.",
            "The payers are invented: see docs/howto/simulate_a_policy.md.",
        )
        for each in self._report.assumptions:
            yield self._say(
                f"Antagande: {each.name} är bekräftat till {each.confirmed_until} och antas gälla "
                "oförändrat därefter.",
                f"Assumed: {each.name} is confirmed until {each.confirmed_until} and is taken to"
                " stay the same after it.",
            )

    def _say(self, sv: str, en: str) -> str:
        return Texts(sv=sv, en=en).say(self._language)

    def _number(self, count: int) -> str:
        grouped = f"{abs(count):,}"
        grouped = grouped if self._language == "en" else grouped.replace(",", NO_BREAK_SPACE)
        return f"{MINUS_SIGN}{grouped}" if count < 0 else grouped

    def _kronor(self, ore: int) -> str:
        return self._number(round_half_up(Fraction(ore, 100)))


def write_csv(report: Report, path: Path) -> None:
    """Every figure of every month, a line each; amounts in öre."""
    places = range(len(report.policies))
    names = [*NAMES[: len(places)], *(["difference"] if len(places) > 1 else [])]
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(["month_from", "month_to", "measure", "step", *names])
        for month, (first, last) in enumerate(report.term.spans()):
            lines.writerows(_lines(report, month, first, last))


def _lines(report: Report, month: int, first: date, last: date) -> Iterator[list[object]]:
    for measure in Measure:
        for step in report.steps(measure) or ("",):
            values = [months[month].figures.get((measure, step), 0) for months in report.months]
            apart = [values[1] - values[0]] if len(values) > 1 else []
            yield [first, last, measure.value, step, *values, *apart]
