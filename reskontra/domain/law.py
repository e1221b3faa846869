"""The values that the law itself sets: national, dated, each with its reference.

    law.reference_rate.on(date(2024, 6, 30))       -> Fraction(4), per cent a year
    law.reminder_fee_ceiling.on(date(2013, 3, 15)) -> 5000, öre
    law.limitation_consumer.on(date(2026, 1, 1))   -> Span(36 months)

The one rule: a value is asked for with a day, and a day without a value is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The national values, each dated and referenced. Amounts are öre, rates per cent a year."""

    reference_rate: Dated[Fraction]
    """Set anew for each half-year (räntelagen 9 §)."""
    late_interest_margin: Dated[Fraction]
    """Percentage points above the reference rate on what is overdue (räntelagen 6 §)."""
    capital_interest_margin: Dated[Fraction]
    """Percentage points above it on what is not yet due (räntelagen 5 §)."""
    interest_after_demand: Dated[Span]
    """From the demand to the first day of interest, when no due date was fixed (4 §)."""

    reminder_fee_ceiling: Dated[int]
    collection_demand_fee_ceiling: Dated[int]
    installment_plan_fee_ceiling: Dated[int]
    installment_notice_fee_ceiling: Dated[int]
    late_payment_compensation: Dated[int]
    """Of a business, or of an authority as debtor; not of a person."""
    order_to_pay_application_fee: Dated[int]
    order_to_pay_own_work_ceiling: Dated[int]
    enforcement_base_fee: Dated[int]

    collection_demand_from_sending: Dated[Span]
    """The least time to pay after a collection demand was sent; both times must have run out."""
    collection_demand_from_receipt: Dated[Span]
    """The least time to pay after it can be taken to have arrived."""
    order_to_pay_reply_time: Dated[Span]
    order_to_pay_transfer_time: Dated[Span]
    """How long the creditor has to ask that a contested order to pay goes to court."""
    verdict_reopening_time: Dated[Span]
    disconnection_warning_time: Dated[Span]
    """The least time from the written warning to disconnection (lagen (2006:412) 43 §)."""
    connection_charge_plan_longest: Dated[Span]

    limitation_consumer: Dated[Span]
    limitation_other: Dated[Span]
    limitation_of_water: Dated[Span]
    """Of a household; a business has `limitation_other`."""
    limitation_of_care: Dated[Span]
    """Childcare and elderly care: the safe time to watch, not a settled one."""
    limitation_after_procedure: Dated[Span]
    """The least time after a procedure that ended without service."""
    limitation_first_warning: Dated[Span]
    """How long before the claim lapses; a recommendation."""
    limitation_second_warning: Dated[Span]

    record_of_non_payment_person: Dated[Span]
    record_of_non_payment_company: Dated[Span]
    record_of_application_company: Dated[Span]
    retention_municipality: Dated[Span]
    """By the accounting year's first day; counted from the end of that calendar year."""
    retention_company: Dated[Span]
    age_of_majority: Dated[Span]
    """From the day of birth."""
