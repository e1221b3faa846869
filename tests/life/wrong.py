"""What goes wrong with the machine on a day, by chance or as a story tells it.

    drawn(Random(1))                                 -> Wrong(file_twice=True)
    told(Wrong(file_twice=True))                     -> "the bank's file comes twice"
    as_told(["the night is lost before commit 3"])   -> Wrong(lost_at=3, lost_before=True)

The one rule: what is told is all that went wrong, so that the day can be lived again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

CHANCES = {
    "invoices_twice": 0.05,
    "file_twice": 0.05,
    "files_late": 0.01,
    "no_night": 0.01,
    "night_twice": 0.05,
}
"""Of each on a day."""
NIGHT_IS_LOST = 0.02
COMMITS = range(1, 6)
"""Of a night, at which its session with the database may be lost."""

TOLD = {
    "invoices_twice": "the invoice file comes twice",
    "file_twice": "the bank's file comes twice",
    "files_late": "the bank's files come a day late",
    "no_night": "no run",
    "night_twice": "the night runs twice",
}
_LOST = re.compile(r"the night is lost (before|after) commit (\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What goes wrong on one day."""

    invoices_twice: bool = False
    file_twice: bool = False
    files_late: bool = False
    no_night: bool = False
    night_twice: bool = False
    lost_at: int = 0
    """The commit of the night at which its session is lost; 0 when it is not."""
    lost_before: bool = False
    """Lost just before that commit; else just after it."""


NOTHING = Wrong()


def drawn(chance: Random) -> Wrong:
    """What goes wrong by chance."""
    found = {name: chance.random() < likely for name, likely in CHANCES.items()}
    if chance.random() >= NIGHT_IS_LOST:
        return Wrong(**found)
    return Wrong(**found, lost_at=chance.choice(COMMITS), lost_before=chance.random() < 0.5)


def told(wrong: Wrong) -> Iterator[str]:
    """Each thing in words."""
    yield from (words for name, words in TOLD.items() if getattr(wrong, name))
    if wrong.lost_at:
        when = "before" if wrong.lost_before else "after"
        yield f"the night is lost {when} commit {wrong.lost_at}"


def as_told(lines: Iterable[str]) -> Wrong:
    """What these words say."""
    said = set(lines)
    found = {name: words in said for name, words in TOLD.items()}
    for match in filter(None, map(_LOST.fullmatch, said)):
        return Wrong(**found, lost_at=int(match[2]), lost_before=match[1] == "before")
    return Wrong(**found)
