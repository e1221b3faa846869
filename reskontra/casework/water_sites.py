"""A facility as the gates judge it: its claims, letters, fees and money, read from the rows.

    site = site_of(cursor, facility=3, policy=policy, today=today)
    disconnection.gates(site.site, today)

Reads only. The one rule: everything is read anew each time it is asked, so that money that came
this morning is seen.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.disconnection import Site, Warned
from reskontra.domain.premises import Premises, WaterState, has_letter_to_come
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, asking, under_rules
from reskontra.domain.step import InLaw
from reskontra.domain.water_rules import WaterRules
from reskontra.domain.water_work import CLOSES
from reskontra.records import as_of, facilities, money_waiting, runs, water_work
from reskontra.records.facilities import Place


class NotRegistered(Refused):
    """Invoice {number} names no facility that the register knows; take in the facilities first."""

    swedish = (
        "Faktura {number} anger ingen anläggning som finns i registret. Läs in anläggningarna "
        "först."
    )


class NoWaterRules(Refused):
    """{creditor} has no rules for disconnecting water; write them under `water` in its file."""

    swedish = "{creditor} har inga regler för avstängning. Skriv dem under `water` i dess fil."


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A facility, what is judged of it, and the orders there."""

    place: Place
    site: Site
    orders: tuple[water_work.Order, ...]

    @property
    def rules(self) -> WaterRules:
        """The creditor's."""
        return self.site.rules

    @property
    def open_orders(self) -> tuple[water_work.Order, ...]:
        """Those that are still to be done."""
        return tuple(each for each in self.orders if each.open)

    def cut(self, today: date) -> water_work.Order | None:
        """The order by which the water is off or throttled today; None when it is on."""
        if self.site.premises.state_on(today) is WaterState.ON:
            return None
        closing = (each for each in reversed(self.orders) if each.done_on and each.kind in CLOSES)
        return next(closing, None)


def visit_invoice(cursor: CursorWrapper, *, claim: Claim, policy: Policy, today: date) -> Visited:
    """The facility that the claim is about; refused when the register does not know it."""
    found = facilities.of_invoice(cursor, claim.key)
    if found is None:
        raise NotRegistered(number=claim.number)
    return visit(cursor, place=found, policy=policy, today=today)


def visit(cursor: CursorWrapper, *, place: Place, policy: Policy, today: date) -> Visited:
    """The facility as it stands today; refused when its creditor never disconnects."""
    creditor = policy.creditors[place.creditor]
    if creditor.water is None:
        raise NoWaterRules(creditor=creditor.name)
    ids = facilities.invoices_of(cursor, place.facility)
    ruled = _ruled(cursor, ids, policy, today)
    claims = tuple(each.claim for each in ruled)
    houses = facilities.premises(cursor, [(place.creditor, place.code)])
    return Visited(
        place=place,
        site=Site(
            premises=houses.get((place.creditor, place.code), Premises(code=place.code)),
            rules=creditor.water,
            claims=claims,
            warned=_warned(cursor, claims, policy, today),
            letters_to_come=frozenset(
                each.claim.key for each in ruled if has_letter_to_come(each.claim, each.procedure)
            ),
            warns_for=policy.law.disconnection_warning_time.on(today),
            water_fees=water_work.fees_on(cursor, ids),
            overpaid={
                each.invoice: each.free_ore
                for each in money_waiting.overpaid_on(cursor, ids)
                if each.free_ore > 0
            },
            money_until=_money_until(cursor, place.creditor, policy),
            loose_ore=_loose_ore(
                cursor, place.creditor, frozenset(claim.number for claim in claims)
            ),
            hold_names=policy.hold_kinds,
        ),
        orders=tuple(water_work.of_facility(cursor, place.facility)),
    )


def _ruled(cursor: CursorWrapper, ids: list[int], policy: Policy, today: date) -> tuple[Ruled, ...]:
    loaded = as_of.load(cursor, as_of.Wanted.invoices(ids, asking=asking(policy)))
    return tuple(under_rules(each.claim, policy, today=today) for each in loaded)


def _warned(
    cursor: CursorWrapper, claims: Collection[Claim], policy: Policy, today: date
) -> tuple[Warned, ...]:
    """Who was warned: by our letters, or by an agency's, which it told us of by the step."""
    names = warning_steps(policy)
    ids = [claim.key for claim in claims]
    ours = water_work.warning_letters(cursor, ids, steps=names)
    told = {(letter.day, key) for letter in ours for key in letter.claims}
    found = [
        Warned(party=each.party, day=each.day, pay_by=each.pay_by, claims=each.claims)
        for each in ours
    ]
    for claim in claims:
        for taken in claim.steps_taken:
            if taken.name in names and (taken.day, claim.key) not in told and taken.pay_by:
                found += [
                    Warned(
                        party=party,
                        day=taken.day,
                        pay_by=taken.pay_by,
                        claims=frozenset({claim.key}),
                    )
                    for party in [claim.party, *(each.party for each in claim.debtors)]
                ]
    return tuple(found)


def warning_steps(policy: Policy) -> frozenset[str]:
    """The names of the steps that warn of disconnection, in any procedure."""
    return steps_in_law(policy, InLaw.DISCONNECTION_WARNING)


def steps_in_law(policy: Policy, law: InLaw) -> frozenset[str]:
    """The names of the steps that are this in law, in any procedure."""
    return frozenset(
        step.name
        for creditor in policy.creditors.values()
        for procedure in creditor.procedures
        for step in procedure.steps
        if step.in_law is law
    )


def _money_until(cursor: CursorWrapper, creditor: str, policy: Policy) -> date | None:
    """The day up to which the files of every account of the creditor are in."""
    return runs.bank_files_until(
        cursor, creditor=creditor, accounts=policy.creditors[creditor].bankgiros
    )


def _loose_ore(cursor: CursorWrapper, creditor: str, numbers: frozenset[str]) -> int:
    """Money without a claim that some of these invoices are suggested for."""
    waiting = (each for each in money_waiting.unmatched(cursor) if each.creditor == creditor)
    return sum(
        max(0, each.amount_ore) for each in waiting if not numbers.isdisjoint(each.suggestions)
    )
