"""The application to the Enforcement Authority about a claim, from its rows.

    application_of(cursor, case, policy=policy, today=today) -> Application(reference="0f6c…", …)

The one rule: it is made once, kept, and sent as it was made; what happens afterwards is told. The
ground is in Swedish, in plain words, and nothing in it tells anybody where to pay.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from django.db.backends.utils import CursorWrapper

from reskontra.domain.cost import interest_on
from reskontra.domain.court import court_for
from reskontra.domain.debtors import pursued
from reskontra.domain.enforcement import News, Route
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, asking, under_rules
from reskontra.domain.step import COLLECTION_DEMAND
from reskontra.formats.agency_case import Debtor
from reskontra.formats.authority_case import (
    Applicant,
    Application,
    CostApplied,
    FeeApplied,
    InterestApplied,
    InvoiceApplied,
    SentBefore,
    VerdictApplied,
)
from reskontra.records import matters, parties
from reskontra.records.detail import detail_of
from reskontra.records.matters import Case
from reskontra.records.views import InvoiceDetail

WATER_TARIFF = "water_tariff"
BY_WATER_LAW = "Fordran avser avgifter enligt vattentjänstlagen (lagen (2006:412))."
TOGETHER = "De {count} svarandena är solidariskt betalningsskyldiga."
_KINDS: dict[str, Literal["reminder", "collection_demand", "notice"]] = {
    "reminder": "reminder",
    "collection_demand": "collection_demand",
    "notice": "notice",
}


def application_of(
    cursor: CursorWrapper, case: Case, *, policy: Policy, today: date
) -> Application:
    """What the Authority is told of the claim, as it stands today.

    Refuses an order to pay for what no court tries, as a fee for supervision (RH 2010:56).
    """
    detail = detail_of(cursor, case.invoice, today=today, asking=asking(policy))
    ruled = under_rules(detail.claim, policy, today=today)
    court = _court(case, ruled, policy)
    costs = tuple(
        CostApplied.model_validate({"cost": kind, "amount_ore": ore})
        for day, _, kind, ore in matters.costs(cursor, [case.invoice])
        if day == case.matter.day
    )
    debtor, *others = (_debtor(cursor, party) for party in _respondents(case, ruled, today))
    balance = detail.claim.sums.balance
    costs_ore = sum(each.amount_ore for each in costs)
    return Application(
        reference=str(case.reference),
        matter="order_to_pay" if case.matter.route is Route.ORDER_TO_PAY else "enforcement",
        applied_date=today,
        reason=f"{ruled.procedure.name}: {case.step}, {ruled.procedure.file}",
        applicant=_applicant(detail, policy),
        debtor=debtor,
        co_debtors=tuple(others),
        ground=" ".join(_ground(detail, ruled, policy, len(others))),
        invoice=_invoice(detail, policy),
        principal_ore=balance.principal_ore,
        interest=_interest(ruled, today),
        fees=tuple(_fees(detail)),
        fees_left_ore=max(0, balance.fee_ore - costs_ore),
        costs=costs,
        sent_before=tuple(_sent_before(detail)),
        court_if_contested=court,
        verdict=_verdict(cursor, case),
    )


def _court(case: Case, ruled: Ruled, policy: Policy) -> str:
    if case.matter.route is not Route.ORDER_TO_PAY:
        return ""
    grounds = (ruled.procedure.grounds[name] for name in ruled.claim.services)
    return policy.courts[court_for(grounds, policy.courts)].name.sv


def _applicant(detail: InvoiceDetail, policy: Policy) -> Applicant:
    creditor = policy.creditors[detail.row.creditor]
    return Applicant(
        code=creditor.code,
        name=creditor.name,
        organization_number=creditor.organization_number,
        address=creditor.address_lines,
        contact_name=creditor.contact.name,
        phone=creditor.contact.phone,
        email=creditor.contact.email,
    )


def _respondents(case: Case, ruled: Ruled, today: date) -> tuple[int, ...]:
    """Everybody whom the step is taken against that day; its own party when nobody is."""
    step = ruled.procedure.step(case.step)
    found = pursued(ruled.claim, step, today) if step is not None else ()
    return found or (case.party,)


def _debtor(cursor: CursorWrapper, party: int) -> Debtor:
    recipient = parties.recipients(cursor, [party])[party]
    number, kind = parties.identity_of(cursor, party)
    return Debtor(
        identity_number=number,
        kind=kind.value,
        name=recipient.name,
        address=() if recipient.protected_identity else recipient.address_lines,
        language="en" if recipient.language == "en" else "sv",
        protected_identity=recipient.protected_identity,
    )


def _ground(detail: InvoiceDetail, ruled: Ruled, policy: Policy, others: int) -> Iterator[str]:
    creditor, row = policy.creditors[detail.row.creditor], detail.row
    kind = creditor.invoice_kinds[row.kind].sv
    lines = ", ".join(line.text for line in detail.lines)
    yield f"{creditor.name} har fakturerat {kind.lower()}: {lines or kind}."
    yield (
        f"Fakturan har nummer {row.number}, är daterad {row.invoice_date} och skulle betalas "
        f"senast {row.due_date}. Den är inte betald."
    )
    if others:
        yield TOGETHER.format(count=others + 1)
    if any(ruled.procedure.grounds[name] == WATER_TARIFF for name in ruled.claim.services):
        yield BY_WATER_LAW
    for sent in _sent_before(detail):
        if sent.kind == COLLECTION_DEMAND:
            latest = f" och skulle betalas senast {sent.pay_by}" if sent.pay_by else ""
            yield f"Ett inkassokrav skickades {sent.sent_date}{latest}."


def _invoice(detail: InvoiceDetail, policy: Policy) -> InvoiceApplied:
    kind = policy.creditors[detail.row.creditor].invoice_kinds[detail.row.kind].sv
    lines = ", ".join(line.text for line in detail.lines)
    return InvoiceApplied(
        number=detail.row.number,
        invoice_date=detail.row.invoice_date,
        due_date=detail.row.due_date,
        description=f"{kind}: {lines}"[:500] if lines else kind,
    )


def _interest(ruled: Ruled, today: date) -> InterestApplied | None:
    """The interest that is on the claim and what has grown since, in one amount."""
    claim, terms = ruled.claim, ruled.procedure.interest
    balance = claim.sums.balance
    if terms is None or claim.debtor in terms.not_for or balance.principal_ore == 0:
        return None
    grown = interest_on(claim, ruled.procedure, until=today)
    ((_, _, percent),) = tuple(terms.rate.spans(today, today))
    hundredths = round(percent * 100)
    return InterestApplied(
        accrued_ore=balance.interest_ore + grown.total_ore,
        capital_ore=balance.principal_ore,
        from_date=claim.due_date,
        percent=f"{hundredths // 100}.{hundredths % 100:02d}",
        terms=terms.rate.words(day=today),
    )


def _fees(detail: InvoiceDetail) -> Iterator[FeeApplied]:
    """The fees before this: what an application costs is told by itself."""
    for moved in detail.movements:
        if moved.kind == "fee" and ", " not in moved.reason:
            yield FeeApplied(text=moved.reason, date=moved.value_date, amount_ore=moved.amount_ore)


def _sent_before(detail: InvoiceDetail) -> Iterator[SentBefore]:
    for letter in detail.letters:
        if letter.template in _KINDS and letter.taken_for_this:
            kind = _KINDS[letter.template]
            yield SentBefore(kind=kind, sent_date=letter.day, pay_by=letter.pay_by)


def _verdict(cursor: CursorWrapper, case: Case) -> VerdictApplied | None:
    """The verdict on the same claim that enforcement is asked for."""
    if case.matter.route is not Route.ENFORCEMENT:
        return None
    for each in reversed(matters.cases_of(cursor, case.invoice)):
        found = each.matter.first(News.VERDICT)
        if found is not None:
            return VerdictApplied(date=found.day, case_number=each.case_number)
    return None
