"""What the page of an invoice says of the water: how it stands, what it costs, and whom to call.

Example: after the second letter it names the day, and the day before, when the money must be in.

The one rule: it is said of the water alone, and only to one who owns the house and owes the
invoice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.disconnection import water_left_ore
from reskontra.domain.long_day import long_day
from reskontra.domain.premises import WaterState
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import Falls, InLaw
from reskontra.domain.water_rules import WaterRules
from reskontra.domain.water_work import FeeKind
from reskontra.dunning.water_words import CALL, STOPS, within_words
from reskontra.portal import words
from reskontra.portal.wording import say
from reskontra.records.views import HouseView, InvoiceDetail, OrderAhead, WaterFee


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A row of what must be paid before the water is back."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHouse:
    """The water, as text."""

    stands: str
    stops: str = ""
    """What can still stop it; empty when nothing is to be stopped."""
    owed: tuple[Owed, ...] = ()
    """What must be paid before the water is back, the sum last; empty when it is on."""
    where: str = ""
    """Whom to pay, when it is not us alone."""
    receipt: str = ""
    """How to show a receipt; empty when nothing waits for one."""
    call: str


def at_house(
    detail: InvoiceDetail, house: HouseView, *, policy: Policy, today: date, language: str
) -> AtHouse | None:
    """The water at the house that the invoice is about, when anything is to be said of it.

    One who has sold the house is told no more of its water.
    """
    creditor = policy.creditors[detail.claim.creditor]
    ruled = under_rules(detail.claim, policy, today=today)
    claim, rules = ruled.claim, creditor.water
    if rules is None or claim.premises is None or not claim.services & rules.services:
        return None
    if not claim.premises.answers_for(claim, today):
        return None
    state, call = claim.premises.state_on(today), _call(creditor, language)
    if state is not WaterState.ON:
        return _closed(state, claim, house, creditor=creditor, today=today, language=language)
    opened = _opened(house.fees)
    if opened is not None and water_left_ore(claim, rules.services, _fees_on(claim, house)):
        amount = words.kronor(opened.amount_ore, language=language)
        stands = say("water.opened", language=language, amount=amount)
        return AtHouse(stands=stands, call=call)
    warned = _warned(claim, ruled.procedure)
    if warned is None or not water_left_ore(claim, rules.services):
        return None
    return AtHouse(
        stands=_coming(warned, ruled.procedure, house.ahead, language),
        stops=STOPS.say(language),
        call=call,
    )


def _closed(
    state: WaterState,
    claim: Claim,
    house: HouseView,
    *,
    creditor: Creditor,
    today: date,
    language: str,
) -> AtHouse:
    """The water is off or throttled: when it is back, and what must be paid first."""
    rules, call = creditor.water, _call(creditor, language)
    assert rules is not None
    back = next((each.last_day for each in house.ahead if each.kind == "reconnect"), None)
    if back is not None:
        stands = say("water.back", language=language, day=long_day(back, language=language))
        return AtHouse(stands=stands, call=call)
    within, contact = within_words(rules.reconnect_within, language), creditor.contact
    fee_ore = _reconnection_ore(state, claim, rules, today)
    return AtHouse(
        stands=say(f"water.{state.value}", language=language, within=within),
        owed=tuple(_owed(house, rules, fee_ore, language)),
        where=(
            say("water.owed.where", language=language)
            if any(each.handed_over for each in house.closed_for)
            else ""
        ),
        receipt=say("water.receipt", language=language, phone=contact.phone, email=contact.email),
        call=call,
    )


def _reconnection_ore(state: WaterState, claim: Claim, rules: WaterRules, today: date) -> int:
    """What it will cost to turn the water on; throttled water is opened at no cost."""
    served = claim.premises.served_on(today) if claim.premises else None
    tariff = rules.tariff(served.tariff, today) if served else None
    return tariff.reconnection_ore if tariff and state is WaterState.OFF else 0


def _owed(house: HouseView, rules: WaterRules, fee_ore: int, language: str) -> Iterator[Owed]:
    """The debt for water, the fees that are entered, and the one to come; then the sum."""
    kept_ore = sum(each.sums.overpaid_ore for each in house.closed_for)
    keys = {each.key for each in house.closed_for}
    left_ore = sum(
        water_left_ore(each, rules.services, _fees_on(each, house)) for each in house.closed_for
    )
    entered = [each for each in house.fees if each.invoice in keys]
    fees_ore = min(left_ore, sum(each.amount_ore for each in entered))
    if not house.closed_for:
        return
    yield _row("water.owed.debt", left_ore - fees_ore, language)
    if fees_ore:
        kinds = dict.fromkeys(say(f"water.fee.{each.kind}", language=language) for each in entered)
        yield Owed(label=" + ".join(kinds), amount=_kronor(fees_ore, language))
    coming_ore = max(0, fee_ore - kept_ore)
    if fee_ore:
        yield _row("water.fee.reconnection", coming_ore, language)
    yield _row("water.owed.sum", left_ore + coming_ore, language)


def _row(name: str, ore: int, language: str) -> Owed:
    return Owed(label=say(name, language=language), amount=_kronor(ore, language))


def _kronor(ore: int, language: str) -> str:
    return say("kronor", language=language, amount=words.kronor(ore, language=language))


def _fees_on(claim: Claim, house: HouseView) -> int:
    return sum(each.amount_ore for each in house.fees if each.invoice == claim.key)


def _opened(fees: Sequence[WaterFee]) -> WaterFee | None:
    """The latest fee, when it is for an opening that was not ours."""
    last = fees[-1] if fees else None
    return last if last and last.kind == FeeKind.UNAUTHORIZED_OPENING.value else None


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
    pay_by = long_day(warned.pay_by, language=language)
    ordered = next((each for each in ahead if each.kind in ("disconnect", "throttle")), None)
    if ordered is None and (step is None or step.pay_by_falls is not Falls.BEFORE_DISCONNECTION):
        return say("water.warned", language=language, pay_by=pay_by)
    cut_on = ordered.day if ordered else warned.pay_by + timedelta(days=1)
    before = long_day(cut_on - timedelta(days=1), language=language)
    name = "water.throttling" if ordered and ordered.kind == "throttle" else "water.coming"
    return say(name, language=language, pay_by=before, cut_on=long_day(cut_on, language=language))


def _call(creditor: Creditor, language: str) -> str:
    contact = creditor.contact
    return CALL.say(language).format(name=contact.name, phone=contact.phone)
