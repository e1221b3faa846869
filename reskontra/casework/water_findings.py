"""What a person finds about a facility: health, other water, a receipt; it holds for all who owe
there.

    find(cursor, visited, NO_HEALTH_RISK, finding="Besök 2 juni: ...", by="A. Ek", today=today)

The one rule: a finding on health says who found what, when, of each thing that the law asks after;
where somebody is ill or cared for nobody can find that there is no risk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework.water_sites import Visited
from reskontra.domain.disconnection import HEALTH_RISK, NO_HEALTH_RISK
from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts
from reskontra.records import steps


class SomebodyMaySuffer(Refused):
    """Somebody there is ill or cared for: a risk to health, and the water may not be cut."""

    swedish = (
        "Någon där är sjuk eller vårdas. Det är en risk för hälsan, och vattnet får inte "
        "stängas av."
    )


class NothingOwedThere(Refused):
    """Nothing is owed for water at {facility}, so there is nothing to find."""

    swedish = "Det finns ingen skuld för vatten vid {facility}, så det finns inget att bedöma."


class FoundInFuture(Refused):
    """{day} has not come yet; write the day on which it was found."""

    swedish = "{day} har inte kommit än. Skriv dagen då det bedömdes."


ASKED: dict[str, Texts] = {
    "ill": Texts(sv="Sjuka personer", en="Ill persons"),
    "care": Texts(sv="Vård i hemmet", en="Care at home"),
    "children": Texts(sv="Barn", en="Children"),
    "tenants": Texts(sv="Hyresgäster", en="Tenants"),
    "animals": Texts(sv="Djur", en="Animals"),
}
"""What a finding on health answers, each by yes or no."""

NEVER_CUT = frozenset({"ill", "care"})
"""Where one of these is so, water is not cut (Svenskt Vatten on section 43)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """A finding on health: who looked, when, how, and what there is."""

    seen_on: date
    by: str
    how: str
    """Who was spoken with, or what was seen."""
    there: frozenset[str]
    """What there is of `ASKED`."""
    risk: bool


def find_health(cursor: CursorWrapper, visited: Visited, health: Health, *, today: date) -> None:
    """Record it for every claim for water there."""
    if health.seen_on > today:
        raise FoundInFuture(day=health.seen_on)
    if not health.risk and health.there & NEVER_CUT:
        raise SomebodyMaySuffer
    answers = ", ".join(
        f"{words.sv.lower()}: {'ja' if name in health.there else 'nej'}"
        for name, words in ASKED.items()
    )
    finding = f"{health.seen_on}, {health.by}: {health.how}. {answers.capitalize()}"
    kind = HEALTH_RISK if health.risk else NO_HEALTH_RISK
    find(cursor, visited, kind, finding=finding, by=health.by, today=today, on=health.seen_on)


def find(
    cursor: CursorWrapper,
    visited: Visited,
    kind: str,
    *,
    finding: str,
    by: str,
    today: date,
    on: date | None = None,
) -> None:
    """Record a finding of the day for every claim that has anything left for water there.

    `on` is the day that it was made, when that was before today.
    """
    services = visited.rules.services
    mine = [each for each in visited.site.claims if each.services & services]
    owing = [each for each in mine if not each.settled] or mine
    if not owing:
        raise NothingOwedThere(facility=visited.place.code)
    for each in owing:
        steps.add_clearance(
            cursor, invoice=each.key, kind=kind, day=on or today, finding=finding, by=by
        )
