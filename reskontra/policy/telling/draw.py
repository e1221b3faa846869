"""A procedure drawn as an SVG picture: a row a step, joined by lines in lanes.

    draw(procedure, policy, day=date(2026, 3, 31), language="sv") -> "<svg …>…</svg>"

Narrow on purpose: it can be read on a telephone, and no label can meet another, since each step has
rows of its own. The text is text. Who cannot see it hears the whole in its description. It takes
nothing from outside itself, and the same procedure always gives the same bytes.

The one rule: colors come in pairs with a contrast of at least 4.5, by light and by dark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from xml.sax.saxutils import escape, quoteattr

from reskontra.domain.rules import Policy, Procedure
from reskontra.policy.telling.fit import fit
from reskontra.policy.telling.graph import Graph, Link, Node, Shape, graph_of
from reskontra.policy.telling.voice import Voice, voice_of

WIDTH = 480
_MARGIN = 20
_LANE = 26
_RADIUS = 7
_BEND = 10
_HEADING, _LINE = 16, 14
_HEADING_ROW, _LINE_ROW = 22, 19
_GAP = 16
_FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"
_DOTS = ' stroke-dasharray="2 5" stroke-linecap="round"'
LIGHT = {"paper": "#ffffff", "ink": "#14191f", "soft": "#4a535e", "line": "#1d4f8c"}
DARK = {"paper": "#14191f", "ink": "#f5f7fa", "soft": "#c3cbd4", "line": "#8fbcf0"}
_PAINT = {
    "paper": "fill:{paper}",
    "ink": "fill:{ink}",
    "soft": "fill:{soft}",
    "line": "stroke:{line}",
    "full": "fill:{line};stroke:{line}",
    "open": "fill:{paper};stroke:{line}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A row with its place and its wrapped text."""

    node: Node
    top: int
    heading: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def dot(self) -> tuple[int, int]:
        """The middle of its mark."""
        return _x(self.node.lane), self.top + _HEADING - 5

    @property
    def height(self) -> int:
        """How much it takes, with the room below it."""
        return len(self.heading) * _HEADING_ROW + len(self.lines) * _LINE_ROW + _GAP


def draw(procedure: Procedure, policy: Policy, *, day: date, language: str) -> str:
    """The picture; `day` is that of the rates and ceilings that its words may tell."""
    voice = voice_of(procedure, policy, day=day, language=language)
    graph = graph_of(procedure, voice)
    rows = _placed(graph)
    legend = _legend(graph, voice)
    below = _MARGIN + sum(row.height for row in rows)
    height = below + len(legend) * _LINE_ROW + _MARGIN
    name = f"{procedure.creditor}-{procedure.name}-{procedure.valid_from}-{language}"
    title = f"{voice.creditor.name}: {procedure.name}"
    parts = (
        _opening(name, height, voice),
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-desc">{escape(_description(graph, voice))}</desc>',
        _style(),
        f'<rect class="paper" width="{WIDTH}" height="{height}" fill="{LIGHT["paper"]}"/>',
        *(_branch(rows, row) for row in rows if row.node.after is not None),
        *(_dotted(rows, link) for link in graph.links),
        *(_mark(row.dot, row.node.shape) for row in rows),
        *(text for row in rows for text in _texts(row, _text_x(graph))),
        *_legend_parts(legend, below),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _opening(name: str, height: int, voice: Voice) -> str:
    labels = quoteattr(f"{name}-title {name}-desc")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby={labels} '
        f'xml:lang="{voice.language}" lang="{voice.language}" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="{_FONT}">'
    )


def _style() -> str:
    """The dark colors; the light ones stand with each shape, for where no style is let in."""
    rules = "".join(f".{name}{{{paint.format(**DARK)}}}" for name, paint in _PAINT.items())
    return f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"


def _description(graph: Graph, voice: Voice) -> str:
    """The whole picture in words, a sentence a row."""
    said = []
    for node in graph.nodes:
        if node.shape is Shape.DAY:
            said.append(voice.say(sv=f"Från: {node.heading}.", en=f"From: {node.heading}."))
        else:
            said.append(f"{node.heading}: {'. '.join(node.lines)}.")
    return " ".join(said)


def _x(lane: int) -> int:
    return _MARGIN + _RADIUS + lane * _LANE


def _text_x(graph: Graph) -> int:
    return _x(graph.lanes - 1) + _RADIUS + _MARGIN


def _placed(graph: Graph) -> list[_Placed]:
    room = WIDTH - _text_x(graph) - _MARGIN
    rows = [
        _Placed(
            node=node,
            top=0,
            heading=fit(node.heading, room=room, size=_HEADING, bold=1),
            lines=tuple(part for line in node.lines for part in fit(line, room=room, size=_LINE)),
        )
        for node in graph.nodes
    ]
    tops = accumulate((row.height for row in rows), initial=_MARGIN)
    return [
        _Placed(node=row.node, top=top, heading=row.heading, lines=row.lines)
        for row, top in zip(rows, tops, strict=False)
    ]


def _branch(rows: Sequence[_Placed], row: _Placed) -> str:
    """The line from the row that it follows."""
    assert row.node.after is not None
    (x, y), (to_x, to_y) = rows[row.node.after].dot, row.dot
    if x == to_x:
        return _line(f"M{x} {y}V{to_y}")
    bend = _BEND if to_x > x else -_BEND
    return _line(f"M{x} {y}H{to_x - bend}Q{to_x} {y} {to_x} {y + _BEND}V{to_y}")


def _dotted(rows: Sequence[_Placed], link: Link) -> str:
    (x, y), (to_x, to_y) = rows[link.before].dot, rows[link.after].dot
    at = _x(link.lane)
    path = (
        f"M{x} {y}H{at - _BEND}Q{at} {y} {at} {y + _BEND}V{to_y - _BEND}"
        f"Q{at} {to_y} {at - _BEND} {to_y}H{to_x}"
    )
    return _line(path, dots=_DOTS)


def _line(path: str, *, dots: str = "") -> str:
    stroke = f'fill="none" stroke="{LIGHT["line"]}" stroke-width="2"{dots}'
    return f'<path class="line" d="{path}" {stroke}/>'


def _mark(dot: tuple[int, int], shape: Shape) -> str:
    x, y = dot
    line, paper = LIGHT["line"], LIGHT["paper"]
    full = f'class="full" fill="{line}" stroke="{line}" stroke-width="2"'
    hollow = f'class="open" fill="{paper}" stroke="{line}" stroke-width="2"'
    r = _RADIUS
    match shape:
        case Shape.DAY:
            return (
                f'<rect {full} x="{x - r}" y="{y - r + 4}" width="{2 * r}" height="{2 * r - 8}"/>'
            )
        case Shape.OURS:
            return f'<circle {full} cx="{x}" cy="{y}" r="{r - 1}"/>'
        case Shape.OTHERS:
            return f'<circle {hollow} cx="{x}" cy="{y}" r="{r - 1}"/>'
        case Shape.GATED:
            far = r + 1
            corners = f"M{x} {y - far}l{far} {far}-{far} {far}-{far}-{far}z"
            return f'<path {hollow} d="{corners}"/>'


def _texts(row: _Placed, x: int) -> Iterator[str]:
    y = row.top + _HEADING
    for line in row.heading:
        yield _text(line, x, y, ink="ink", size=_HEADING, weight=' font-weight="bold"')
        y += _HEADING_ROW
    for line in row.lines:
        yield _text(line, x, y, ink="soft", size=_LINE)
        y += _LINE_ROW


def _text(text: str, x: int, y: int, *, ink: str, size: int, weight: str = "") -> str:
    return (
        f'<text class="{ink}" x="{x}" y="{y}" font-size="{size}"{weight} fill="{LIGHT[ink]}">'
        f"{escape(text)}</text>"
    )


def _legend(graph: Graph, voice: Voice) -> tuple[tuple[Shape | None, str], ...]:
    """What the marks mean; the dotted line where there is one."""
    marks = (
        (Shape.OURS, voice.say(sv="Kommer av sig självt", en="Comes by itself")),
        (Shape.OTHERS, voice.say(sv="Görs av någon annan", en="Done by somebody else")),
        (Shape.GATED, voice.say(sv="Prövas först av en person", en="A person looks first")),
    )
    dotted = (None, voice.say(sv="Väntar också på detta", en="Waits for this too"))
    return (*marks, dotted) if graph.links else marks


def _legend_parts(legend: tuple[tuple[Shape | None, str], ...], top: int) -> Iterator[str]:
    x = _x(0)
    for at, (shape, words) in enumerate(legend):
        y = top + at * _LINE_ROW + _LINE
        if shape is None:
            yield _line(f"M{x - _RADIUS} {y - 5}H{x + _RADIUS}", dots=_DOTS)
        else:
            yield _mark((x, y - 5), shape)
        yield _text(words, x + _RADIUS + _MARGIN, y, ink="soft", size=_LINE)
