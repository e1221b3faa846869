"""A procedure as a graph of rows: which step follows which, and in which lane each is drawn.

    graph_of(procedure, voice).nodes
    -> due, small_rest (lane 1), reminder (lane 0), hand_over (lane 0), collection_demand (lane 1) …

A lane is a line down the page. A step stays in the lane of what it follows when it is the last to
follow it; others branch off to lanes of their own. The one rule: two lines never share a lane in
the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reskontra.domain.rules import Procedure
from reskontra.domain.step import ANCHORS, CREDITOR, Anchor, Does, Step
from reskontra.policy.telling.conditions import clauses
from reskontra.policy.telling.gates import need_words
from reskontra.policy.telling.steps import ANCHOR_DAYS, anchor_words, when_words
from reskontra.policy.telling.times import schedule_words, time_words, waiting_words
from reskontra.policy.telling.voice import Voice


class Shape(StrEnum):
    """How a row is marked."""

    DAY = "day"
    """A day that everything is counted from."""
    OURS = "ours"
    """A step that comes by itself."""
    OTHERS = "others"
    """A step that somebody else performs and reports."""
    GATED = "gated"
    """A step that a person must clear first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A row of the drawing."""

    name: str
    heading: str
    lines: tuple[str, ...]
    shape: Shape
    lane: int
    after: int | None
    """The row that it follows; None for a day that begins a branch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A further row that must have come first, drawn as a dotted line in a lane of its own."""

    before: int
    after: int
    lane: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Rows from the top down, and the links between them."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    lanes: int
    """How many lanes there are, those of the links counted."""


@dataclass(slots=True)
class _Row:
    """A row that has not got its lane yet."""

    name: str
    step: Step | None
    after: int | None = None
    lane: int = 0


def graph_of(procedure: Procedure, voice: Voice) -> Graph:
    """The rows of the procedure: each day that is counted from, and each step after it."""
    rows = list(_in_order(procedure))
    place = {row.name: at for at, row in enumerate(rows)}
    for row in rows:
        row.after = place[row.step.after] if row.step else None
    solid = _give_lanes(rows)
    links, lanes = _links(rows, place, solid)
    return Graph(nodes=tuple(_node(row, voice) for row in rows), links=tuple(links), lanes=lanes)


def _in_order(procedure: Procedure) -> Iterator[_Row]:
    """Each step after all that it is counted from, else in the order of the file."""
    steps = {step.name: step for step in procedure.steps}
    seen: set[str] = set()

    def visit(name: str) -> Iterator[_Row]:
        if name in seen:
            return
        seen.add(name)
        step = steps.get(name)
        if step is not None:
            for before in (step.after, *(each.after for each in step.also_after)):
                yield from visit(before)
        yield _Row(name, step)

    for name in steps:
        yield from visit(name)


def _give_lanes(rows: Sequence[_Row]) -> int:
    """Give each row its lane; how many lanes were needed."""
    last_child = {row.after: at for at, row in enumerate(rows) if row.after is not None}
    taken: list[list[tuple[int, int]]] = []
    for at, row in enumerate(rows):
        if row.after is not None and last_child[row.after] == at:
            row.lane = rows[row.after].lane
            continue
        end = at
        while end in last_child:
            end = last_child[end]
        first = at if row.after is None else row.after + 1
        row.lane = _free_lane(taken, first, end)
    return len(taken)


def _free_lane(taken: list[list[tuple[int, int]]], first: int, last: int) -> int:
    """The first lane that is free in these rows, now taken."""
    for lane, spans in enumerate(taken):
        if all(last < start or end < first for start, end in spans):
            spans.append((first, last))
            return lane
    taken.append([(first, last)])
    return len(taken) - 1


def _links(rows: Sequence[_Row], place: dict[str, int], lanes: int) -> tuple[list[Link], int]:
    """The links, in lanes to the right of all others."""
    taken: list[list[tuple[int, int]]] = []
    links = []
    for at, row in enumerate(rows):
        for anchor in row.step.also_after if row.step else ():
            before = place[anchor.after]
            lane = lanes + _free_lane(taken, before, at)
            links.append(Link(before=before, after=at, lane=lane))
    return links, lanes + len(taken)


def _node(row: _Row, voice: Voice) -> Node:
    step = row.step
    return Node(
        name=row.name,
        heading=_heading(row, voice),
        lines=tuple(_lines(step, voice)) if step else (),
        shape=_shape(step),
        lane=row.lane,
        after=row.after,
    )


def _heading(row: _Row, voice: Voice) -> str:
    if row.step is not None:
        return f"{row.step.ordinal}. {voice.of(row.step.label)}"
    if row.name in ANCHORS:
        words = voice.of(ANCHOR_DAYS[row.name])
        return words[0].upper() + words[1:]
    return voice.one(row.name, voice.known_findings)


def _shape(step: Step | None) -> Shape:
    if step is None:
        return Shape.DAY
    if step.needs:
        return Shape.GATED
    return Shape.OTHERS if step.does is Does.AWAIT_REPORT else Shape.OURS


def _lines(step: Step, voice: Voice) -> Iterator[str]:
    """What a step says beside its name, shortly."""
    yield _capital(when_words(step, voice))
    for anchor in step.also_after:
        also = _also(anchor, voice)
        yield voice.say(sv=f"Dessutom tidigast {also}", en=f"And no earlier than {also}")
    if step.on_days is not None:
        days = schedule_words(step.on_days, voice)
        yield voice.say(sv=f"Bara {days}", en=f"Only on {days}")
    if step.joins_next_invoice is not None:
        yield voice.say(sv="Följer med nästa faktura", en="Comes with the next invoice")
    if step.performed_by != CREDITOR:
        by = voice.role(step.performed_by)
        yield voice.say(sv=f"Görs av {by}", en=f"Done by {by}")
    yield from _terms(step, voice)


def _also(anchor: Anchor, voice: Voice) -> str:
    return waiting_words(anchor.wait, anchor_words(anchor, voice), voice)


def _terms(step: Step, voice: Voice) -> Iterator[str]:
    if step.pay_within is not None:
        within = time_words(step.pay_within, voice)
        yield voice.say(sv=f"Betala inom {within}", en=f"Pay within {within}")
    if step.fee is not None:
        fee = voice.kronor(step.fee.amount_ore)
        yield voice.say(sv=f"Kostar {fee}", en=f"Costs {fee}")
    if asked := voice.listing(clauses(step.only_if, voice)):
        yield voice.say(sv=f"Bara om {asked}", en=f"Only if {asked}")
    if step.unless and (excepted := voice.listing(clauses(step.unless, voice))):
        yield voice.say(sv=f"Inte om {excepted}", en=f"Not if {excepted}")
    if step.needs:
        needs = "; ".join(need_words(need, voice) for need in step.needs)
        yield voice.say(sv=f"Först ska någon ha registrerat: {needs}", en=f"First: {needs}")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
