"""What the page of an invoice says of the water: how it stands, what stops it, and whom to call.

Example: after the second letter it names the day, and the day before, when the money must be in.

The one rule: it is said of the water alone, and only to those who own the house or owe the invoice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.disconnection import water_left_ore
from reskontra.domain.premises import WaterState
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import Falls, InLaw
from reskontra.domain.water_until import long_day
from reskontra.dunning.water_words import CALL, STOPS, within_words
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail, OrderAhead


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHouse:
    """The water, as text."""

    stands: str
    stops: str
    """What can still stop it; empty when nothing is to be stopped."""
    call: str


def at_house(
    detail: InvoiceDetail,
    ahead: Sequence[OrderAhead],
    *,
    policy: Policy,
    today: date,
    language: str,
) -> AtHouse | None:
    """The water at the house that the invoice is about, when anything is to be said of it."""
    creditor = policy.creditors[detail.claim.creditor]
    ruled = under_rules(detail.claim, policy, today=today)
    claim, rules = ruled.claim, creditor.water
    if rules is None or claim.premises is None or not claim.services & rules.services:
        return None
    off = claim.premises.state_on(today) is WaterState.OFF
    if off:
        stands = _off(ahead, creditor, language)
        return AtHouse(stands=stands, stops="", call=_call(creditor, language))
    warned = _warned(claim, ruled.procedure)
    if warned is None or not water_left_ore(claim, rules.services):
        return None
    return AtHouse(
        stands=_coming(warned, ruled.procedure, ahead, language),
        stops=STOPS.say(language),
        call=_call(creditor, language),
    )


def _off(ahead: Sequence[OrderAhead], creditor: Creditor, language: str) -> str:
    back = next((each for each in ahead if each.kind == "reconnect" and each.last_day), None)
    if back is not None and back.last_day is not None:
        return say("water.back", language=language, day=long_day(back.last_day, language))
    assert creditor.water is not None
    within = within_words(creditor.water.reconnect_within, language)
    return say("water.off", language=language, within=within)


def _warned(claim: Claim, procedure: Procedure) -> StepTaken | None:
    """The latest letter that warned of it."""
    names = {s.name for s in procedure.steps if s.in_law is InLaw.DISCONNECTION_WARNING}
    found = [each for each in claim.steps_taken if each.name in names and each.pay_by]
    return found[-1] if found else None


def _coming(
    warned: StepTaken, procedure: Procedure, ahead: Sequence[OrderAhead], language: str
) -> str:
    assert warned.pay_by is not None
    step = procedure.step(warned.name)
    pay_by = long_day(warned.pay_by, language)
    ordered = next((each.day for each in ahead if each.kind == "disconnect"), None)
    if ordered is None and (step is None or step.pay_by_falls is not Falls.BEFORE_DISCONNECTION):
        return say("water.warned", language=language, pay_by=pay_by)
    cut_on = ordered or warned.pay_by + timedelta(days=1)
    before = long_day(cut_on - timedelta(days=1), language)
    return say("water.coming", language=language, pay_by=before, cut_on=long_day(cut_on, language))


def _call(creditor: Creditor, language: str) -> str:
    contact = creditor.contact
    return CALL.say(language).format(name=contact.name, phone=contact.phone)
