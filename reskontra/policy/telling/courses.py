"""In-house collection in words: the table that proposes a course, and what an application costs.

    list(course_sentences(step, voice))
    -> ["1. Bevakning föreslås om minst 3 ...: tre krav på ett år.", ...]

The one rule: a sentence for each row, in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reskontra.domain.step import CourseRow, Step
from reskontra.domain.terms import AuthorityCost, CostKind
from reskontra.domain.texts import Texts
from reskontra.policy.telling.conditions import COURSES, clauses
from reskontra.policy.telling.voice import Voice

COSTS = {
    CostKind.APPLICATION_FEE: Texts(
        sv="Kronofogdens ansökningsavgift (förordningen (1992:1094) 1 §)",
        en="the Enforcement Authority's application fee (förordningen (1992:1094) 1 §)",
    ),
    CostKind.OWN_WORK: Texts(
        sv="ersättning för vårt arbete (lagen (1990:746) 48 §)",
        en="compensation for our work (lagen (1990:746) 48 §)",
    ),
    CostKind.BASE_FEE: Texts(
        sv="Kronofogdens grundavgift (förordningen (1992:1094) 6 §)",
        en="the Enforcement Authority's base fee (förordningen (1992:1094) 6 §)",
    ),
}


def course_sentences(step: Step, voice: Voice) -> Iterator[str]:
    """The rows of the table, and who decides; nothing for a step without one."""
    for at, row in enumerate(step.courses, start=1):
        yield _row(at, row, voice)
    if step.courses:
        yield voice.say(
            sv="Den första rad som stämmer gäller. En handläggare bekräftar eller ändrar förslaget "
            "och anger skälet.",
            en="The first row that is true counts. A case officer confirms or changes the "
            "proposal, and says why.",
        )


def _row(at: int, row: CourseRow, voice: Voice) -> str:
    course, because = voice.of(COURSES[row.course]), voice.of(row.because)
    asked = voice.listing(clauses(row.only_if, voice))
    if not asked:
        return voice.say(
            sv=f"Rad {at}: annars föreslås {course}. Skälet: {because}",
            en=f"Row {at}: otherwise {course} is proposed. The reason: {because}",
        )
    return voice.say(
        sv=f"Rad {at}: {course} föreslås om {asked}. Skälet: {because}",
        en=f"Row {at}: {course} is proposed if {asked}. The reason: {because}",
    )


def cost_sentences(costs: Iterable[AuthorityCost], voice: Voice) -> Iterator[str]:
    """What an application adds, each with its section."""
    for cost in costs:
        amount, what = voice.kronor(cost.ceiling.on(voice.day)), voice.of(COSTS[cost.kind])
        yield voice.say(
            sv=f"Det kostar {amount} enligt lag: {what}.", en=f"It costs {amount} by law: {what}."
        )
        if cost.at_most_ore is not None:
            most = voice.kronor(cost.at_most_ore)
            yield voice.say(sv=f"Vi tar ut högst {most}.", en=f"We add {most} at most.")
