"""The gallery of broken policy files, as a part of docs/generated/errors.md.

    ## Policy files
    ### a reminder fee on water
    (the lines that were changed, and what is then told)

The one rule: it is made from the same stanzas that the tests hold the loader to, so what stands
here is what a reader of a wrong file sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

BROKEN = Path(__file__).resolve().parents[1] / "tests" / "policy" / "broken"

CHAPTERS = {
    "safety_by_law": "What the law forbids",
    "procedures": "Procedures",
    "steps": "Steps",
    "conditions": "Conditions",
    "scopes": "Which invoices a procedure takes",
    "terms": "Terms",
    "courses": "In-house collection and the Enforcement Authority",
    "campaigns": "Campaigns",
    "creditors": "Creditors",
    "national_values": "National values",
}
"""The files of stanzas, in the order in which people read them."""

HEADING = """\
# What is told of a wrong policy file

Each fault with the lines that were changed (`-` was, `+` is), and what `reskontra policy check`
then tells: the file and line, what was found, what is allowed, and, where law is the reason, the
section.
"""


def gallery() -> Iterator[str]:
    """The gallery's paragraphs: a heading for each file of stanzas, and each stanza."""
    yield HEADING
    order = list(CHAPTERS)
    for path in sorted(BROKEN.glob("*.txt"), key=lambda each: order.index(each.stem)):
        yield f"## {CHAPTERS[path.stem]}\n"
        for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
            if not block.startswith(";"):
                yield _stanza(block)


def _stanza(block: str) -> str:
    title, file, *rest = block.split("\n")
    told_at = next(at for at, line in enumerate(rest) if line[0] not in " -+")
    diff, told = "\n".join(rest[:told_at]), "\n".join(rest[told_at:])
    heading = title.removeprefix("# ")
    heading = heading[0].upper() + heading[1:]
    return f"### {heading}\n\n`{file}`\n\n```diff\n{diff}\n```\n\n```text\n{told}\n```\n"
