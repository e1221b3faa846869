"""The national values: what each says on which day, and what is told of them.

The one rule: a figure here was written from the law, not from the file.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated, NoLongerConfirmed, NoValueYet
from reskontra.domain.law import Law
from reskontra.policy.build_law import build_law
from reskontra.policy.law_file import SHAPES, LawFile
from reskontra.policy.load import load_law_files
from reskontra.policy.review_law import Remark, ending, unconfirmed, unverified

CONFIRMED = date(2026, 11, 22)


@pytest.fixture(scope="module")
def files() -> dict[str, LawFile]:
    return load_law_files()


@pytest.fixture(scope="module")
def law(files: dict[str, LawFile]) -> Law:
    return build_law(files)


def values_of(law: Law) -> dict[str, Dated[int] | Dated[Fraction] | Dated[Span]]:
    return {field.name: getattr(law, field.name) for field in fields(law)}


class TestFiles:
    def test_every_value_has_a_file_and_every_dated_value_a_reference(
        self, files: dict[str, LawFile]
    ) -> None:
        assert list(files) == list(SHAPES)
        for file in files.values():
            for dated in file.values.values():
                assert dated.reference.title
                assert dated.confirmed == CONFIRMED

    def test_every_part_of_every_file_is_a_value_of_the_law(self, law: Law) -> None:
        parts = sum(len(shape.parts) for shape in SHAPES.values())

        assert len({each.name for each in values_of(law).values()}) == parts

    def test_a_section_is_named_with_its_act(self, files: dict[str, LawFile]) -> None:
        for file in files.values():
            for dated in file.values.values():
                title = dated.reference.title
                assert "§" not in title or re.search(r"\(\d{4}:\d+\)", title), title


class TestReferenceRate:
    @pytest.mark.parametrize(
        ("day", "per_cent"),
        [
            (date(2002, 7, 1), "9/2"),
            (date(2009, 12, 31), "1/2"),
            (date(2019, 6, 30), "-1/2"),
            (date(2023, 12, 31), "7/2"),
            (date(2025, 7, 1), "2"),
            (date(2026, 12, 31), "2"),
        ],
    )
    def test_it_is_that_of_its_half_year(self, law: Law, day: date, per_cent: str) -> None:
        assert law.reference_rate.on(day) == Fraction(per_cent)

    def test_every_half_year_has_one_of_its_own(self, law: Law) -> None:
        assert len(law.reference_rate.values) == 49

    def test_it_is_not_carried_past_its_last_half_year(self, law: Law) -> None:
        with pytest.raises(NoLongerConfirmed) as refused:
            law.reference_rate.on(date(2027, 1, 1))

        assert str(refused.value).startswith(
            "reference_rate has no value on 2027-01-01: it is confirmed until 2026-12-31."
        )
        assert refused.value.swedish_text().startswith("reference_rate saknar värde för 2027-01-01")

    def test_no_other_value_ends(self, law: Law) -> None:
        ends = [name for name, each in values_of(law).items() if each.confirmed_until]

        assert ends == ["reference_rate"]


class TestFigures:
    @pytest.mark.parametrize(
        ("name", "before", "day", "after"),
        [
            ("reminder_fee_ceiling", "5000", date(2013, 3, 16), "6000"),
            ("collection_demand_fee_ceiling", "16000", date(2013, 3, 16), "18000"),
            ("installment_plan_fee_ceiling", "15000", date(2013, 3, 16), "17000"),
            ("order_to_pay_own_work_ceiling", "34000", date(2014, 1, 1), "38000"),
            ("retention_municipality", "120 months", date(2019, 1, 1), "84 months"),
        ],
    )
    def test_a_value_changes_on_its_day(
        self, law: Law, name: str, before: str, day: date, after: str
    ) -> None:
        value = values_of(law)[name]

        assert str(value.on(day - timedelta(days=1))) == before
        assert str(value.on(day)) == after

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("late_interest_margin", Fraction(8)),
            ("capital_interest_margin", Fraction(2)),
            ("installment_notice_fee_ceiling", 6_000),
            ("late_payment_compensation", 45_000),
            ("order_to_pay_application_fee", 30_000),
            ("enforcement_base_fee", 60_000),
        ],
    )
    def test_a_number_today(self, law: Law, name: str, value: Fraction | int) -> None:
        assert values_of(law)[name].on(CONFIRMED) == value

    @pytest.mark.parametrize(
        ("name", "span"),
        [
            ("interest_after_demand", "30 days"),
            ("collection_demand_from_sending", "8 days"),
            ("collection_demand_from_receipt", "4 banking days"),
            ("order_to_pay_reply_time", "10 days"),
            ("order_to_pay_transfer_time", "4 weeks"),
            ("verdict_reopening_time", "1 month"),
            ("disconnection_warning_time", "2 weeks"),
            ("connection_charge_plan_longest", "120 months"),
            ("limitation_consumer", "36 months"),
            ("limitation_other", "120 months"),
            ("limitation_of_water", "36 months"),
            ("limitation_of_care", "36 months"),
            ("limitation_after_procedure", "12 months"),
            ("limitation_first_warning", "6 months"),
            ("limitation_second_warning", "2 months"),
            ("record_of_non_payment_person", "36 months"),
            ("record_of_non_payment_company", "60 months"),
            ("record_of_application_company", "24 months"),
            ("retention_company", "84 months"),
            ("age_of_majority", "216 months"),
        ],
    )
    def test_a_length_of_time_today(self, law: Law, name: str, span: str) -> None:
        assert values_of(law)[name].on(CONFIRMED) == Span.parse(span)

    def test_a_day_before_the_first_value_is_refused(self, law: Law) -> None:
        for name, value in values_of(law).items():
            first = value.values[0].valid_from
            with pytest.raises(NoValueYet) as refused:
                value.on(first - timedelta(days=1))
            assert str(first) in str(refused.value), name


class TestReview:
    def test_what_a_weak_source_says_is_told_with_the_reason(
        self, files: dict[str, LawFile]
    ) -> None:
        told = [
            (each.file.removeprefix("law/"), str(each.valid_from)) for each in unverified(files)
        ]

        assert told == [
            ("reference_rate.yaml", "2024-07-01"),
            ("reference_rate.yaml", "2025-01-01"),
            ("reference_rate.yaml", "2025-07-01"),
            ("reference_rate.yaml", "2026-01-01"),
            ("reference_rate.yaml", "2026-07-01"),
            ("installment_notice_fee_ceiling.yaml", "2013-03-16"),
            ("order_to_pay_own_work_ceiling.yaml", "2013-01-01"),
            ("order_to_pay_transfer_time.yaml", "1997-01-01"),
            ("verdict_reopening_time.yaml", "1992-01-01"),
            ("limitation_of_care.yaml", "1990-01-01"),
            ("limitation_warnings.yaml", "2020-01-01"),
            ("record_of_non_payment_company.yaml", "2020-01-01"),
            ("retention_company.yaml", "2011-01-01"),
        ]
        assert all(each.why.sv and each.why.en for each in unverified(files))

    def test_what_is_not_verified_is_marked_in_the_domain_too(
        self, files: dict[str, LawFile], law: Law
    ) -> None:
        marked = {
            (each.name.split()[0], entry.valid_from)
            for each in values_of(law).values()
            for entry in each.values
            if entry.unverified
        }
        told = {
            (each.file.removeprefix("law/").removesuffix(".yaml"), each.valid_from)
            for each in unverified(files)
        }

        assert marked == told

    def test_nothing_is_old_a_year_after_it_was_confirmed(self, files: dict[str, LawFile]) -> None:
        assert list(unconfirmed(files, today=date(2027, 11, 22))) == []

    def test_every_value_in_force_is_old_the_day_after_that(
        self, files: dict[str, LawFile]
    ) -> None:
        told = list(unconfirmed(files, today=date(2027, 11, 23)))

        assert [each.file for each in told] == [f"law/{name}.yaml" for name in files]
        assert told[4].say("en") == (
            "law/reminder_fee_ceiling.yaml, 2013-03-16: 60 kr: "
            "was last compared with its source on 2026-11-22"
        )

    @pytest.mark.parametrize(
        ("today", "told"),
        [
            (date(2026, 10, 31), []),
            (date(2026, 11, 1), ["60 dagar till", "60 days from now"]),
            (date(2026, 12, 31), ["0 dagar till", "0 days from now"]),
            (date(2027, 1, 1), ["gällde till och med 2026-12-31", "held until 2026-12-31"]),
        ],
    )
    def test_the_end_of_the_reference_rate_is_told_in_time(
        self, files: dict[str, LawFile], today: date, told: list[str]
    ) -> None:
        remarks: list[Remark] = list(ending(files, today=today))

        assert len(remarks) == (1 if told else 0)
        for remark, (swedish, english) in zip(remarks, [told], strict=False):
            assert remark.file == "law/reference_rate.yaml"
            assert swedish in remark.say("sv")
            assert english in remark.say("en")
