"""Who has looked at the citizen's data: in words, and without names unless the law lets them show.

    look_values(look, policy, language="sv")  -> Look(when="20 april 2025", who="Handläggaren", …)

The one rule: the role and the organization are always said; a name only where it is configured.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from reskontra.domain.rules import Policy
from reskontra.portal import words
from reskontra.portal.wording import WORDING, say
from reskontra.records.views import LookView

LOOKS = 200
"""The latest that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look, as the page says it."""

    when: str
    who: str
    why: str


def look_values(look: LookView, policy: Policy, *, language: str) -> Look:
    """One look in words."""
    organization = next(iter(policy.creditors.values())).name
    role = policy.role_kinds.get(look.role)
    named = f", {look.actor}" if settings.STAFF_NAMES_SHOWN and look.role else ""
    who = role.say(language) if role else say("looks.operator", language=language)
    purpose = f"looks.purpose.{look.purpose}"
    at = timezone.localtime(look.looked_at)
    return Look(
        when=f"{words.day(at.date(), language=language)} {at:%H.%M}",
        who=f"{who}{named}, {organization}",
        why=say(purpose, language=language) if purpose in WORDING else look.purpose,
    )
