"""The pages docs/generated/procedures.md and procedures/*: each sample procedure told and drawn.

    procedures.md                             which procedures there are
    procedures/water_company-water.sv.md      one of them in Swedish: words, days and picture
    procedures/water_company-water.sv.svg     the picture

The one rule: the pages say what `reskontra policy explain` says, for one example due on one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.domain.rules import Policy, Procedure
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.policy.telling.draw import draw
from reskontra.policy.telling.example import Example
from reskontra.policy.telling.tell import tell
from reskontra.policy.telling.timeline import timeline
from reskontra.policy.telling.told import Row, Section, Timeline

EXAMPLE = Example(due_date=date(2026, 3, 31))
LANGUAGES = ("sv", "en")

INDEX = """\
# The procedures (rutinerna)

What happens to an unpaid invoice of the two invented creditors, told from their policy files: in
words, by the days of an example, and as a picture. `reskontra policy explain` and
`reskontra policy draw` tell any other policy the same way.

| Creditor (borgenär) | Procedure (rutin) | På svenska | In English |
|---|---|---|---|
"""
_DAYS = {
    "sv": "| Dag | Steg | Att betala | Kostnad | Villkor |\n|---|---|---|---|---|\n",
    "en": "| Day | Step | To pay | Cost | Conditions |\n|---|---|---|---|---|\n",
}
_STEPS = {"sv": "Stegen", "en": "The steps"}
_BACK = {"sv": "Alla rutiner", "en": "All procedures"}


def procedure_pages() -> dict[str, str]:
    """Each page's path below docs/generated, and its text."""
    policy = load_policy(SAMPLE)
    procedures = [each for one in policy.creditors.values() for each in one.procedures]
    pages = {"procedures.md": INDEX + "".join(_index_row(each, policy) for each in procedures)}
    for procedure in procedures:
        for language in LANGUAGES:
            path = f"procedures/{_name(procedure)}.{language}"
            pages[f"{path}.md"] = "\n".join(_page(procedure, policy, language))
            pages[f"{path}.svg"] = draw(procedure, policy, day=EXAMPLE.due_date, language=language)
    return pages


def _name(procedure: Procedure) -> str:
    return f"{procedure.creditor}-{procedure.name}"


def _index_row(procedure: Procedure, policy: Policy) -> str:
    path = f"procedures/{_name(procedure)}"
    creditor = policy.creditors[procedure.creditor].name
    links = " | ".join(f"[{language}]({path}.{language}.md)" for language in LANGUAGES)
    return f"| {creditor} | `{procedure.name}` | {links} |\n"


def _page(procedure: Procedure, policy: Policy, language: str) -> Iterator[str]:
    told = tell(procedure, policy, day=EXAMPLE.due_date, language=language)
    yield f"# {told.title}\n\n[{_BACK[language]}](../procedures.md)\n"
    yield f"![{told.title}]({_name(procedure)}.{language}.svg)\n"
    yield from _days(timeline(procedure, policy, example=EXAMPLE, language=language), language)
    yield f"## {_STEPS[language]}\n"
    for section in told.steps:
        yield from _section(section, level="###")
    for section in told.sections:
        yield from _section(section, level="##")


def _section(section: Section, *, level: str) -> Iterator[str]:
    yield f"{level} {section.heading}\n"
    yield "".join(f"- {sentence}\n" for sentence in section.sentences)


def _days(shown: Timeline, language: str) -> Iterator[str]:
    yield f"## {shown.heading}\n\n{shown.example}\n"
    yield _DAYS[language] + "".join(_day(row) for row in shown.rows)
    yield "".join(f"- {remark}\n" for remark in shown.remarks)


def _day(row: Row) -> str:
    cells = (row.when, row.label, row.pay_by_words, row.cost, "; ".join(row.conditions))
    return f"| {' | '.join(cells)} |\n"
