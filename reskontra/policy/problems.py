"""What is wrong in the policy files, all of it at once, so that one reading mends everything.

    water_company/procedures/water.yaml, line 14: steps[2].wait
      found:   '7 workdays'
      allowed: a period like '7 working days'

The one rule: a problem says where, what was found and what is allowed, and names the law where
the law is the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts

NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and what would be right."""

    file: str
    """From the policy folder, with forward slashes."""
    line: int
    """From 1; the line of the value, or of what should have held it."""
    place: str
    """The way to it in words: steps[2].wait is `wait` of the second step."""
    found: str
    allowed: str
    law: str = ""
    """The section of law that is the reason, when law is the reason."""

    def __str__(self) -> str:
        place = f": {self.place}" if self.place else ""
        text = (
            f"{self.file}, line {self.line}{place}\n"
            f"  found:   {self.found}\n"
            f"  allowed: {self.allowed}"
        )
        return f"{text}\n  because: {self.law}" if self.law else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something that the law may not allow, and that only a lawyer can settle. It stops nothing."""

    file: str
    line: int
    place: str
    found: Texts
    why: Texts
    law: Texts
    """Where to look."""

    def say(self, language: str) -> str:
        """All of it for a terminal, in `language`."""
        line, found, ask, see = _LABELS.say(language).split("|")
        return (
            f"{self.file}, {line} {self.line}: {self.place}\n"
            f"  {found:8} {self.found.say(language)}\n"
            f"  {ask:8} {self.why.say(language)}\n"
            f"  {see:8} {self.law.say(language)}"
        )


_LABELS = Texts(sv="rad|står:|fråga:|se:", en="line|found:|ask:|see:")


class PolicyRefused(Refused):
    """The policy files are refused ({count} wrong):

    {listing}
    """

    swedish = "Regelfilerna godtas inte ({count} fel):\n\n{listing}"

    def __init__(self, *, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = tuple(sorted(problems, key=lambda each: (each.file, each.line)))
        listing = "\n".join(str(problem) for problem in self.problems)
        super().__init__(count=len(self.problems), listing=listing)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.problems,)


def _rebuilt(problems: tuple[Problem, ...]) -> PolicyRefused:
    return PolicyRefused(problems=problems)


def one_of(words: Iterable[str], *, found: str = "") -> str:
    """The allowed words as a list, the one most like `found` first with 'did you mean'."""
    ordered = sorted(words)
    listed = "one of " + ", ".join(ordered) if ordered else NOTHING
    near = get_close_matches(found, ordered, n=1) if found else []
    return f"did you mean {near[0]}? {listed}" if near else listed


def in_words(way: Sequence[str | int]) -> str:
    """The way to a value, lists counted from 1: ("steps", 1, "wait") is steps[2].wait."""
    place = ""
    for part in way:
        if isinstance(part, int):
            place += f"[{part + 1}]"
        else:
            place += f".{part}" if place else part
    return place
