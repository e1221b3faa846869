"""A text becomes a Story, or every line of it that cannot be read is told.

    parse(text, file=Path("one_reminder.story")) -> Story
    read(Path("one_reminder.story"))             -> Story

The one rule: each kind of line is one row of the tables below: its words, and what it becomes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reskontra.domain.money import parse_kronor
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.notation import Event, Form, Line, Money, Question, Story, Way


class StoryRefused(Refused):
    """{file} cannot be read as a story:

    {problems}

    The notation is in docs/howto/write_a_story.md.
    """

    swedish = (
        "{file} kan inte läsas som en berättelse:\n{problems}\n"
        "Skrivsättet finns i docs/howto/write_a_story.md."
    )


_PARTS = {
    "number": r"[0-9A-Za-z][0-9A-Za-z/_-]*",
    "numbers": r"[0-9A-Za-z][0-9A-Za-z/_-]*(?: [0-9A-Za-z][0-9A-Za-z/_-]*)*?",
    "name": r"[^\W\d][\w-]*",
    "amount": r"[0-9]{1,3}(?: [0-9]{3})+,[0-9]{2}|[0-9]+,[0-9]{2}",
    "whom": r"[0-9A-Za-zÅÄÖåäö][\w/-]*",
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "word": r"[a-z][a-z_-]*",
    "status": r"[A-Z_]+",
    "seen": r"unpaid|paid|not",
    "debtor": r"person|organization|estate",
    "balance": r"balance",
    "blanked": r"[a-z][a-z_: -]*?",
    "quoted": r"[^\"]+",
}
_SLOT = re.compile(r"<([a-z_]+)(?::([a-z]+))?>")

_SAID_BY_KIND = frozenset({"amount", "day", "number", "numbers"})

Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Shape:
    """One kind of line: how it is shown to a person, as a pattern, and what it becomes."""

    shown: str
    pattern: re.Pattern[str]
    becomes: Callable[[Groups], tuple[Event, ...]]

    @property
    def verb(self) -> str:
        """The words that the line begins with."""
        words = self.shown.split()
        return " ".join(words[:2]) if words[0] in ("->", "?") else words[0]


def _shape(shown: str, becomes: Callable[[Groups], tuple[Event, ...]]) -> _Shape:
    """A shape from words with <slots>; [what may be left out] stands in brackets."""
    pattern = re.sub(r"([()?])", r"\\\1", shown)
    pattern = re.sub(r" ?\[([^]]*)\]", r"(?:\1)?", pattern)
    pattern = _SLOT.sub(lambda m: f"(?P<{m[1]}>{_PARTS[m[2] or m[1]]})", pattern)
    return _Shape(shown, re.compile(pattern), becomes)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _invoice(g: Groups) -> tuple[Event, ...]:
    return (
        notation.InvoiceSent(
            number=g["number"],
            name=g["name"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
            invoice_date=_day(g["dated"]),
            kind=g["kind"] or "",
            debtor=PartyKind(g["debtor"]) if g["debtor"] else None,
        ),
    )


def _money(way: Way, *, reversal: bool) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        return (
            Money(
                way=way,
                said=g["said"],
                amount_ore=parse_kronor(g["amount"]),
                value_date=_day(g["value"]),
                reversal=reversal,
            ),
        )

    return becomes


def _credit(g: Groups) -> tuple[Event, ...]:
    amount_ore = parse_kronor(g["amount"])
    return (notation.Credited(number=g["number"], amount_ore=amount_ore, reason=g["reason"]),)


def _hold(g: Groups) -> tuple[Event, ...]:
    held = notation.HoldSet(
        kind=g["kind"], whom=g["whom"], last_day=_day(g["until"]), reason=g["reason"]
    )
    return (held,)


def _letter(g: Groups) -> tuple[Event, ...]:
    return (
        notation.LetterSent(
            step=g["step"].replace("-", "_"),
            name=g["name"],
            taken=tuple(g["numbers"].split()),
            listed=tuple((g["listed"] or "").split()),
            pay_by=_day(g["pay_by"]),
        ),
    )


def _hand_over(g: Groups) -> tuple[Event, ...]:
    return tuple(
        notation.HandedOver(step="hand_over", name=g["name"], number=number)
        for number in g["numbers"].split()
    )


def _interest_invoice(g: Groups) -> tuple[Event, ...]:
    return (
        notation.InterestInvoiced(
            number=g["number"],
            name=g["name"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
        ),
    )


def _question(form: Form) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        said = g["said"]
        return (Question(form=form, said=said, number=g.get("number", ""), name=g.get("name", "")),)

    return becomes


def _step_question(verb: str, rest: str) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        said = f"{verb} {g['number']} {g['step']} {rest} {g['what']}"
        said += f" until {g['until']}" if g.get("until") else ""
        step = g["step"].replace("-", "_")
        return (Question(form=Form.STEP, said=said, number=g["number"], step=step),)

    return becomes


def _interest_question(g: Groups) -> tuple[Event, ...]:
    return (
        Question(
            form=Form.INTEREST,
            said=g["said"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
            paid_date=date.fromisoformat(g["paid"]),
        ),
    )


_MONEY = (
    ("<said:number>", Way.INVOICE),
    ("reminder of <said:number>", Way.REMINDER),
    ('"<said:quoted>"', Way.SAID),
)

SHAPES: tuple[_Shape, ...] = (
    _shape(
        "invoice <number> <name> <amount>[ dated <dated:day>] due <due:day>"
        "[ kind <kind:word>][ as <debtor:debtor>]",
        _invoice,
    ),
    *(
        _shape(f"{verb} {said} <amount>[ value <value:day>]", _money(way, reversal=reversal))
        for verb, reversal in (("payment", False), ("reversal", True))
        for said, way in _MONEY
    ),
    _shape('credit <number> <amount> "<reason:quoted>"', _credit),
    _shape(
        'withdraw <number> "<reason:quoted>"',
        lambda g: (notation.Withdrawn(number=g["number"], reason=g["reason"]),),
    ),
    _shape('hold <kind:word> <whom>[ until <until:day>] "<reason:quoted>"', _hold),
    _shape(
        "lift <kind:word> <whom>",
        lambda g: (notation.HoldEnded(kind=g["kind"], whom=g["whom"]),),
    ),
    _shape(
        'clear <kind:word> <number> "<finding:quoted>"',
        lambda g: (notation.Cleared(kind=g["kind"], number=g["number"], finding=g["finding"]),),
    ),
    _shape("no run[ until <until:day>]", lambda g: (notation.NoRun(until=_day(g["until"])),)),
    _shape("-> interest invoice <number> <name> <amount> due <due:day>", _interest_invoice),
    _shape(
        "-> write-off <number> <amount>",
        lambda g: (notation.WrittenOff(number=g["number"], amount_ore=parse_kronor(g["amount"])),),
    ),
    _shape("-> hand-over <name> <numbers>", _hand_over),
    _shape(
        "-> <step:word> <name> <numbers>[ (also listed <listed:numbers>)][, pay by <pay_by:day>]",
        _letter,
    ),
    _shape("? status <number> <said:status>", _question(Form.STATUS)),
    _shape("? balance <number> <said:amount>", _question(Form.BALANCE)),
    _shape("? overpaid <number> <said:amount>", _question(Form.OVERPAID)),
    _shape("? unmatched <said:amount>", _question(Form.UNMATCHED)),
    _shape("? citizen <name> sees <number> <said:seen>", _question(Form.SEES)),
    _shape("? books <said:balance>", _question(Form.BOOKS)),
    _shape("? waits <number> <step:word> until <what:day>", _step_question("waits", "until")),
    _shape("? waits <number> <step:word> for <what:blanked>", _step_question("waits", "for")),
    _shape(
        "? stopped <number> <step:word> by <what:blanked>[ until <until:day>]",
        _step_question("stopped", "by"),
    ),
    _shape(
        "? interest <amount> due <due:day> paid <paid:day> is <said:amount>", _interest_question
    ),
)
"""The order matters where one line could have two shapes: the first one has it."""


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
            events = _events(match[2]) if match else ()
        except (ValueError, Refused) as error:
            self.problems.append(f"line {number}: {text!r}: {error}")
            return
        if day is None or not events:
            allowed = " or ".join(_allowed(match[2] if match else text))
            self.problems.append(f"line {number}: {text!r} is not known; allowed is {allowed}")
            return
        for event in events:
            self.lines.append(Line(day=day, event=event, line=number))


def _plain(shape: _Shape) -> str:
    """The shape with its slots named for a reader: <day>, <amount>, <reason>."""
    return _SLOT.sub(lambda m: f"<{m[2] if m[2] in _SAID_BY_KIND else m[1]}>", shape.shown)


def _events(text: str) -> tuple[Event, ...]:
    for shape in SHAPES:
        if match := shape.pattern.fullmatch(text):
            return shape.becomes(match.groupdict())
    return ()


def _allowed(text: str) -> Iterator[str]:
    """The shapes that begin as the text does; all beginnings when there are none."""
    alike = [_plain(shape) for shape in SHAPES if text.startswith(f"{shape.verb} ")]
    yield from alike or ("a date and then " + ", ".join(sorted({s.verb for s in SHAPES})),)
