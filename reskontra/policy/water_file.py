"""What `creditor.yaml` may say under `water`: on what terms the creditor disconnects water itself.

    water:
      services: [water]
      owed_at_least: 1 000 kr
      tariffs:
        standard:
          2024-01-18: {disconnection: 2 256 kr, reconnection: 2 256 kr, unauthorized_opening: 5 000
          kr}

The one rule: a fee is a value of a tariff from a day on, and is never written over.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from reskontra.domain.water_rules import WaterRules
from reskontra.domain.water_work import Tariff
from reskontra.policy.values import DayKey, FileModel, Name, Ore, Period, ReferenceFile


class TariffFile(FileModel):
    """What work at a facility costs from a day on."""

    disconnection: Ore
    """For turning the water off, entered when it is done."""
    reconnection: Ore
    """For turning it on again, entered when it is done."""
    unauthorized_opening: Ore
    """When somebody else has opened what was closed."""
    reference: ReferenceFile
    """The tariff as it was decided."""

    def build(self, first_day: date) -> Tariff:
        """As the domain has it."""
        return Tariff(
            first_day=first_day,
            disconnection_ore=self.disconnection,
            reconnection_ore=self.reconnection,
            unauthorized_opening_ore=self.unauthorized_opening,
        )


class WaterFile(FileModel):
    """On what terms the creditor disconnects water itself, by orders to its technicians."""

    services: Annotated[list[Name], Field(min_length=1)]
    """Services that count as water; each owed by `water_tariff`."""
    owed_at_least: Ore
    """The least debt for water that is a considerable neglect."""
    overdue_at_least: Period
    """How long that much must have been overdue."""
    finding_fresh_within: Period
    """How old a finding on health may be when the water is cut."""
    reconnect_within: Period
    """How soon the water is on again after money, a receipt or, if it may, a plan."""
    near_within: Period
    """How long before its last day an order to reconnect is called near."""
    plan_brings_back: bool = False
    """Whether an installment plan for all of the debt brings the water back."""
    tariffs: Annotated[
        dict[Name, Annotated[dict[DayKey, TariffFile], Field(min_length=1)]], Field(min_length=1)
    ]
    """By the names that the file of facilities uses, each with its values by day."""

    def build(self) -> WaterRules:
        """As the domain has it."""
        return WaterRules(
            services=frozenset(self.services),
            owed_at_least_ore=self.owed_at_least,
            overdue_at_least=self.overdue_at_least,
            finding_fresh_within=self.finding_fresh_within,
            reconnect_within=self.reconnect_within,
            near_within=self.near_within,
            plan_brings_back=self.plan_brings_back,
            tariffs={
                name: tuple(values[day].build(date.fromisoformat(day)) for day in sorted(values))
                for name, values in self.tariffs.items()
            },
        )
