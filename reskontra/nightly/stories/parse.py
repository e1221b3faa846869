"""A text becomes a Story, or every line of it that cannot be read is told.

    parse(text, file=Path("one_reminder.story")) -> Story
    read(Path("one_reminder.story"))             -> Story

The one rule: a line that cannot be read is never passed over; what it may say is in `shapes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reskontra.domain.refusal import Refused
from reskontra.nightly.stories.shapes import events_of, every_shape
from reskontra.nightly.stories.story import Line, Story


class StoryRefused(Refused):
    """{file} cannot be read as a story:

    {problems}

    The notation is in docs/howto/write_a_story.md.
    """

    swedish = (
        "{file} kan inte läsas som en berättelse:\n{problems}\n"
        "Skrivsättet finns i docs/howto/write_a_story.md."
    )


def read(path: Path) -> Story:
    """The story in a file; refuses one with a line that cannot be read."""
    return parse(path.read_text(encoding="utf-8"), file=path)


def parse(text: str, *, file: Path) -> Story:
    """The story in `text`; `file` is only named. Refuses with every line that cannot be read."""
    reading = _Reading()
    for number, raw in enumerate(text.splitlines(), 1):
        reading.line(number, " ".join(raw.split()))
    if not reading.lines and not reading.problems:
        reading.problems.append("line 1: no event; write one line an event, its date first")
    if reading.problems:
        raise StoryRefused(file=file, problems="\n\n".join(reading.problems))
    return Story(
        file=file,
        title=reading.title,
        rows=frozenset(reading.rows),
        procedure=reading.header.get("procedure", ""),
        creditor=reading.header.get("creditor", ""),
        policy=reading.header.get("policy", ""),
        lines=tuple(reading.lines),
    )


_HEADER = re.compile(r"(procedure|creditor|policy) (\S+)")
_ROWS = re.compile(r"# rows? (.+)")
_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) (.+)")


@dataclass(slots=True)
class _Reading:
    title: str = ""
    rows: set[str] = field(default_factory=set)
    header: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def line(self, number: int, text: str) -> None:
        """Take one line of the file in."""
        if text.startswith("#"):
            self._comment(text)
        elif match := _HEADER.fullmatch(text):
            self.header[match[1]] = match[2]
        elif text:
            self._dated(number, text)

    def _comment(self, text: str) -> None:
        if match := _ROWS.fullmatch(text):
            self.rows |= set(match[1].replace(",", " ").split())
        elif not self.title:
            self.title = text.lstrip("# ")

    def _dated(self, number: int, text: str) -> None:
        match = _DATED.fullmatch(text)
        try:
            day = date.fromisoformat(match[1]) if match else None
            events = events_of(match[2]) if match else ()
        except (ValueError, Refused) as error:
            self.problems.append(f"line {number}: {text!r}: {error}")
            return
        if day is None or not events:
            allowed = " or ".join(_allowed(match[2] if match else text))
            self.problems.append(f"line {number}: {text!r} is not known; allowed is {allowed}")
            return
        for event in events:
            self.lines.append(Line(day=day, event=event, line=number))


def _allowed(text: str) -> Iterator[str]:
    """The shapes that begin as the text does; all beginnings when there are none."""
    shapes = tuple(every_shape())
    alike = [shape.plain for shape in shapes if text.startswith(f"{shape.verb} ")]
    yield from alike or ("a date and then " + ", ".join(sorted({s.verb for s in shapes})),)
