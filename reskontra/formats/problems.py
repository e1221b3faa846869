"""What is wrong in a file that somebody sent, so that they can mend it without asking.

    march.jsonl, line 14: due_date
      found:   '2025-02-30'
      allowed: a date like 2025-03-31

The one rule: a problem says line, field, what was found and what is allowed, and never repeats
a whole personal identity number.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.refusal import Refused

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and what would be right, in both languages."""

    line: int
    """From 1; 0 when the file as a whole is wrong."""
    field: str
    found: str
    allowed: str
    allowed_swedish: str

    def text(self) -> str:
        """The problem in English."""
        place = f"line {self.line}: {self.field}" if self.line else self.field
        return f"{place}\n  found:   {self.found}\n  allowed: {self.allowed}"

    def swedish_text(self) -> str:
        """The problem in Swedish."""
        place = f"rad {self.line}: {self.field}" if self.line else self.field
        return f"{place}\n  fann:    {self.found}\n  tillåtet: {self.allowed_swedish}"


class FileRefused(Refused):
    """{name} is refused whole; problems found: {count}, shown here: {shown}.

    {listing}
    """

    swedish = (
        "{name} tas inte emot. Inget i filen har lästs in. Antal fel: {count}, varav här visas "
        "{shown}.\n\n{listing_swedish}"
    )

    def __init__(self, *, name: str, problems: tuple[Problem, ...], count: int) -> None:
        """Keep at most `MOST_SHOWN` of the `count` problems, in the order of the file's lines."""
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda each: each.line)[:MOST_SHOWN])
        self.count = count
        super().__init__(
            name=name,
            count=count,
            shown=len(self.problems),
            listing="\n".join(problem.text() for problem in self.problems),
            listing_swedish="\n".join(problem.swedish_text() for problem in self.problems),
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.name, self.problems, self.count)


def one_problem(
    *, name: str, line: int, field: str, found: str, allowed: str, swedish: str
) -> FileRefused:
    """The refusal of a file at its first problem, for formats that cannot be read past one."""
    problem = Problem(line=line, field=field, found=found, allowed=allowed, allowed_swedish=swedish)
    return FileRefused(name=name, problems=(problem,), count=1)


def _rebuilt(name: str, problems: tuple[Problem, ...], count: int) -> FileRefused:
    return FileRefused(name=name, problems=problems, count=count)
