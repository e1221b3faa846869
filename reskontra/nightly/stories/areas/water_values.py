"""Water in the world of values: houses, orders, fees; judged by the domain's own gates.

    judged(world, "A-7", day)   -> the Site that `disconnection` judges

The one rule: no row; what the rows' side decides by `casework` is decided here by the same
`domain`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from reskontra.domain.claim import Clearance
from reskontra.domain.disconnection import (
    ALTERNATIVE_WATER,
    NO_HEALTH_RISK,
    OFFICER_DECISION,
    Gate,
    Site,
    Standing,
    Warned,
    gates,
)
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.premises import (
    MULTI_DWELLING_DECISION,
    Premises,
    WaterState,
    WaterTurned,
    has_letter_to_come,
)
from reskontra.domain.reconnection import answer_for_any, back_on, fee_by_tariff
from reskontra.domain.refusal import Refused
from reskontra.domain.reporting import reported
from reskontra.domain.rules import Part
from reskontra.domain.step import InLaw
from reskontra.domain.water_work import (
    CLOSES,
    COSTS,
    FINDINGS,
    LEAVES,
    OPENED_BY_ANOTHER,
    FeeKind,
    OrderKind,
)
from reskontra.nightly.stories.areas.debtors import SentAgain
from reskontra.nightly.stories.areas.leaving import leaves_on
from reskontra.nightly.stories.notation import LetterSent

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure

BY_ITSELF = "reskontra"
STAYS = frozenset({Gate.DAY, Gate.WARNED})


@dataclass(slots=True, kw_only=True)
class Ordered:
    """An order in values."""

    kind: OrderKind
    code: str
    day: date
    by: str
    claims: tuple[int, ...]
    last_day: date | None = None
    follows: Ordered | None = None
    open: bool = True
    done_on: date | None = None


@dataclass(slots=True)
class Waters:
    """The orders of a world, and the fees that were entered for them, by claim."""

    orders: list[Ordered] = field(default_factory=list)
    fees: Counter[int] = field(default_factory=Counter)

    def open_one(self, kind: OrderKind, code: str) -> Ordered | None:
        """The open order of the kind at a house, if there is one."""
        found = (e for e in self.orders if e.open and (e.kind, e.code) == (kind, code))
        return next(found, None)


def house_of(world: Pure, code: str) -> tuple[tuple[str, str], Premises]:
    """The facility of that code, with its key."""
    return next((key, each) for key, each in world.nights.houses.items() if key[1] == code)


def judged(world: Pure, code: str, day: date) -> Site:
    """Everything known of the house and of the invoices that name it."""
    (creditor, _), house = house_of(world, code)
    rules = world.policy.creditors[creditor].water
    assert rules is not None
    numbers = [n for n, owed in world.owed.items() if owed.claim.facility == code]
    ruled = [world.ruled(number, day) for number in numbers]
    claims = tuple(each.claim for each in ruled)
    warned = tuple(_warned(world, claims_by={e.number: e.key for e in claims}))
    parties = dict.fromkeys(party for each in house.ownerships for party in each.owners)
    held = world.nights.party_holds
    return Site(
        premises=replace(house, holds=tuple((p, h) for p in parties for h in held.get(p, ()))),
        rules=rules,
        claims=claims,
        warned=tuple(each for each in warned if each.day <= day),
        letters_to_come=frozenset(
            each.claim.key for each in ruled if has_letter_to_come(each.claim, each.procedure)
        ).union(*(each.claims for each in warned if each.day > day)),
        warns_for=world.policy.law.disconnection_warning_time.on(day),
        water_fees=world.waters.fees,
        overpaid={e.key: e.sums.overpaid_ore for e in claims if e.sums.overpaid_ore > 0},
        money_until=day,
    )


def _warned(world: Pure, *, claims_by: dict[str, int]) -> Iterator[Warned]:
    """The letters that warn, on the day that each leaves; one sent again instead of its first."""
    steps = {
        step.name
        for creditor in world.policy.creditors.values()
        for procedure in creditor.procedures
        for step in procedure.steps
        if step.in_law is InLaw.DISCONNECTION_WARNING
    }
    warned: list[tuple[date, str, tuple[str, ...], date]] = []
    for day, did in world.did():
        if isinstance(did, LetterSent) and did.step in steps and did.pay_by is not None:
            warned.append((day, did.name, did.taken, did.pay_by))
        elif isinstance(did, SentAgain) and did.pay_by is not None:
            came_back = [each for each in warned if each[1:3] == (did.name, did.numbers)][-1:]
            for each in came_back:
                warned[warned.index(each)] = (day, did.name, did.numbers, did.pay_by)
    for day, name, numbers, pay_by in warned:
        mine = frozenset(claims_by[number] for number in numbers if number in claims_by)
        party = world.cast.names.index(name)
        left = leaves_on(world.cast, day)
        yield Warned(party=party, day=left, pay_by=pay_by, claims=mine)


def standing(site: Site, kind: OrderKind, day: date) -> list[Standing]:
    """The gates that are closed for such an order on the day."""
    but = {Gate.ALTERNATIVE_WATER} if kind is OrderKind.THROTTLE else set[Gate]()
    return [each for each in gates(site, day) if not each.open and each.gate not in but]


def find(world: Pure, code: str, kind: str, day: date) -> None:
    """A person's finding holds for everything that is owed for water there."""
    site = judged(world, code, day)
    mine = [each for each in site.claims if each.services & site.rules.services]
    for each in [e for e in mine if not e.settled] or mine:
        _clear(world, each.number, kind, day)


def _clear(world: Pure, number: str, kind: str, day: date) -> None:
    owed = world.owed[number]
    found = Clearance(kind=kind, day=day)
    owed.claim = replace(owed.claim, clearances=(*owed.claim.clearances, found))


def order(world: Pure, code: str, kind: OrderKind, on: date, day: date, *, by: str) -> None:
    """A named officer has ordered it."""
    site = judged(world, code, day)
    due = site.due(day) if kind in CLOSES else ()
    for each in due:
        _clear(world, each.number, OFFICER_DECISION, day)
        for found in (NO_HEALTH_RISK, ALTERNATIVE_WATER, MULTI_DWELLING_DECISION):
            if site.found(found) is not None and each.cleared_on(found) is None:
                _clear(world, each.number, found, day)
    claims = tuple(each.key for each in due)
    world.waters.orders.append(Ordered(kind=kind, code=code, day=on, by=by, claims=claims))


def cut(world: Pure, code: str, day: date) -> Ordered | None:
    """The order by which the water is off or throttled."""
    _, house = house_of(world, code)
    if house.state_on(day) is WaterState.ON:
        return None
    done = (e for e in reversed(world.waters.orders) if e.code == code and e.done_on)
    return next((each for each in done if each.kind in CLOSES), None)


def done(world: Pure, code: str, kind: OrderKind, day: date) -> Iterator[tuple[FeeKind, str, int]]:
    """It has been done: (kind, invoice, öre) of the fee that it costs."""
    made = world.waters.open_one(kind, code)
    if made is None:
        return
    if kind is OrderKind.DISCONNECT:
        _report(world, made, day)
    made.open, made.done_on = False, day
    if kind in LEAVES:
        turn(world, code, LEAVES[kind], day)
    if kind in FINDINGS:
        _clear_all(world, made.claims, FINDINGS[kind], day)
    if kind in COSTS and not _at_no_cost(world, made, day):
        yield from charge(world, code, COSTS[kind], made.claims, day)


def _at_no_cost(world: Pure, made: Ordered, day: date) -> bool:
    """What was only throttled is opened at no cost, and so is what a new owner does not owe for."""
    if made.follows is None:
        return False
    answers = answer_for_any(judged(world, made.code, day), made.follows.claims, day=day)
    return made.follows.kind is OrderKind.THROTTLE or not answers


def _clear_all(world: Pure, claims: tuple[int, ...], kind: str, day: date) -> None:
    for number, owed in world.owed.items():
        if owed.claim.key in claims:
            _clear(world, number, kind, day)


def opened_by_another(world: Pure, code: str, day: date) -> tuple[int, ...]:
    """Somebody else has opened it; the claims that it was closed for."""
    closing = cut(world, code, day)
    assert closing is not None
    turn(world, code, WaterState.ON, day)
    _clear_all(world, closing.claims, OPENED_BY_ANOTHER, day)
    return closing.claims


def turn(world: Pure, code: str, state: WaterState, day: date) -> None:
    """The water flows so from the day."""
    key, house = house_of(world, code)
    turned = (*house.turned, WaterTurned(day=day, state=state))
    world.nights.houses[key] = replace(house, turned=turned)


def _report(world: Pure, made: Ordered, day: date) -> None:
    for number, owed in world.owed.items():
        if owed.claim.key not in made.claims:
            continue
        ruled = world.ruled(number, day)
        for step in (each for each in ruled.procedure.steps if each.in_law is InLaw.DISCONNECTION):
            try:
                taken = reported(ruled.claim, ruled.procedure, step.name, day=day)
            except Refused:
                continue
            owed.take(taken, day=day)


def charge(
    world: Pure, code: str, kind: FeeKind, claims: tuple[int, ...], day: date
) -> Iterator[tuple[FeeKind, str, int]]:
    """Enter the fee on the oldest of the claims, and let what lies ready pay it."""
    site = judged(world, code, day)
    found = fee_by_tariff(site, kind, day)
    mine = [e for e in site.claims if e.key in claims and e.services & site.rules.services]
    if found is None or not found[0] or not mine:
        return
    bearing = min(mine, key=lambda each: (each.due_date, each.key))
    owed = world.owed[bearing.number]
    receivable, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
    owed.book(EntryKind.FEE, receivable, income, found[0], day)
    world.waters.fees[bearing.key] += found[0]
    ready_ore = min(owed.claim.sums.overpaid_ore, owed.claim.open_ore)
    if ready_ore > 0:
        owed.book(EntryKind.MOVE, LedgerAccount.OVERPAID, LedgerAccount.UNMATCHED, ready_ore, day)
        owed.place(ready_ore, order=(Part.FEE, Part.INTEREST, Part.PRINCIPAL), day=day)
    yield kind, bearing.number, found[0]


def night(world: Pure, day: date) -> Iterator[Ordered]:
    """The orders that the night withdraws, and those that it makes."""
    for made in [e for e in world.waters.orders if e.open and e.kind in CLOSES]:
        site = judged(world, made.code, day)
        hindering = [
            each
            for each in standing(site, made.kind, max(made.day, day))
            if each.gate not in STAYS
            and (each.gate is not Gate.MONEY or site.receipt() is not None)
        ]
        if hindering:
            made.open = False
            yield made
    for _, code in world.nights.houses:
        yield from _bring_back(world, code, day)


def _bring_back(world: Pure, code: str, day: date) -> Iterator[Ordered]:
    closing = cut(world, code, day)
    if closing is None or closing.done_on is None:
        return
    site = judged(world, code, day)
    found = fee_by_tariff(site, FeeKind.RECONNECTION, day)
    fee_ore = found[0] if found and closing.kind is OrderKind.DISCONNECT else 0
    by = back_on(site, closing.claims, off_since=closing.done_on, fee_ore=fee_ore, day=day)
    coming = world.waters.open_one(OrderKind.RECONNECT, code)
    if by is None and coming is not None and coming.by == BY_ITSELF:
        coming.open = False
        yield coming
    if by is None or coming is not None:
        return
    made = Ordered(
        kind=OrderKind.RECONNECT,
        code=code,
        day=day,
        by=BY_ITSELF,
        claims=closing.claims,
        last_day=site.rules.reconnect_within.after(day),
        follows=closing,
    )
    world.waters.orders.append(made)
    yield made
