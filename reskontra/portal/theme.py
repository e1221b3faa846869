"""A municipality's own name, mark and colors: one file, read before the portal opens.

    name: Granviks kommun
    logo: vapen.svg
    colors:
      brand: "#0b5563"

The one rule: every contrast that the pages need is computed, and a theme in which somebody could
not read something is refused: WCAG 2.2, 1.4.3 (text, 4.5:1) and 1.4.11 (lines and marks, 3:1).
A color that is not given is the portal's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reskontra.domain.refusal import Refused
from reskontra.policy.document import Document, read_document
from reskontra.policy.problems import NOTHING, Problem, one_of

TEXT, MARK = 4.5, 3.0
LARGEST_LOGO = 200_000
"""Bytes."""
LOGOS = {".svg": "image/svg+xml", ".png": "image/png"}
KEYS = ("name", "logo", "colors")
OWN = {
    "brand": "#0b5563",
    "brand_dark": "#073d47",
    "link": "#00566b",
    "link_hover": "#07333d",
    "link_visited": "#57407c",
    "tint": "#eef4f4",
    "line": "#cfdadb",
    "overdue": "#a3242b",
    "overdue_tint": "#fbeeee",
    "settled": "#2b6b3f",
    "settled_tint": "#edf5ef",
}
"""The portal's own colors."""
FIXED = {"white": "#ffffff", "text": "#0b0c0c", "secondary text": "#484949"}
PAIRS = (
    ("white", "brand", TEXT),
    ("white", "brand_dark", TEXT),
    *(
        (link, ground, TEXT)
        for link in ("link", "link_hover", "link_visited")
        for ground in ("white", "tint")
    ),
    *((text, "tint", TEXT) for text in ("text", "secondary text")),
    ("text", "overdue_tint", TEXT),
    ("text", "settled_tint", TEXT),
    ("brand", "tint", MARK),
    ("overdue", "white", MARK),
    ("overdue", "overdue_tint", MARK),
    ("settled", "settled_tint", MARK),
)
"""What stands on what, and the least contrast between them."""
PROPERTIES = {
    "brand": ("--portal-brand", "--govuk-brand-colour"),
    "brand_dark": ("--portal-brand-dark",),
    "link": ("--govuk-link-colour",),
    "link_hover": ("--govuk-link-hover-colour",),
    "link_visited": ("--govuk-link-visited-colour",),
    "tint": (
        "--portal-tint",
        "--govuk-template-background-colour",
        "--govuk-surface-background-colour",
    ),
    "line": ("--portal-line", "--govuk-border-colour", "--govuk-surface-border-colour"),
    "overdue": ("--portal-overdue",),
    "overdue_tint": ("--portal-overdue-tint",),
    "settled": ("--portal-settled",),
    "settled_tint": ("--portal-settled-tint",),
}
_COLOR = re.compile(r"#[0-9a-f]{6}")


class ThemeRefused(Refused):
    """The theme is refused:

    {listing}
    """

    swedish = "Temat godtas inte:\n\n{listing}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme that everybody can read."""

    name: str
    """Empty when the creditor's own name is to be shown."""
    logo: bytes
    """Empty when the portal's own mark is to be shown."""
    logo_type: str
    css: str
    digest: str
    """Of the file and the mark, for addresses that are kept by browsers."""


def load_theme(path: Path) -> Theme:
    """Read a theme; refuses one with anything wrong, and names all that is."""
    if not path.is_file():
        raise ThemeRefused(listing=f"{path}: there is no such file")
    document = read_document(path, file=path.name)
    problems = [*document.problems, *(_faults(document, path.parent) if document.data else ())]
    if problems or not isinstance(document.data, dict):
        raise ThemeRefused(listing="\n".join(map(str, problems)) or f"{path.name}: {NOTHING}")
    logo = str(document.data.get("logo", ""))
    colors = {**OWN, **_colors(document)}
    declared = "".join(
        f"{name}:{colors[color]};" for color, names in PROPERTIES.items() for name in names
    )
    return Theme(
        name=str(document.data.get("name", "")),
        logo=(path.parent / logo).read_bytes() if logo else b"",
        logo_type=LOGOS.get(Path(logo).suffix, ""),
        css=f":root{{{declared}}}\n",
        digest=document.digest[:12],
    )


def contrast(one: str, other: str) -> float:
    """The contrast between two colors, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colors(document: Document) -> dict[str, str]:
    data = document.data if isinstance(document.data, dict) else {}
    colors = data.get("colors") or {}
    return {name: str(color).lower() for name, color in colors.items()}


def _faults(document: Document, folder: Path) -> Iterator[Problem]:
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("colors") or {}, dict):
        yield document.problem((), found="something else", allowed=f"keys: {one_of(KEYS)}")
        return
    for key in data.keys() - set(KEYS):
        yield document.problem((key,), found=key, allowed=one_of(KEYS, found=key))
    yield from _logo_faults(document, str(data.get("logo", "")), folder)
    yield from _color_faults(document, _colors(document))


def _logo_faults(document: Document, logo: str, folder: Path) -> Iterator[Problem]:
    if not logo:
        return
    file = folder / logo
    allowed = f"an .svg or .png file beside the theme, at most {LARGEST_LOGO} bytes"
    if Path(logo).name != logo or file.suffix not in LOGOS or not file.is_file():
        yield document.problem(("logo",), found=logo, allowed=allowed)
    elif file.stat().st_size > LARGEST_LOGO:
        yield document.problem(("logo",), found=f"{file.stat().st_size} bytes", allowed=allowed)


def _color_faults(document: Document, given: dict[str, str]) -> Iterator[Problem]:
    wrong = False
    for name, color in given.items():
        if name not in OWN:
            wrong = True
            yield document.problem(("colors", name), found=name, allowed=one_of(OWN, found=name))
        elif not _COLOR.fullmatch(color):
            wrong = True
            yield document.problem(
                ("colors", name), found=color, allowed='six hexadecimal digits, as "#0b5563"'
            )
    if not wrong:
        yield from _contrast_faults(document, given)


def _contrast_faults(document: Document, given: dict[str, str]) -> Iterator[Problem]:
    colors = {**FIXED, **OWN, **given}
    for one, other, least in PAIRS:
        found = contrast(colors[one], colors[other])
        if found < least:
            place = one if one in given else other
            yield document.problem(
                ("colors", place),
                found=f"{one} {colors[one]} on {other} {colors[other]}: {found:.2f} to 1",
                allowed=f"a contrast of at least {least} to 1",
                law="WCAG 2.2, 1.4.3" if least == TEXT else "WCAG 2.2, 1.4.11",
            )
