"""From the checked files of `law/` to the domain's `Law`.

    build_law(load_law_files()).reminder_fee_ceiling.on(date(2026, 1, 1))  -> 6000

The one rule: nothing is refused here; what comes in has been checked, value by value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated, DatedValue
from reskontra.domain.law import Law
from reskontra.policy.check_value import next_half_year
from reskontra.policy.law_file import WHOLE, LawFile, parse_term
from reskontra.policy.values import parse_amount, parse_percent, parse_points

T = TypeVar("T", int, Fraction, Span)


def build_law(files: Mapping[str, LawFile]) -> Law:
    """The national values, from one file each."""

    def amount(name: str) -> Dated[int]:
        return _dated(files[name], WHOLE, parse_amount)

    def points(name: str) -> Dated[Fraction]:
        return _dated(files[name], WHOLE, parse_points)

    def span(name: str, part: str = WHOLE) -> Dated[Span]:
        return _dated(files[name], part, parse_term)

    return Law(
        reference_rate=_dated(files["reference_rate"], WHOLE, parse_percent),
        late_interest_margin=points("late_interest_margin"),
        capital_interest_margin=points("capital_interest_margin"),
        interest_after_demand=span("interest_after_demand"),
        reminder_fee_ceiling=amount("reminder_fee_ceiling"),
        collection_demand_fee_ceiling=amount("collection_demand_fee_ceiling"),
        installment_plan_fee_ceiling=amount("installment_plan_fee_ceiling"),
        installment_notice_fee_ceiling=amount("installment_notice_fee_ceiling"),
        late_payment_compensation=amount("late_payment_compensation"),
        order_to_pay_application_fee=amount("order_to_pay_application_fee"),
        order_to_pay_own_work_ceiling=amount("order_to_pay_own_work_ceiling"),
        enforcement_base_fee=amount("enforcement_base_fee"),
        collection_demand_from_sending=span("collection_demand_days", "from_sending"),
        collection_demand_from_receipt=span("collection_demand_days", "from_receipt"),
        order_to_pay_reply_time=span("order_to_pay_reply_time"),
        order_to_pay_transfer_time=span("order_to_pay_transfer_time"),
        verdict_reopening_time=span("verdict_reopening_time"),
        disconnection_warning_time=span("disconnection_warning_time"),
        connection_charge_plan_longest=span("connection_charge_plan_longest"),
        limitation_consumer=span("limitation_periods", "consumer"),
        limitation_other=span("limitation_periods", "other"),
        limitation_of_water=span("limitation_of_water"),
        limitation_of_care=span("limitation_of_care"),
        limitation_after_procedure=span("limitation_after_procedure"),
        limitation_first_warning=span("limitation_warnings", "first"),
        limitation_second_warning=span("limitation_warnings", "second"),
        record_of_non_payment_person=span("record_of_non_payment_person"),
        record_of_non_payment_company=span("record_of_non_payment_company", "verdict"),
        record_of_application_company=span("record_of_non_payment_company", "application"),
        retention_municipality=span("retention_municipality"),
        retention_company=span("retention_company"),
        age_of_majority=span("age_of_majority"),
    )


def _dated(file: LawFile, part: str, read: Callable[[str], T]) -> Dated[T]:
    entries = tuple(
        DatedValue(
            valid_from=date.fromisoformat(day),
            value=read(dated.value[part]),
            reference=dated.reference.title,
            confirmed=dated.confirmed,
            unverified=not dated.verified,
        )
        for day, dated in file.values.items()
    )
    until = last_day(file)
    return Dated(name=f"{file.value} {part}".strip(), values=entries, confirmed_until=until)


def last_day(file: LawFile) -> date | None:
    """The last day of the last value when the law sets it anew; None when it has no end."""
    if not file.set_anew:
        return None
    return next_half_year(date.fromisoformat(list(file.values)[-1])) - timedelta(days=1)
