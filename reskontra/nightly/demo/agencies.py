"""The collection agencies of the demo: they take the claims, demand, are paid, or give up.

    agencies.hear_of(day)      what was handed over or happened that day goes to them by files
    agencies.tell_us(day)      what they have to tell comes back by files

The one rule: what becomes of a claim there follows from its number and the demo's seed alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from reskontra.casework.agency_steps import take_steps
from reskontra.domain.calendar import is_banking_day
from reskontra.domain.rules import Policy
from reskontra.intake import returns
from reskontra.nightly.demo.names import chance_of
from reskontra.nightly.demo.small_agency import AgencyCase, SmallAgency
from reskontra.outgoing.agency_carrier import Carrier, FolderCarrier
from reskontra.outgoing.hand_over import Order, send


class Deed(StrEnum):
    """What an agency does with a claim, if it still has it that day."""

    DEMANDS = "demands"
    IS_PAID = "is_paid"
    GIVES_UP = "gives_up"


DEEDS = {
    Deed.DEMANDS: timedelta(days=2),
    Deed.IS_PAID: timedelta(days=14),
    Deed.GIVES_UP: timedelta(days=120),
}
PAYS_ALL, PAYS_HALF, SENT_BACK = 25, 35, 45
"""Of a hundred claims: so many are paid there, then half paid, then sent back."""


@dataclass(slots=True, kw_only=True)
class Agencies:
    """One small agency for each creditor, with a folder each way."""

    policy: Policy
    data: Path
    seed: int
    left_alone: frozenset[str]
    """Debtors whose claims only wait there."""
    _agencies: dict[str, SmallAgency] = field(default_factory=dict)
    _to_come: dict[date, list[tuple[Deed, SmallAgency, AgencyCase]]] = field(default_factory=dict)

    def hear_of(self, day: date) -> None:
        """Send what is due, and let the agencies read it."""
        sent = send(Order(day=day, policy=self.policy, carrier_of=self._carrier_of))
        if not (sent.cases or sent.told or sent.recalls):
            return
        for code, agency in self._agencies.items():
            before = set(agency.cases)
            agency.take_folder(self._folder(code), day=day)
            for reference, case in agency.cases.items():
                if reference not in before:
                    self._plan(agency, case, day)

    def _carrier_of(self, creditor: str, agency: str) -> Carrier:
        if creditor not in self._agencies:
            self._agencies[creditor] = SmallAgency(name=agency, day=date.min)
        return FolderCarrier(self._folder(creditor))

    def _folder(self, creditor: str) -> Path:
        return self.data / "agency" / creditor

    def _plan(self, agency: SmallAgency, case: AgencyCase, day: date) -> None:
        for deed, days in DEEDS.items():
            self._to_come.setdefault(day + days, []).append((deed, agency, case))

    def tell_us(self, day: date) -> None:
        """What happens at the agencies on a banking day, and their files of it."""
        if not is_banking_day(day):
            return
        for due in sorted(each for each in self._to_come if each <= day):
            for deed, agency, case in self._to_come.pop(due):
                if not case.closed:
                    self._happen(deed, agency, case, day)
        for code, agency in self._agencies.items():
            if lines := list(agency.returns()):
                path = self.data / "inbox" / f"agency-{code}-{day}.jsonl"
                path.write_text("\n".join(lines), encoding="utf-8")
                returns.take_in(path, day=day, policy=self.policy)
                take_steps(policy=self.policy, today=day)

    def _happen(self, deed: Deed, agency: SmallAgency, case: AgencyCase, day: date) -> None:
        chance = chance_of(self.seed, f"agency {case.invoice}").randrange(100)
        alone = case.debtor in self.left_alone
        if deed is Deed.DEMANDS:
            agency.demand(case, day=day)
            agency.assess(case, day=day, ability="good", course="demand")
        elif deed is Deed.IS_PAID and chance < PAYS_HALF and not alone:
            asked_ore = case.left_ore if chance < PAYS_ALL else case.left_ore // 2
            agency.receive(case, case.own_ore + asked_ore, day=day)
        elif deed is Deed.GIVES_UP and chance < SENT_BACK and not alone:
            agency.give_up(case, day=day)
