"""On what terms: fees, late interest, more time to pay, payment in parts, refunds.

    Fee(amount_ore=6000, ground="agreement")
    InterestTerms(rate=AboveReference(...), minimum_ore=5000)
    DeferralTerms(longest=Span.parse("30 days"), grants=(Grant(role="self_service", ...),))

The one rule: these only say what a creditor's policy says; what it comes to is counted elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reskontra.domain.calendar import Span
from reskontra.domain.conditions import Condition
from reskontra.domain.dated import Dated
from reskontra.domain.fees import FeeGround
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import Rate
from reskontra.domain.waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What a step costs the debtor; `ground` says by what right. Amount in öre, VAT included."""

    amount_ore: int
    ground: FeeGround
    ceiling: Dated[int] | None = None
    """The most that the law allows, in öre; None where it sets no ceiling."""
    vat_percent: int = 0
    charged_by: str = "creditor"
    """`agency` when it is told but never booked with us."""
    rates: tuple[tuple[str, int], ...] = ()
    """Other amounts by name, as for work in the evening; who reports the step says which."""
    waived_if_paid_within: Span | None = None
    """For a fee invoice: nothing is charged when the claim is paid so soon after the anchor."""

    def at(self, rate: str) -> int:
        """The amount by the rate of this name; the ordinary one when no rate is named."""
        return dict(self.rates).get(rate, self.amount_ore)


class CostKind(StrEnum):
    """What the law lets an application to the Enforcement Authority cost the debtor."""

    APPLICATION_FEE = "application_fee"
    """Förordningen (1992:1094) 1 §."""
    OWN_WORK = "own_work"
    """Lagen (1990:746) 48 §."""
    BASE_FEE = "base_fee"
    """Of enforcement: förordningen (1992:1094) 6 §."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityCost:
    """One such cost. In öre: the law's amount that day, or less when the file says so."""

    kind: CostKind
    at_most_ore: int | None = None
    ceiling: Dated[int]
    """What the law lets it be."""

    def on(self, day: date) -> int:
        """What it adds on the day."""
        by_law_ore = self.ceiling.on(day)
        return by_law_ore if self.at_most_ore is None else min(self.at_most_ore, by_law_ore)


class InterestFrom(StrEnum):
    """The day after which late interest runs."""

    DUE_DATE = "due_date"
    BANKING_DUE_DATE = "banking_due_date"
    """The due date moved to the next banking day, as payment on that day is in time."""
    DEMAND = "demand"
    """Thirty days after the invoice was sent (räntelagen 4 § 1 st)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestTerms:
    """Late interest on a claim: each day's rate, and what is not charged. Amount in öre."""

    rate: Rate
    """Above the reference rate, or one that the council has decided itself."""
    runs_from: InterestFrom = InterestFrom.BANKING_DUE_DATE
    minimum_ore: int = 0
    """Interest below this is not charged."""
    pay_within: Span = field(default_factory=lambda: Span.parse("30 days"))
    free_under: frozenset[str] = frozenset()
    """Kinds of hold whose days bear no interest, as a deferral that is free of interest."""
    not_for: frozenset[PartyKind] = frozenset()
    """Debtors who are never charged interest."""
    after_demand: Span = field(default_factory=lambda: Span.parse("30 days"))
    """How long after the invoice interest runs when it runs from the demand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Who may say yes, up to what amount and time; without a limit when none is given."""

    role: str
    """`self_service` is the debtor's own choice inside the limits."""
    up_to_ore: int | None = None
    up_to: Span | None = None
    """Counted from the same day as the longest time of all."""

    def covers(self, *, amount_ore: int, last_day: date, counted_from: date) -> bool:
        """Whether the role may say yes to so much until `last_day`."""
        in_time = self.up_to is None or last_day <= self.up_to.after(counted_from)
        return in_time and (self.up_to_ore is None or amount_ore <= self.up_to_ore)


def who_may(
    grants: Iterable[Grant], *, amount_ore: int, last_day: date, counted_from: date
) -> str | None:
    """The first role, the lowest, that may say yes to so much until that day; None if nobody."""
    for grant in grants:
        if grant.covers(amount_ore=amount_ore, last_day=last_day, counted_from=counted_from):
            return grant.role
    return None


class TimeFrom(StrEnum):
    """The day that the longest time is counted from."""

    BILLED = "billed"
    DUE = "due"
    DECIDED = "decided"
    """The day on which it is granted."""

    def day(self, *, billed: date, due: date, decided: date) -> date:
        """That one of the three days."""
        match self:
            case TimeFrom.BILLED:
                return billed
            case TimeFrom.DUE:
                return due
            case TimeFrom.DECIDED:
                return decided


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralTerms:
    """More time to pay (anstånd). Amounts in öre."""

    longest: Span
    longest_from: TimeFrom = TimeFrom.DUE
    not_beyond: date | None = None
    """A fixed last day, however long the time would else be."""
    apply_within: Span
    """How long after the due date one may ask; `0 days` is on the due date at the latest."""
    not_after: frozenset[str] = frozenset()
    """Steps after which it is not given."""
    only_if: Condition = field(default_factory=Condition)
    needs: frozenset[str] = frozenset()
    """Clearances: what a person must have found first, as that the reasons are good."""
    pay_now_percent: int = 0
    """How much of the claim must be paid before."""
    part_of_invoice: bool = False
    """Whether a part of the invoice may be deferred."""
    fee: Fee | None = None
    grants: tuple[Grant, ...] = ()


class WhenBroken(StrEnum):
    """What follows when a plan is not kept."""

    RESUMES = "resumes"
    """The procedure goes on at the next step."""
    WHOLE_DUE = "whole_due"
    """All that is left is due at once."""


class InterestOn(StrEnum):
    """With what the interest of a plan is paid."""

    EACH_PART = "each_part"
    LAST_PART = "last_part"
    SEPARATELY = "separately"
    """By the procedure's own interest invoice, when all is paid."""


class BrokenBy(StrEnum):
    """What breaks a plan."""

    MISSED = "missed"
    LOWER = "lower"
    LATER_INVOICE_LATE = "later_invoice_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """Payment in parts (avbetalningsplan). Amounts in öre."""

    longest: Span
    """To the last part."""
    longest_from: TimeFrom = TimeFrom.DECIDED
    parts_at_most: int
    part_at_least_ore: int = 0
    every: Span = field(default_factory=lambda: Span.parse("1 month"))
    """The time from one part to the next."""
    first_part_within: Span = field(default_factory=lambda: Span.parse("1 month"))
    """The longest time from the day it is granted to the first part."""
    first_part_on_due_date: bool = False
    """The first part is paid on the ordinary due date."""
    only_if: Condition = field(default_factory=Condition)
    needs: frozenset[str] = frozenset()
    """Clearances: what a person must have found first, as that security has been given."""
    not_after: frozenset[str] = frozenset()
    fee: Fee | None = None
    notice_fee: Fee | None = None
    """For each notice of a part."""
    interest: Rate | None = None
    """While the plan is kept; None: no interest."""
    interest_on: InterestOn = InterestOn.EACH_PART
    notice: Waiting | None = None
    """When each part but the first is given notice of; None: the plan's letter has them all."""
    late_within: Span = field(default_factory=lambda: Span.parse("0 days"))
    """How late a part may come without breaking the plan."""
    broken_by: frozenset[BrokenBy] = frozenset(BrokenBy)
    when_broken: WhenBroken = WhenBroken.RESUMES
    administered_by: str = "creditor"
    agency_from_parts: int = 0
    """An agency that administers plans has only those of so many parts or more."""
    to: str = ""
    """Which agency, by its short name, when it is not the one that the creditor has first."""
    grants: tuple[Grant, ...] = ()

    def kept_by(self, parts: int) -> str:
        """Who keeps a plan of so many parts and sends its notices."""
        return "creditor" if parts < self.agency_from_parts else self.administered_by


class RefundCourse(StrEnum):
    """What becomes of money that is too much."""

    KEPT = "kept"
    """It stays as it is, being too small or bound to its purpose."""
    NEXT_INVOICE = "next_invoice"
    PAID_OUT = "paid_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRules:
    """What is done with too much money. Amounts in öre."""

    kept_below_ore: int = 0
    next_invoice_below_ore: int = 0
    bound_kinds: frozenset[str] = frozenset()
    """Kinds of invoice whose credits may neither pay another debt nor be paid out."""
    interest: Rate | None = None
    """On what was paid and then credited, from the day that it was paid."""

    def course(self, *, overpaid_ore: int, kind: str) -> RefundCourse:
        """What becomes of `overpaid_ore` on an invoice of the kind."""
        if kind in self.bound_kinds or overpaid_ore < self.kept_below_ore:
            return RefundCourse.KEPT
        if overpaid_ore < self.next_invoice_below_ore:
            return RefundCourse.NEXT_INVOICE
        return RefundCourse.PAID_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """A small claim waits for the next invoice (överförs till nästa faktura). Amount in öre."""

    below_ore: int
    at_latest: Span
    """How long after its due date it waits when no next invoice comes."""
    part_paid: bool | None = None
    """True: only what is left after a part payment. None: any claim so small."""
    unless_marks: frozenset[str] = frozenset()
    """Marks of invoices that are never carried, as the last one to a seller."""
