"""Text cut to lines that fit a width, without knowing which font will show it.

    fit("Överlämnad till inkasso", room=120, size=16)  -> ("Överlämnad till", "inkasso")

The one rule: rather too short a line than one that is cut off: the widths are those of a wide font.
"""

from __future__ import annotations

_NARROW = frozenset("fijlrtI.,:;!|()[]'’”“-/ \N{NO-BREAK SPACE}")
_WIDE = frozenset("mwMWOQÖ%—…")
_BOLD = 110


def width(text: str, *, size: int, bold: int = 0) -> int:
    """How wide the text is at most, in the unit of `size`; `bold` is 1 for bold text."""
    thousandths = sum(_width(sign) for sign in text) * size
    return thousandths * (_BOLD if bold else 100) // 100_000


def _width(sign: str) -> int:
    """In thousandths of the size."""
    if sign in _NARROW:
        return 380
    if sign in _WIDE:
        return 950
    return 740 if sign.isupper() else 620


def fit(text: str, *, room: int, size: int, bold: int = 0) -> tuple[str, ...]:
    """The text in lines of at most `room`; a word that is wider than that is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size=size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, room=room, size=size, bold=bold)
        lines += whole
    return (*lines, line)


def _cut(word: str, *, room: int, size: int, bold: int) -> list[str]:
    """The word in parts that fit, all but the last ending with a hyphen."""
    parts = []
    while width(word, size=size, bold=bold) > room and len(word) > 1:
        at = len(word) - 1
        while at > 1 and width(f"{word[:at]}-", size=size, bold=bold) > room:
            at -= 1
        parts.append(f"{word[:at]}-")
        word = word[at:]
    return [*parts, word]
