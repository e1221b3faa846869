"""Which procedure an invoice follows, and what campaigns do to a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.campaign import Campaign
from reskontra.domain.claim import Claim
from reskontra.domain.cost import fee_due, interest_on
from reskontra.domain.dealings import Dealings, OtherInvoice
from reskontra.domain.dunning import Stopped, assess
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, Procedure, VersionBy
from reskontra.domain.ruling import under_rules
from reskontra.domain.scope import Scope
from reskontra.domain.terms import Carry
from reskontra.domain.texts import Reference, Texts
from tests.domain.claims import (
    DUE,
    REMINDED,
    a_claim,
    paid,
    procedure_for,
    reminded,
    sample_policy,
)

TODAY = date(2025, 4, 9)


def with_procedures(*procedures: Procedure) -> Policy:
    """The sample policy, with these procedures alone for the municipality."""
    policy = sample_policy()
    creditor = replace(policy.creditors["municipality"], procedures=procedures)
    return replace(policy, creditors={"municipality": creditor})


def with_campaign(**fields: Any) -> Policy:
    """The sample policy, with one campaign for parking."""
    policy = sample_policy()
    campaign = Campaign(
        **{
            "name": "late",
            "label": Texts(sv="Sena fakturor", en="Late invoices"),
            "explanation": Texts(sv="", en=""),
            "reference": Reference(title="KS 2025/7"),
            "file": "late.yaml",
            "digest": "",
            "first_day": date(2025, 3, 1),
            "last_day": date(2025, 4, 30),
            "scope": Scope(kinds=frozenset({"parking"})),
            **fields,
        }
    )
    creditor = replace(policy.creditors["municipality"], campaigns=(campaign,))
    return replace(policy, creditors={"municipality": creditor})


def parking() -> Procedure:
    return procedure_for(a_claim())


def named(name: str, **scope: Any) -> Procedure:
    """The procedure for parking under another name and a narrower scope."""
    return replace(parking(), name=name, scope=Scope(kinds=frozenset({"parking"}), **scope))


def followed(claim: Claim, *procedures: Procedure, today: date = TODAY) -> str:
    return under_rules(claim, with_procedures(*procedures), today=today).procedure.name


@pytest.mark.parametrize(
    ("scope", "claim"),
    [
        ({"departments": frozenset({"streets"})}, {"department": "streets"}),
        ({"facilities": frozenset({"17"})}, {"facility": "17"}),
        ({"marks": frozenset({"final_invoice"})}, {"marks": frozenset({"final_invoice"})}),
        ({"debtors": frozenset({PartyKind.PERSON})}, {}),
    ],
)
def test_the_narrower_procedure_takes_what_it_names_and_nothing_else(
    scope: dict[str, Any], claim: dict[str, Any]
) -> None:
    wide, narrow = named("wide"), named("narrow", **scope)
    other = a_claim(debtor=PartyKind.ORGANIZATION)
    assert followed(a_claim(**claim), wide, narrow) == "narrow"
    assert followed(a_claim(**claim), narrow, wide) == "narrow"
    assert followed(other, wide, narrow) == "wide"


def test_what_else_the_party_is_billed_for_can_decide() -> None:
    wide, waste = named("wide"), named("waste", party_has_only=frozenset({"parking"}))
    mine = OtherInvoice(
        number="1001",
        kind="parking",
        services=frozenset({"parking"}),
        invoice_date=date(2025, 3, 3),
        due_date=DUE,
        open_ore=30_000,
        paid_date=None,
    )
    rent = replace(mine, number="1002", services=frozenset({"rent"}))
    assert followed(a_claim(dealings=Dealings(invoices=(mine,))), wide, waste) == "waste"
    assert followed(a_claim(dealings=Dealings(invoices=(mine, rent))), wide, waste) == "wide"


@pytest.mark.parametrize(
    ("by", "valid_from", "later"),
    [
        (VersionBy.DUE_DATE, DUE, True),
        (VersionBy.DUE_DATE, date(2025, 4, 1), False),
        (VersionBy.INVOICE_DATE, date(2025, 3, 3), True),
        (VersionBy.INVOICE_DATE, date(2025, 3, 4), False),
        (VersionBy.STEP_DAY, TODAY, True),
        (VersionBy.STEP_DAY, date(2025, 4, 10), False),
    ],
)
def test_a_claim_follows_the_version_of_the_day_that_decides(
    by: VersionBy, valid_from: date, *, later: bool
) -> None:
    old = parking()
    new = replace(old, valid_from=valid_from, version_by=by, digest="new")
    ruled = under_rules(a_claim(), with_procedures(old, new), today=TODAY)
    assert (ruled.procedure.digest == "new") is later


def test_a_campaign_that_stops_holds_every_step_until_it_ends() -> None:
    ruled = under_rules(a_claim(), with_campaign(stops=True), today=TODAY)
    found = {each.step.name: each for each in assess(ruled.claim, ruled.procedure, TODAY)}
    reminder = found["reminder"]
    assert reminder == Stopped(reminder.step, ("campaign",), date(2025, 4, 30))


def test_a_campaign_moves_the_due_date_for_steps_and_interest() -> None:
    policy = with_campaign(due_moves_to=date(2025, 5, 15))
    ruled = under_rules(a_claim(), policy, today=TODAY)
    assert not ruled.claim.overdue(today=date(2025, 5, 15))
    assert interest_on(ruled.claim, ruled.procedure, until=date(2025, 5, 16)).rows[0].days == 1


def test_a_campaign_gives_days_free_of_interest() -> None:
    ruled = under_rules(a_claim(), with_campaign(interest_free=True), today=TODAY)
    rows = interest_on(ruled.claim, ruled.procedure, until=date(2025, 5, 10)).rows
    assert [(row.days, row.rate_percent > 0) for row in rows] == [(30, False), (10, True)]


@pytest.mark.parametrize(
    ("paid_date", "days"),
    [(date(2025, 5, 12), 0), (date(2025, 5, 13), 43)],
)
def test_a_campaign_is_free_of_interest_for_who_pays_all_by_a_day(
    paid_date: date, days: int
) -> None:
    """10 May is a Saturday: Monday the 12th is in time."""
    policy = with_campaign(interest_free_if_paid_by=date(2025, 5, 10))
    claim = a_claim(paid(30_000, paid_date))
    ruled = under_rules(claim, policy, today=date(2025, 5, 20))
    rows = interest_on(ruled.claim, ruled.procedure, until=paid_date).rows
    assert sum(row.days for row in rows if row.rate_percent > 0) == days


@pytest.mark.parametrize(("until", "days"), [(date(2025, 5, 12), 0), (date(2025, 5, 13), 43)])
def test_a_claim_still_open_bears_interest_from_the_first_after_the_day(
    until: date, days: int
) -> None:
    policy = with_campaign(interest_free_if_paid_by=date(2025, 5, 10))
    ruled = under_rules(a_claim(), policy, today=TODAY)
    rows = interest_on(ruled.claim, ruled.procedure, until=until).rows
    assert sum(row.days for row in rows if row.rate_percent > 0) == days


def test_a_campaign_lets_a_step_cost_nothing_while_it_is_on() -> None:
    claim = a_claim(kind="rent", services=frozenset({"rent"}))
    policy = with_campaign(fee_free=True, scope=Scope(kinds=frozenset({"rent"})))
    for today, cost_ore in ((date(2025, 4, 30), 0), (date(2025, 5, 2), 6_000)):
        ruled = under_rules(claim, policy, today=today)
        reminder = ruled.procedure.step("reminder")
        assert reminder is not None
        assert fee_due(ruled.claim, ruled.procedure, reminder, today).amount_ore == cost_ore


@pytest.mark.parametrize(
    ("fields", "concerned"),
    [
        ({"invoiced": (date(2025, 3, 1), date(2025, 3, 3))}, True),
        ({"invoiced": (date(2025, 3, 4), date(2025, 3, 31))}, False),
        ({"due": (date(2025, 3, 31), date(2025, 3, 31))}, True),
        ({"due": (date(2025, 4, 1), date(2025, 4, 30))}, False),
        ({"numbers": frozenset({"1001"})}, True),
        ({"numbers": frozenset({"1002"})}, False),
        ({"scope": Scope(kinds=frozenset({"rent"}))}, False),
        ({"first_day": date(2025, 4, 10)}, False),
    ],
)
def test_a_campaign_concerns_what_it_names(fields: dict[str, Any], *, concerned: bool) -> None:
    ruled = under_rules(a_claim(), with_campaign(stops=True, **fields), today=TODAY)
    assert bool(ruled.claim.holds) is concerned


def carrying(**fields: Any) -> Policy:
    carry = Carry(**{"below_ore": 30_100, "at_latest": Span.parse("12 months"), **fields})
    return with_procedures(replace(parking(), carry=carry))


def test_a_small_claim_falls_due_with_the_next_invoice() -> None:
    later = OtherInvoice(
        number="1002",
        kind="parking",
        services=frozenset({"parking"}),
        invoice_date=date(2025, 4, 3),
        due_date=date(2025, 4, 30),
        open_ore=50_000,
        paid_date=None,
    )
    claim = a_claim(dealings=Dealings(invoices=(later,)))
    assert under_rules(claim, carrying(), today=TODAY).claim.due_date == date(2025, 4, 30)
    assert under_rules(a_claim(), carrying(), today=TODAY).claim.due_date == date(2026, 3, 31)


def test_the_rest_of_a_payment_waits_for_an_invoice_that_came_after_the_payment() -> None:
    first, second = (
        OtherInvoice(
            number=number,
            kind="parking",
            services=frozenset({"parking"}),
            invoice_date=dated,
            due_date=due,
            open_ore=50_000,
            paid_date=None,
        )
        for number, dated, due in (
            ("1002", date(2025, 4, 3), date(2025, 4, 30)),
            ("1003", date(2025, 5, 5), date(2025, 5, 30)),
        )
    )
    claim = a_claim(paid(20_000, date(2025, 5, 2)), dealings=Dealings(invoices=(first, second)))
    policy = carrying(part_paid=True)
    assert under_rules(claim, policy, today=date(2025, 5, 6)).claim.due_date == date(2025, 5, 30)


@pytest.mark.parametrize(
    ("claim", "fields"),
    [
        (a_claim(), {"below_ore": 30_000}),
        (a_claim(marks=frozenset({"final_invoice"})), {"unless_marks": {"final_invoice"}}),
        (a_claim(), {"part_paid": True}),
        (a_claim(paid(30_000)), {}),
    ],
)
def test_what_is_not_so_small_or_is_excepted_is_not_carried(
    claim: Claim, fields: dict[str, Any]
) -> None:
    fields = {name: frozenset(v) if isinstance(v, set) else v for name, v in fields.items()}
    assert under_rules(claim, carrying(**fields), today=TODAY).claim.due_date == DUE


@pytest.mark.parametrize(
    ("born", "minor"), [(date(2007, 3, 3), False), (date(2007, 3, 4), True), (None, False)]
)
def test_one_who_turned_18_after_the_claim_arose_was_a_minor(
    born: date | None, *, minor: bool
) -> None:
    ruled = under_rules(a_claim(born=born), sample_policy(), today=REMINDED)
    assert ruled.claim.minor is minor


def test_no_collection_meets_one_who_was_a_minor() -> None:
    ruled = under_rules(a_claim(born=date(2010, 1, 1)), sample_policy(), today=REMINDED)
    hand_over = next(each for each in ruled.procedure.steps if each.collects)
    claim = replace(ruled.claim, steps_taken=reminded())
    found = {each.step.name: each for each in assess(claim, ruled.procedure, TODAY)}
    assert found[hand_over.name] == Stopped(hand_over, ("minor",))
