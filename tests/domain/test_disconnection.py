"""The gates of section 43: with all of them open nothing hinders; each closed alone stops the cut.

The one rule: what closes a gate is said in words that an officer can act on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim, Clearance, Hold, StepTaken
from reskontra.domain.disconnection import Gate, Site, Warned, gates, water_left_ore
from reskontra.domain.ledger import Balance, Sums
from reskontra.domain.ledger import sums as no_sums
from reskontra.domain.party import PartyKind
from reskontra.domain.premises import FacilityKind, Ownership, Premises, Served, WaterState
from reskontra.domain.premises import WaterTurned as Turned
from reskontra.domain.reconnection import BackBy, back_on, missing_ore
from reskontra.domain.texts import Texts
from reskontra.domain.water_rules import WaterRules
from reskontra.domain.water_work import Tariff

DAY = date(2025, 6, 12)
"""A Thursday between two working days."""
WARNED_ON = date(2025, 4, 25)
CILLA, BO = 1, 2
WATER = frozenset({"water"})
SERVICES = ("water", "waste", "childcare")

RULES = WaterRules(
    services=WATER,
    owed_at_least_ore=100_000,
    overdue_at_least=Span.parse("60 days"),
    finding_fresh_within=Span.parse("30 days"),
    reconnect_within=Span.parse("3 working days"),
    near_within=Span.parse("1 working day"),
    plan_brings_back=True,
    tariffs={
        "standard": (
            Tariff(
                first_day=date(2020, 1, 1),
                disconnection_ore=225_600,
                reconnection_ore=225_600,
                unauthorized_opening_ore=500_000,
            ),
        )
    },
)


def of(**changes: Any) -> Sums:
    """The sums of a claim, in öre."""
    return replace(no_sums(()), **changes)


def a_claim(**changes: Any) -> Claim:
    """An invoice for water that Cilla owes, with the findings that a cut needs."""
    claim = Claim(
        key=1,
        number="1001",
        ocr_number="100164",
        creditor="water_company",
        party=CILLA,
        debtor=PartyKind.PERSON,
        kind="water",
        services=WATER,
        invoice_date=date(2025, 3, 3),
        due_date=date(2025, 3, 31),
        sums=of(billed_ore=300_000, balance=Balance(principal_ore=300_000)),
        facility="A-7",
        steps_taken=(StepTaken(name="reminder", day=date(2025, 4, 9), pay_by=None),),
        clearances=tuple(
            Clearance(kind=kind, day=date(2025, 5, 28))
            for kind in ("no_health_risk", "alternative_water")
        ),
    )
    return replace(claim, **changes)


def a_site(*claims: Claim, **changes: Any) -> Site:
    """A house of Cilla's and Bo's where everything is in order for a cut on DAY."""
    site = Site(
        premises=Premises(
            code="A-7",
            ownerships=(Ownership(first_day=date(2020, 1, 1), owners=(CILLA, BO)),),
            served=(
                Served(
                    first_day=date(2020, 1, 1),
                    kind=FacilityKind.SINGLE_DWELLING,
                    tariff="standard",
                ),
            ),
        ),
        rules=RULES,
        claims=claims or (a_claim(),),
        warned=tuple(
            Warned(party=party, day=day, pay_by=pay_by, claims=frozenset({1}))
            for day, pay_by in (
                (WARNED_ON, date(2025, 5, 23)),
                (date(2025, 5, 28), date(2025, 6, 11)),
            )
            for party in (CILLA, BO)
        ),
        warns_for=Span.parse("14 days"),
        money_until=date(2025, 6, 11),
        hold_names={"dispute": Texts(sv="Du har invänt", en="You have objected")},
    )
    return replace(site, **changes)


def shut(site: Site, day: date = DAY) -> dict[Gate, Texts]:
    """The gates that are closed, with their words."""
    return {each.gate: each.closed for each in gates(site, day) if each.closed is not None}


def test_with_everything_in_order_every_gate_is_open() -> None:
    assert shut(a_site()) == {}
    assert [each.gate for each in gates(a_site(), DAY)] == list(Gate)


def _house(**changes: Any) -> Callable[[], Site]:
    return lambda: a_site(premises=replace(a_site().premises, **changes))


def _claim(**changes: Any) -> Callable[[], Site]:
    return lambda: a_site(a_claim(**changes))


def _held(kind: str) -> Hold:
    return Hold(kind=kind, first_day=date(2025, 6, 1), last_day=None)


def _found(*found: tuple[str, date]) -> tuple[Clearance, ...]:
    return tuple(Clearance(kind=kind, day=day) for kind, day in found)


FOUND = date(2025, 5, 28)
CLOSED: dict[str, tuple[Gate, Callable[[], Site], str]] = {
    "nobody owns it": (Gate.OWNERS, _house(ownerships=()), "Läs in ägarna"),
    "already off": (
        Gate.OWNERS,
        _house(turned=(Turned(day=date(2025, 6, 1), state=WaterState.OFF),)),
        "redan avstängt",
    ),
    "sold": (
        Gate.OWNERS,
        _house(
            ownerships=(
                Ownership(first_day=date(2020, 1, 1), owners=(CILLA, BO)),
                Ownership(first_day=date(2025, 5, 2), owners=(BO, 3)),
            )
        ),
        "En ny ägare svarar inte",
    ),
    "a small debt": (
        Gate.NEGLECT,
        _claim(sums=of(billed_ore=99_999, balance=Balance(principal_ore=99_999))),
        "väsentlig först vid",
    ),
    "a young debt": (Gate.NEGLECT, _claim(due_date=date(2025, 5, 2)), "länge nog"),
    "no letter": (Gate.WARNED, lambda: a_site(warned=()), "Ingen ägare har fått brev"),
    "one owner not urged": (
        Gate.WARNED,
        lambda: a_site(warned=tuple(e for e in a_site().warned if e.party == CILLA)),
        "En av ägarna har inte fått brev",
    ),
    "the second letter not sent": (
        Gate.WARNED,
        lambda: a_site(letters_to_come=frozenset({1})),
        "inte skickat än",
    ),
    "time not out": (
        Gate.WARNED,
        lambda: a_site(warned=tuple(replace(e, pay_by=DAY) for e in a_site().warned)),
        "Tidigaste dagen är 2025-06-13",
    ),
    "less time than the law asks": (
        Gate.WARNED,
        lambda: a_site(
            warned=tuple(
                Warned(
                    party=p, day=date(2025, 6, 2), pay_by=date(2025, 6, 3), claims=frozenset({1})
                )
                for p in (CILLA, BO)
            ),
        ),
        "Tidigaste dagen är 2025-06-17",
    ),
    "no finding on health": (
        Gate.HEALTH,
        _claim(clearances=_found(("alternative_water", FOUND))),
        "Besök eller ring",
    ),
    "a finding grown old": (
        Gate.HEALTH,
        _claim(
            clearances=_found(("no_health_risk", date(2025, 5, 12)), ("alternative_water", FOUND))
        ),
        "Gör den om",
    ),
    "a risk to health": (
        Gate.HEALTH,
        _claim(
            clearances=_found(
                ("no_health_risk", FOUND),
                ("health_risk", FOUND),
                ("alternative_water", FOUND),
            )
        ),
        "får inte stängas av",
    ),
    "no other water": (
        Gate.ALTERNATIVE_WATER,
        _claim(clearances=_found(("no_health_risk", FOUND))),
        "tappställe på gångavstånd",
    ),
    "other water of another time": (
        Gate.ALTERNATIVE_WATER,
        _claim(
            clearances=_found(("no_health_risk", FOUND), ("alternative_water", date(2025, 4, 24)))
        ),
        "inte ordnat",
    ),
    "a dispute": (Gate.UNRESOLVED, _claim(holds=(_held("dispute"),)), "Du har invänt"),
    "a plan": (Gate.UNRESOLVED, _claim(holds=(_held("installment_plan"),)), "installment_plan"),
    "a court case": (Gate.UNRESOLVED, _claim(holds=(_held("court_case"),)), "court_case"),
    "an estate of one owner": (
        Gate.UNRESOLVED,
        _house(holds=((BO, _held("death")),)),
        "death",
    ),
    "a protected identity": (
        Gate.UNRESOLVED,
        _house(holds=((BO, _held("protected_identity")),)),
        "protected_identity",
    ),
    "a multi-dwelling house": (
        Gate.MULTI_DWELLING,
        _house(
            served=(
                Served(
                    first_day=date(2020, 1, 1), kind=FacilityKind.MULTI_DWELLING, tariff="standard"
                ),
            )
        ),
        "eget beslut",
    ),
    "a receipt": (
        Gate.MONEY,
        _claim(clearances=(*a_claim().clearances, *_found(("receipt_shown", date(2025, 6, 11))))),
        "kvitto",
    ),
    "the bank's file is not in": (
        Gate.MONEY,
        lambda: a_site(money_until=date(2025, 6, 10)),
        "Bankens filer till och med 2025-06-11",
    ),
    "money that may be theirs": (Gate.MONEY, lambda: a_site(loose_ore=300_000), "Placera"),
}


@pytest.mark.parametrize("case", CLOSED, ids=str)
def test_each_gate_alone_stops_the_cut_and_says_what_to_do(case: str) -> None:
    gate, site, words = CLOSED[case]
    found = shut(site())
    assert gate in found
    assert words.casefold() in found[gate].sv.casefold()
    assert found[gate].en


def test_every_gate_is_closed_by_some_case() -> None:
    assert {gate for gate, _, _ in CLOSED.values()} | {Gate.DAY} == set(Gate)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 6, 13), "dagen före en ledig dag"),
        (date(2025, 6, 14), "ingen arbetsdag"),
        (date(2025, 6, 19), "dagen före en ledig dag"),
    ],
    ids=["Friday", "Saturday", "the day before Midsummer Eve"],
)
def test_never_on_a_day_off_nor_before_one(day: date, words: str) -> None:
    site = a_site(money_until=day)
    assert words in shut(site, day)[Gate.DAY].sv


def test_a_plan_for_a_multi_dwelling_house_needs_its_own_decision_once() -> None:
    site = CLOSED["a multi-dwelling house"][1]()
    decided = _found(("multi_dwelling_decision", FOUND))
    claim = a_claim(clearances=(*a_claim().clearances, *decided))
    assert shut(replace(site, claims=(claim,))) == {}


def test_a_receipt_whose_money_did_not_come_stops_no_longer() -> None:
    found = _found(("receipt_shown", date(2025, 6, 2)), ("receipt_without_money", date(2025, 6, 9)))
    site = a_site(a_claim(clearances=(*a_claim().clearances, *found)))
    assert shut(site) == {}


lines = st.dictionaries(st.sampled_from(SERVICES), st.integers(1, 500_000), min_size=1)


@given(lines, st.integers(0, 2_000_000), st.integers(0, 50_000), st.integers(0, 300_000))
def test_no_debt_but_water_ever_counts(
    billed: dict[str, int], paid_ore: int, interest_ore: int, fee_ore: int
) -> None:
    """However the invoice is mixed and paid; and money goes to the water first."""
    total_ore = sum(billed.values()) + interest_ore + fee_ore
    paid_ore = min(paid_ore, total_ore)
    claim = a_claim(
        services=frozenset(billed),
        billed_by_service=tuple(sorted(billed.items())) if len(billed) > 1 else (),
        sums=of(
            billed_ore=sum(billed.values()),
            fee_ore=fee_ore,
            interest_ore=interest_ore,
            paid_ore=paid_ore,
            balance=Balance(principal_ore=total_ore - paid_ore),
        ),
    )
    left_ore = water_left_ore(claim, WATER)
    assert left_ore == max(0, billed.get("water", 0) - paid_ore)
    if "water" not in billed:
        assert a_site(claim).due(DAY) == ()
        assert Gate.NEGLECT in shut(a_site(claim))


@given(lines, st.integers(0, 2_000_000))
def test_what_brings_the_water_back_is_never_more_than_water_and_its_fees(
    billed: dict[str, int], paid_ore: int
) -> None:
    total_ore = sum(billed.values())
    claim = a_claim(
        services=frozenset(billed),
        billed_by_service=tuple(sorted(billed.items())) if len(billed) > 1 else (),
        sums=of(
            billed_ore=total_ore,
            paid_ore=min(paid_ore, total_ore),
            balance=Balance(principal_ore=max(0, total_ore - paid_ore)),
        ),
    )
    over_ore = max(0, paid_ore - total_ore)
    site = a_site(claim, overpaid={1: over_ore} if over_ore else {})
    wanted_ore = missing_ore(site, [1], fee_ore=225_600)
    assert wanted_ore <= billed.get("water", 0) + 225_600
    by = back_on(site, [1], off_since=DAY, fee_ore=225_600, day=DAY)
    assert (by is BackBy.MONEY) == (wanted_ore == 0)


def test_one_who_bought_a_share_later_keeps_the_water_on_for_all() -> None:
    changed = Ownership(first_day=date(2025, 4, 1) + timedelta(days=1), owners=(CILLA, 3))
    house = a_site().premises
    site = a_site(premises=replace(house, ownerships=(*house.ownerships, changed)))
    assert site.due(DAY) == ()
    assert Gate.OWNERS in shut(site)
