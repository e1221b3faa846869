"""The rule behind each line that `explain` tells of something done: the file, and its reference.

    cited(cursor, ids, policy)[date(2025, 4, 9)]
    -> (Cited("reminder", "#   reminder by municipality/procedures/general.yaml 3f0c…: …"),)

A step cites the procedure it was taken by, each time that it was taken; a claim that goes to an
agency again the one that let it, a plan its terms, a recall the kind of hold that calls back. The
one rule: what is cited was kept when it was done, so a file that has changed since changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.rules import Policy
from reskontra.nightly.stories.notation import step_words
from reskontra.records import agency_told, history, plan_history

_SHOWN_OF_DIGEST = 12
KINDS_FILE = "kinds.yaml"
PLAN, RECALL = "plan", "recall"


@dataclass(frozen=True, slots=True)
class Cited:
    """What a line begins with after its arrow, and the comment to put beside it."""

    words: str
    comment: str

    def about(self, text: str) -> bool:
        """Whether the line tells of what this rule led to."""
        return text.startswith((f"-> {self.words} ", f"report {self.words} ")) or (
            text.startswith("-> application ") and f" {self.words} costs " in text
        )


def cited(
    cursor: CursorWrapper, ids: Collection[int], policy: Policy
) -> dict[date, tuple[Cited, ...]]:
    """By day: the rules that led to what was done, each once."""
    found: dict[date, dict[Cited, None]] = {}
    for day, each in _all(cursor, ids, policy):
        found.setdefault(day, {})[each] = None
    return {day: tuple(each) for day, each in found.items()}


def _all(
    cursor: CursorWrapper, ids: Collection[int], policy: Policy
) -> Iterator[tuple[date, Cited]]:
    for step in history.steps(cursor, ids):
        yield step.day, _of_step(step.step, step.file, step.digest, policy)
    for again in agency_told.rules_of_given_again(cursor, ids):
        yield again.day, _of_step(again.step, again.file, again.digest, policy)
    for plan in plan_history.rules(cursor, ids):
        source = _source(plan.file, plan.digest)
        yield plan.day, Cited(PLAN, f"#   plan by {source}: {_reference(plan.digest, '', policy)}")
    for day, _, reason in agency_told.recalls(cursor, ids):
        rule = policy.hold_rules.get(reason)
        if rule is not None and rule.recalls:
            words = policy.hold_kinds[reason].en
            yield day, Cited(RECALL, f"#   recall by {KINDS_FILE}: {reason} recalls ({words})")


def _of_step(step: str, file: str, digest: str, policy: Policy) -> Cited:
    words = step_words(step)
    comment = f"#   {words} by {_source(file, digest)}: {_reference(digest, step, policy)}"
    return Cited(words, comment)


def _source(file: str, digest: str) -> str:
    return f"{file} {digest[:_SHOWN_OF_DIGEST]}"


def _reference(digest: str, step: str, policy: Policy) -> str:
    """Of the step, when it has one of its own, else of the procedure."""
    procedure = policy.procedure_by_digest(digest)
    if procedure is None:
        return "the file has changed since; its words are kept among the rules"
    own = procedure.step(step) if step else None
    reference = own.reference if own and own.reference else procedure.reference
    return f"{reference.title} {reference.url}".strip()


def with_rules(texts: Sequence[str], rules: Iterable[Cited]) -> Iterator[tuple[str, str]]:
    """Each line of a day with the comments beside it; what stands beside none comes last."""
    left = list(rules)
    for place, text in enumerate(texts):
        mine = [each for each in left if each.about(text)]
        # Several lines of one step share its rule, which stands beside the last of them.
        mine = [each for each in mine if not any(map(each.about, texts[place + 1 :]))]
        left = [each for each in left if each not in mine]
        yield text, "\n".join(each.comment for each in mine)
    for each in left:
        yield "", each.comment
