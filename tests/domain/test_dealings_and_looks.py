"""What else a party owes, and when a claim that depends on it is looked at.

The one rule: what time alone will change has a day; what an event changes has none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.conditions import Condition, PartyCondition, Times, holds_until, unmet
from reskontra.domain.dealings import Dealings, OtherInvoice
from reskontra.domain.identity import birth_date_of
from tests.domain.claims import DUE, INVOICED, a_claim

LATE = date(2025, 4, 14)


def an_invoice(
    number: str, *, kind: str = "parking", dated: date = INVOICED, paid: date | None = None
) -> OtherInvoice:
    return OtherInvoice(
        number=number,
        kind=kind,
        services=frozenset({kind}),
        invoice_date=dated,
        due_date=DUE,
        open_ore=0 if paid else 100,
        paid_date=paid,
    )


@pytest.mark.parametrize(
    ("asked", "mended"),
    [
        (PartyCondition(invoices_overdue_at_least=2), date(2025, 5, 3)),
        (PartyCondition(overdue_at_least_ore=200), date(2025, 5, 3)),
        (PartyCondition(invoices_overdue_at_least=2, of_kinds=frozenset({"rent"})), None),
        (PartyCondition(last_paid_on_time=1), None),
    ],
)
def test_too_little_is_overdue_until_another_invoice_is(
    asked: PartyCondition, mended: date | None
) -> None:
    # Banks are closed on 1 May: what is due then may be paid on the 2nd.
    other = replace(an_invoice("1002"), due_date=date(2025, 5, 1))
    claim = a_claim(dealings=Dealings(invoices=(an_invoice("1001"), other)))
    found = unmet(claim, Condition(party=asked), date(2025, 4, 20))
    assert found is not None
    assert found.mended_on == mended


def test_an_invoice_with_more_time_is_late_only_when_that_has_passed() -> None:
    # The deferral ends on a Saturday: Monday is in time.
    more_time = ((date(2025, 3, 20), date(2025, 4, 26)),)
    unpaid = replace(an_invoice("1001"), more_time=more_time)
    dealings = Dealings(invoices=(unpaid,))
    assert dealings.overdue(today=date(2025, 4, 28)) == ()
    assert dealings.overdue(today=date(2025, 4, 29)) == (unpaid,)
    assert dealings.next_overdue_on(today=date(2025, 3, 20)) == date(2025, 4, 29)
    assert not replace(unpaid, paid_date=date(2025, 4, 28)).paid_late
    assert replace(unpaid, paid_date=date(2025, 4, 29)).paid_late
    assert not replace(unpaid, more_time=((DUE, None),), paid_date=date(2030, 1, 1)).paid_late


def test_more_time_given_too_late_does_not_undo_that_it_was_late() -> None:
    unpaid = replace(an_invoice("1001"), more_time=((date(2025, 4, 10), date(2025, 4, 20)),))
    dealings = Dealings(invoices=(unpaid,))
    assert dealings.overdue(today=date(2025, 4, 9)) == (unpaid,)
    assert dealings.next_overdue_on(today=date(2025, 3, 20)) == date(2025, 4, 1)
    assert dealings.next_overdue_on(today=date(2025, 4, 10)) == date(2025, 4, 23)


def test_our_own_invoices_bring_no_service_and_nothing_joins_them() -> None:
    dealings = Dealings(
        invoices=(an_invoice("1001"), an_invoice("R1001", kind="interest", dated=LATE))
    )
    assert dealings.services == {"parking"}
    assert dealings.next_invoice(LATE) is None


@pytest.mark.parametrize(
    ("condition", "until"),
    [
        (Condition(), None),
        (Condition(overdue_at_most=Span.parse("30 days")), date(2025, 4, 30)),
        (
            Condition(
                party=PartyCondition(paid_late=Times(within=Span.parse("1 month"), at_least=1))
            ),
            date(2025, 5, 14),
        ),
        (
            Condition(
                party=PartyCondition(paid_late=Times(within=Span.parse("1 month"), at_most=3))
            ),
            None,
        ),
    ],
)
def test_how_long_a_condition_holds(condition: Condition, until: date | None) -> None:
    dealings = Dealings(invoices=(an_invoice("1001", paid=LATE),))
    claim = a_claim(dealings=dealings)
    assert holds_until(claim, condition, date(2025, 4, 20)) == until


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("199001012385", date(1990, 1, 1)),
        ("199001612382", date(1990, 1, 1)),
        ("199013012381", None),
        ("5599999017", None),
    ],
)
def test_the_date_of_birth_is_read_from_the_number(number: str, born: date | None) -> None:
    assert birth_date_of(number) == born
