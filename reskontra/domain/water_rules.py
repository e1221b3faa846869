"""A creditor's rules for disconnecting water: what is considerable, how fresh a finding, what it
costs.

    rules.tariff("standard", date(2025, 6, 2)).disconnection_ore  -> 225_600

The one rule: these only say what the creditor's file says; `disconnection` judges by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.calendar import Span
from reskontra.domain.water_work import Tariff


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterRules:
    """On what terms a creditor disconnects water, and lets it flow again. Amounts in öre."""

    services: frozenset[str]
    """What counts as water: other services are never demanded for it."""
    owed_at_least_ore: int
    overdue_at_least: Span
    """The neglect is considerable when so much has been overdue for so long (43 §)."""
    finding_fresh_within: Span
    """A finding on health may not be older than this when the water is cut."""
    reconnect_within: Span
    """From money or a receipt until the water is on."""
    near_within: Span
    """So long before its last day an order is called near in the work lists."""
    plan_brings_back: bool
    """Whether the water comes back when an installment plan is granted for all of the debt."""
    tariffs: dict[str, tuple[Tariff, ...]]
    """By name, in order of day."""

    def tariff(self, name: str, day: date) -> Tariff | None:
        """The values of the tariff that day; None when it has none yet."""
        found = [each for each in self.tariffs.get(name, ()) if each.first_day <= day]
        return found[-1] if found else None
