"""What brings the water back: the money, a receipt, a plan, or an owner who does not owe for it.

    missing_ore(site, claims, fee_ore=225_600)   -> 751_200
    back_on(site, claims, off_since=…, fee_ore=225_600, day=date(2025, 6, 17))  -> BackBy.MONEY

The one rule: the water is kept off only for the debt that it was turned off for, from those who own
the house and owe it (lagen (2006:412) om allmänna vattentjänster 37 and 43 §§).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from reskontra.domain.disconnection import Site
from reskontra.domain.water_work import FeeKind


class BackBy(StrEnum):
    """What brings the water back."""

    MONEY = "money"
    RECEIPT = "receipt"
    PLAN = "plan"
    NEW_OWNER = "new_owner"
    """Somebody owns the house now who does not answer for what it was turned off for."""


def missing_ore(site: Site, claims: Collection[int], *, fee_ore: int) -> int:
    """What must still come before the water does: the debt and both fees, in öre.

    `claims` are those that the water was turned off for; `fee_ore` is the fee for turning it on,
    which is entered when that is done, and until then lies as money that is too much.
    """
    mine = [each for each in site.claims if each.key in claims]
    owed_ore = sum(site.water_left_ore(each) for each in mine)
    kept_ore = sum(site.overpaid.get(each.key, 0) for each in mine)
    return owed_ore + max(0, fee_ore - kept_ore)


def back_on(
    site: Site, claims: Collection[int], *, off_since: date, fee_ore: int, day: date
) -> BackBy | None:
    """What brings the water back on the day, if anything does."""
    if not answer_for_any(site, claims, day=day):
        return BackBy.NEW_OWNER
    if missing_ore(site, claims, fee_ore=fee_ore) == 0:
        return BackBy.MONEY
    receipt = site.receipt()
    if receipt is not None and receipt >= off_since:
        return BackBy.RECEIPT
    if site.rules.plan_brings_back and _all_in_plan(site, claims):
        return BackBy.PLAN
    return None


def answer_for_any(site: Site, claims: Collection[int], *, day: date) -> bool:
    """Whether those who own the house that day answer for any of these claims (37 and 43 §§)."""
    return any(site.premises.answers_for(each, day) for each in site.claims if each.key in claims)


def _all_in_plan(site: Site, claims: Collection[int]) -> bool:
    left = [e for e in site.claims if e.key in claims and site.water_left_ore(e)]
    return bool(left) and all(each.plan is not None for each in left)


def fee_by_tariff(site: Site, kind: FeeKind, day: date) -> tuple[int, date] | None:
    """What the work costs that day by the facility's tariff, and from when that value holds."""
    served = site.premises.served_on(day)
    tariff = site.rules.tariff(served.tariff, day) if served else None
    return None if tariff is None else (tariff.fee_ore(kind), tariff.first_day)
