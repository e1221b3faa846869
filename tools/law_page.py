"""The page docs/generated/law.md: every national value, since when, on what ground.

    | From | Value | Ground | Last confirmed | Verified |
    | 2013-03-16 | 60 kr | Lagen (1981:739) … 4 § | 2026-11-22 | yes |

The one rule: the page says what the files say, and first of all what is not verified in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.policy.law_file import DatedValueFile, LawFile
from reskontra.policy.load import load_law_files
from reskontra.policy.review_law import in_words, unverified

INTRODUCTION = """\
# The law's values (lagens värden)

Every national value that reskontra goes by: from which day, on what ground, and when a person last
confirmed it. The files are in `reskontra/policy/law`; how to change one is told in
[change a rule](../howto/change_a_rule.md). `reskontra policy check` tells what to look at today.
"""

UNVERIFIED = """\
## Not verified (ej kontrollerade)

These await a better source. They are counted with, and somebody should look.

| Value | From | Stands | Why |
|---|---|---|---|
"""

TABLE = """\
| From (från) | Value (värde) | Ground (grund) | Last confirmed (bekräftat) | Verified |
|---|---|---|---|---|
"""


def law_page() -> str:
    """The page's text, without the line that says how it is made."""
    files = load_law_files()
    rows = "".join(
        f"| `{remark.file}` | {remark.valid_from} | {remark.value} | {remark.why.en} |\n"
        for remark in unverified(files)
    )
    sections = "\n".join(_section(file) for file in files.values())
    return f"{INTRODUCTION}\n{UNVERIFIED}{rows}\n{sections}"


def _section(file: LawFile) -> str:
    heading = f"## {file.description.en} ({file.description.sv})"
    about = f"`{file.value}`, {_UNITS[file.unit]}."
    if file.set_anew:
        about += f" Set anew {file.set_anew}: never carried past its last period."
    return f"{heading}\n\n{about}\n\n{TABLE}" + "".join(_rows(file))


_UNITS = {
    "kronor": "in kronor",
    "per cent a year": "in per cent a year",
    "percentage points": "in percentage points",
    "period": "a length of time",
}


def _rows(file: LawFile) -> Iterator[str]:
    for day, dated in file.values.items():
        verified = "yes" if dated.verified else "**no**"
        cells = (day, in_words(dated), _ground(dated), str(dated.confirmed), verified)
        yield f"| {' | '.join(cells)} |\n"


def _ground(dated: DatedValueFile) -> str:
    title, url = dated.reference.title, dated.reference.url
    return f"[{title}]({url})" if url else title
