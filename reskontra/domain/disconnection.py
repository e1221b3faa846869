"""The gates of section 43: everything that must be so before water is turned off, each by itself.

    gates(site, day)   -> (Standing(gate=Gate.HEALTH, closed=Texts(...)), ...)

The one rule: each gate is judged alone and says in words what would open it; the water is turned
off only when all of them are open, on the day itself (lagen (2006:412) om allmänna vattentjänster
43 §).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from reskontra.domain.calendar import Span, is_working_day, previous_banking_day
from reskontra.domain.claim import Claim
from reskontra.domain.money import format_kronor
from reskontra.domain.premises import MULTI_DWELLING_DECISION, Premises, WaterState
from reskontra.domain.texts import Texts
from reskontra.domain.water_rules import WaterRules

NO_HEALTH_RISK, HEALTH_RISK = "no_health_risk", "health_risk"
ALTERNATIVE_WATER = "alternative_water"
OFFICER_DECISION = "officer_decision"
RECEIPT_SHOWN, RECEIPT_WITHOUT_MONEY = "receipt_shown", "receipt_without_money"


class Gate(StrEnum):
    """What must be so, one thing each."""

    OWNERS = "owners"
    NEGLECT = "neglect"
    WARNED = "warned"
    HEALTH = "health"
    ALTERNATIVE_WATER = "alternative_water"
    UNRESOLVED = "unresolved"
    MULTI_DWELLING = "multi_dwelling"
    DAY = "day"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A letter that warned one owner, about some invoices; `pay_by` was the last day to pay."""

    party: int
    day: date
    pay_by: date
    claims: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A facility with all that is known of it, and of the invoices that name it. Amounts in öre."""

    premises: Premises
    rules: WaterRules
    claims: tuple[Claim, ...]
    """Every invoice that names it, under the rules of the day."""
    warned: tuple[Warned, ...] = ()
    letters_to_come: frozenset[int] = frozenset()
    """Claims about which the procedure has another letter to send before the water is cut."""
    warns_for: Span
    """The least time that the law calls reasonable from a warning."""
    water_fees: Mapping[int, int] = field(default_factory=dict)
    """Fees by the water tariff that have been entered, by claim."""
    overpaid: Mapping[int, int] = field(default_factory=dict)
    """What is too much on a claim and free, by claim."""
    money_until: date | None = None
    """The day up to which the bank's files are in."""
    loose_ore: int = 0
    """Money without a claim that may be for one of these."""
    hold_names: Mapping[str, Texts] = field(default_factory=dict)
    """What kinds of hold are called."""

    def water_left_ore(self, claim: Claim) -> int:
        """What is left of a claim for water, with the fees of the tariff."""
        return water_left_ore(claim, self.rules.services, self.water_fees.get(claim.key, 0))

    def due(self, day: date) -> tuple[Claim, ...]:
        """The overdue claims for water that everybody who owns the facility answers for."""
        return tuple(
            each
            for each in self.claims
            if self.water_left_ore(each)
            and each.overdue(today=day)
            and self.premises.answers_for(each, day)
        )

    def grounds(self, day: date) -> tuple[Claim, ...]:
        """Those of them about which somebody has been warned."""
        warned = frozenset().union(*(each.claims for each in self.warned)) if self.warned else ()
        return tuple(each for each in self.due(day) if each.key in warned)

    def found(self, kind: str) -> date | None:
        """The latest day on which a person found this here."""
        days = [day for each in self.claims if (day := each.cleared_on(kind)) is not None]
        return max(days, default=None)

    def receipt(self) -> date | None:
        """The day on which a receipt was confirmed, unless the money then failed to come."""
        shown, failed = self.found(RECEIPT_SHOWN), self.found(RECEIPT_WITHOUT_MONEY)
        return None if shown is None or (failed is not None and failed >= shown) else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A gate as it stands: open, or closed and why, in words to act on."""

    gate: Gate
    closed: Texts | None

    @property
    def open(self) -> bool:
        """Whether nothing is in the way."""
        return self.closed is None


def water_left_ore(claim: Claim, services: Collection[str], water_fees_ore: int = 0) -> int:
    """What is left of a claim for these services alone, in öre, with `water_fees_ore` of its fees.

    Money that does not say what it pays goes first to the debt that hurts most (NJA 2013 s. 1190):
    waste, childcare, interest and other fees on the same invoice are paid after the water.
    """
    if not claim.services & frozenset(services):
        return 0
    others_ore = sum(ore for name, ore in claim.billed_by_service if name not in services)
    if not claim.billed_by_service and not claim.services <= frozenset(services):
        return 0
    fees_ore = max(0, claim.sums.fee_ore - water_fees_ore)
    left_ore = claim.open_ore - max(0, others_ore) - claim.sums.interest_ore - fees_ore
    return max(0, left_ore)


def gates(site: Site, day: date) -> tuple[Standing, ...]:
    """Every gate as it would stand if the water were turned off on the day."""
    judges = (
        (Gate.OWNERS, _owners),
        (Gate.NEGLECT, _neglect),
        (Gate.WARNED, _warned),
        (Gate.HEALTH, _health),
        (Gate.ALTERNATIVE_WATER, _alternative_water),
        (Gate.UNRESOLVED, _unresolved),
        (Gate.MULTI_DWELLING, _multi_dwelling),
        (Gate.DAY, _day),
        (Gate.MONEY, _money),
    )
    return tuple(Standing(gate=gate, closed=judge(site, day)) for gate, judge in judges)


def _owners(site: Site, day: date) -> Texts | None:
    if not site.premises.owners_on(day):
        return Texts(
            sv="Registret säger inte vem som äger anläggningen. Läs in ägarna först.",
            en="The register does not say who owns the facility. Take in its owners first.",
        )
    if site.premises.state_on(day) is WaterState.OFF:
        return Texts(sv="Vattnet är redan avstängt.", en="The water is off already.")
    late = [each for each in site.claims if site.water_left_ore(each) and each.overdue(today=day)]
    if late and not site.due(day):
        numbers = ", ".join(each.number for each in late)
        return Texts(
            sv=f"Faktura {numbers} uppstod innan dagens ägare ägde huset. En ny ägare svarar inte "
            "för den förras skuld.",
            en=f"Invoice {numbers} arose before those who own the house today did. A new owner "
            "does not answer for the former one's debt.",
        )
    return None


def _neglect(site: Site, day: date) -> Texts | None:
    rules = site.rules
    long_ago = [
        each for each in site.due(day) if rules.overdue_at_least.after(each.due_date) <= day
    ]
    owed_ore = sum(site.water_left_ore(each) for each in long_ago)
    if owed_ore and owed_ore >= rules.owed_at_least_ore:
        return None
    least = _kr(rules.owed_at_least_ore)
    return Texts(
        sv=f"Skulden för vatten som har varit förfallen länge nog är {_kr(owed_ore)} kr. Den är "
        f"väsentlig först vid {least} kr.",
        en=f"The debt for water that has been overdue long enough is SEK {_kr(owed_ore)}. It is "
        f"considerable only from SEK {least}.",
    )


def _warned(site: Site, day: date) -> Texts | None:
    grounds = site.grounds(day)
    if not grounds:
        return Texts(
            sv="Ingen ägare har fått brev om avstängning för skulden. Breven skickas av sig själva "
            "när deras dag kommer.",
            en="No owner has had a letter about disconnection for the debt. The letters go by "
            "themselves when their day comes.",
        )
    if any(claim.key in site.letters_to_come for claim in grounds):
        return Texts(
            sv="Brevet med dagen för avstängning är inte skickat än. Det skickas av sig självt när "
            "dess dag kommer och bedömningarna är gjorda.",
            en="The letter with the day of disconnection has not been sent yet. It goes by itself "
            "when its day comes and the findings are made.",
        )
    for owner in site.premises.owners_on(day):
        for claim in grounds:
            mine = [e for e in site.warned if e.party == owner and claim.key in e.claims]
            if not mine:
                return Texts(
                    sv=f"En av ägarna har inte fått brev om faktura {claim.number}. Alla ägare ska "
                    "ha uppmanats skriftligt.",
                    en=f"One of the owners has had no letter about invoice {claim.number}. Every "
                    "owner must have been urged in writing.",
                )
            if fault := _too_soon(site, mine, day):
                return fault
    return None


def _too_soon(site: Site, letters: Sequence[Warned], day: date) -> Texts | None:
    """The law's time from the first letter, and the last day to pay of every one of them."""
    first = min(each.day for each in letters)
    earliest = max(
        [
            site.warns_for.after(first) + timedelta(days=1),
            *(each.pay_by + timedelta(days=1) for each in letters),
        ]
    )
    if day >= earliest:
        return None
    return Texts(
        sv=f"Tiden i breven har inte gått ut. Tidigaste dagen är {earliest}.",
        en=f"The time given in the letters is not out. The earliest day is {earliest}.",
    )


def _health(site: Site, day: date) -> Texts | None:
    fine, risk = site.found(NO_HEALTH_RISK), site.found(HEALTH_RISK)
    if risk is not None and (fine is None or risk >= fine):
        return Texts(
            sv=f"Den {risk} bedömdes någons hälsa vara i fara. Vattnet får inte stängas av.",
            en=f"On {risk} somebody's health was found to be at risk. The water may not be cut.",
        )
    if fine is None:
        return Texts(
            sv="Ingen har bedömt om någons hälsa är i fara. Besök eller ring, och registrera vem "
            "som bedömt, när, och vad som gäller sjuka, barn, hyresgäster, vård och djur.",
            en="Nobody has found whether anybody's health is at risk. Visit or call, and record "
            "who found what, when, of the ill, children, tenants, care and animals.",
        )
    last = site.rules.finding_fresh_within.after(fine)
    if day > last:
        return Texts(
            sv=f"Bedömningen av hälsan gjordes {fine} och gäller till {last}. Gör den om.",
            en=f"The finding on health was made on {fine} and holds until {last}. Make it anew.",
        )
    return None


def _alternative_water(site: Site, day: date) -> Texts | None:
    if _found_this_time(site, ALTERNATIVE_WATER, day):
        return None
    return Texts(
        sv="Annat vatten är inte ordnat. Ordna en tappställe på gångavstånd eller en tank, och "
        "registrera var.",
        en="Other water has not been arranged. Arrange a tap within walking distance or a tank, "
        "and record where.",
    )


def _unresolved(site: Site, day: date) -> Texts | None:
    held = {hold.kind for hold in site.premises.held(day)}
    for each in site.due(day):
        held |= {hold.kind for hold in each.holds if hold.covers(day)}
        held |= {hold.kind for one in each.debtors for hold in one.holds if hold.covers(day)}
    if not held:
        return None
    names = [site.hold_names.get(each, Texts(sv=each, en=each)) for each in sorted(held)]
    return Texts(
        sv=f"Något är inte avgjort: {', '.join(each.sv for each in names)}.",
        en=f"Something is not resolved: {', '.join(each.en for each in names)}.",
    )


def _multi_dwelling(site: Site, day: date) -> Texts | None:
    if not site.premises.is_multi_dwelling(day):
        return None
    if any(each.cleared_on(MULTI_DWELLING_DECISION) for each in site.due(day)):
        return None
    return Texts(
        sv="Huset är ett flerbostadshus, där andra än ägaren bor. Det kräver ett eget beslut.",
        en="The house is a multi-dwelling house, where others than the owner live. It takes a "
        "decision of its own.",
    )


def _day(site: Site, day: date) -> Texts | None:
    if not is_working_day(day):
        return Texts(sv=f"{day} är ingen arbetsdag.", en=f"{day} is no working day.")
    if not is_working_day(day + timedelta(days=1)):
        return Texts(
            sv=f"{day} är dagen före en ledig dag. Ingen skulle kunna hjälpa den som betalar.",
            en=f"{day} is the day before a day off. Nobody could help one who pays.",
        )
    return None


def _money(site: Site, day: date) -> Texts | None:
    needed = previous_banking_day(day)
    if site.money_until is None or site.money_until < needed:
        return Texts(
            sv=f"Bankens filer till och med {needed} är inte inlästa. Någon kan ha betalat.",
            en=f"The bank's files up to {needed} are not in. Somebody may have paid.",
        )
    if site.receipt() is not None:
        return Texts(
            sv="Ett kvitto på betalningen har visats. Vänta på pengarna, eller registrera att de "
            "inte kom.",
            en="A receipt for the payment has been shown. Wait for the money, or record that it "
            "did not come.",
        )
    if site.loose_ore:
        return Texts(
            sv=f"{_kr(site.loose_ore)} kr har kommit in utan faktura och kan gälla skulden. "
            "Placera betalningen först.",
            en=f"SEK {_kr(site.loose_ore)} has come without an invoice and may be for the debt. "
            "Place the payment first.",
        )
    return None


def _found_this_time(site: Site, kind: str, day: date) -> bool:
    """Whether a person has found it since the owners were first warned of the debt."""
    grounds = {each.key for each in site.grounds(day)}
    first = min((each.day for each in site.warned if each.claims & grounds), default=None)
    found = site.found(kind)
    return found is not None and first is not None and found >= first


def reasons(standings: Sequence[Standing], language: str) -> Iterator[str]:
    """Why, in whole sentences."""
    for each in standings:
        if each.closed is not None:
            yield each.closed.say(language)


def _kr(ore: int) -> str:
    return format_kronor(ore)
