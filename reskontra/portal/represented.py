"""Whom one's letters go to, when somebody stands for one.

    represented_lines(found, policy=policy, language="sv")
    -> ("Dina brev går till Karin Ek (vårdnadshavare) i stället för till dig.",)

The one rule: one whose identity is protected is not named.
"""

from __future__ import annotations

from collections.abc import Iterable

from reskontra.domain.rules import Policy
from reskontra.portal.wording import say
from reskontra.records.views import StandinView


def represented_lines(
    found: Iterable[StandinView], *, policy: Policy, language: str
) -> tuple[str, ...]:
    """A sentence for each who stands for the one who asks."""
    return tuple(_line(each, policy, language) for each in found)


def _line(each: StandinView, policy: Policy, language: str) -> str:
    kind = policy.representative_kinds.get(each.kind)
    what = kind.texts.say(language).lower() if kind else ""
    who = say("represented.who", language=language, name=each.name, kind=what)
    told = "represented.instead" if each.instead else "represented.also"
    return say(told, language=language, who=who if each.name else what)
