"""How a kind of line is written, as a pattern made of words and <slots>.

    shape("agency paid <number> <amount>", becomes)  -> a Shape that knows such a line

The one rule: what may be left out stands in [brackets], and a slot is one of the parts below.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reskontra.nightly.stories.line import Written

PARTS = {
    "number": r"[0-9A-Za-z][0-9A-Za-z/_-]*",
    "numbers": r"[0-9A-Za-z][0-9A-Za-z/_-]*(?: [0-9A-Za-z][0-9A-Za-z/_-]*)*?",
    "name": r"[^\W\d][\w-]*",
    "names": r"[^\W\d][\w-]*(?: [^\W\d][\w-]*)*",
    "amount": r"[0-9]{1,3}(?: [0-9]{3})+,[0-9]{2}|[0-9]+,[0-9]{2}",
    "whom": r"[0-9A-Za-zÅÄÖåäö][\w/-]*",
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "word": r"[a-z][a-z0-9_-]*",
    "status": r"[A-Z_]+",
    "seen": r"unpaid|paid|not",
    "debtor": r"person|organization|estate",
    "balance": r"balance",
    "blanked": r"[a-z][a-z_: -]*?",
    "quoted": r"[^\"]+",
    "count": r"[0-9]{1,3}",
    "turn": r"part [0-9]{1,3} (?:paid|late)|broken|ended|at agency",
    "part": r"[0-9]{1,3} of [0-9A-Za-z][0-9A-Za-z/_-]*",
    "agency": r"none|[^\W\d].*",
    "refund": r"(?:[0-9 ]+,[0-9]{2} )?(?:none|kept|next invoice|paid out)"
    r"(?: with interest [0-9 ]+,[0-9]{2})?",
    "answer": r"(?:by|refused:) .+",
    "parts": r"[0-9 ]+,[0-9]{2} last .+",
    "standing": r"(?:no plan|paid|kept|late|broken)\b.*",
    "words": r"[a-z][a-z_]*(?: [a-z][a-z_]*)*?",
    "facility": r"[0-9A-Za-z][0-9A-Za-z/_.-]*",
    "monitoring": r"monitoring[a-z0-9-]*",
    "lapse": r"(?:lapsed )?[0-9]{4}-[0-9]{2}-[0-9]{2}|not at the authority",
    "record": r"none|[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "news": r"received|served|contested|transferred|verdict|assets|withdrawn|ended",
    "offers": r"nothing|(?:unusually high|[0-9]+ to|until) ?.*",
    "share": r"[0-9]+/[0-9]+",
}
PARTS["line"] = f"{PARTS['word']} (?:{PARTS['amount']})"
PARTS["lines"] = f"{PARTS['line']}(?: {PARTS['line']})*"
_SLOT = re.compile(r"<([a-z_]+)(?::([a-z]+))?>")

_SAID_BY_KIND = frozenset({"amount", "day", "number", "numbers", "part"})

Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of line: how it is shown to a person, as a pattern, and what it becomes."""

    shown: str
    pattern: re.Pattern[str]
    becomes: Callable[[Groups], tuple[Written, ...]]

    @property
    def verb(self) -> str:
        """The words that the line begins with."""
        words = self.shown.split()
        return " ".join(words[:2]) if words[0] in ("->", "?") else words[0]

    @property
    def plain(self) -> str:
        """The line with its slots named for a reader: <day>, <amount>, <reason>."""
        return _SLOT.sub(lambda m: f"<{m[2] if m[2] in _SAID_BY_KIND else m[1]}>", self.shown)


def shape(shown: str, becomes: Callable[[Groups], tuple[Written, ...]]) -> Shape:
    """A shape from words with <slots>; [what may be left out] stands in brackets."""
    pattern = re.sub(r"([()?])", r"\\\1", shown)
    pattern = re.sub(r" ?\[([^]]*)\]", r"(?:\1)?", pattern)
    pattern = _SLOT.sub(lambda m: f"(?P<{m[1]}>{PARTS[m[2] or m[1]]})", pattern)
    return Shape(shown, re.compile(pattern), becomes)
