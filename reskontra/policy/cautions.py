"""What only a lawyer can settle: told by `reskontra policy check`, stopping nothing.

    interest: {runs_from: due_date}
      -> ask: whether interest may run from a day on which nobody could pay
         see: skuldebrevslagen (1936:81) 5 §

The one rule: a caution names what was found, the question, and where to look; what the law plainly
forbids is no caution but a problem. The words are those of `questions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reskontra.domain.fees import FeeGround
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import AboveReference
from reskontra.domain.step import InLaw
from reskontra.domain.terms import InterestFrom
from reskontra.policy import questions
from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.case import Case
from reskontra.policy.check_step import FEE_KIND
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Caution
from reskontra.policy.step_file import StepFile
from reskontra.policy.terms_file import FlatRateFile

MULTI_DWELLING = "multi_dwelling"


def procedure_cautions(case: Case) -> Iterator[Caution]:
    """Everything in one procedure that a lawyer should look at."""
    yield from _interest(case)
    yield from _terms(case)
    for way, step in case.steps():
        yield from _fee(case, way, step)
        if step.transfers_claim:
            yield questions.TRANSFER.caution(case.document, (*way, "transfers_claim"))
        yield from _disconnection(case, way, step)


def campaign_cautions(campaigns: Iterable[tuple[Document, CampaignFile]]) -> Iterator[Caution]:
    """Everything in a creditor's campaigns that a lawyer should look at."""
    for document, campaign in campaigns:
        for key in ("interest_free", "interest_free_if_paid_by", "fee_free"):
            if getattr(campaign, key):
                yield questions.UNEQUAL.caution(document, (key,), key=key)
        if campaign.stops and campaign.last_day is None:
            yield questions.STOP_WITHOUT_END.caution(document, ("stops",))


def _interest(case: Case) -> Iterator[Caution]:
    terms = case.file.interest
    if terms is None:
        return
    if terms.runs_from is InterestFrom.DUE_DATE:
        yield questions.DUE_DATE.caution(case.document, ("interest", "runs_from"))
    if FEE_KIND in case.file.applies_to.kinds_of(case.creditor):
        yield questions.INTEREST_ON_FEES.caution(case.document, ("interest",))
    yield from _flat_rate(case)


def _flat_rate(case: Case) -> Iterator[Caution]:
    """A rate above that of the law, on anybody but businesses."""
    terms, law = case.file.interest, case.law
    if terms is None or law is None or not isinstance(terms.rate, FlatRateFile):
        return
    if PartyKind.PERSON not in case.scope().debtors:
        return
    lawful = AboveReference(reference_rate=law.reference_rate, margin=law.late_interest_margin)
    last = law.reference_rate.confirmed_until
    for day, percent in terms.rate.flat.items():
        first = max(case.file.valid_from, law.late_interest_margin.values[0].valid_from)
        spans = lawful.spans(first, last) if last is not None else ()
        if any(percent > rate and to.isoformat() >= day for _, to, rate in spans):
            here: Way = ("interest", "rate", "flat", day)
            yield questions.ABOVE_THE_LAW.caution(case.document, here, percent=percent, day=day)
            return


def _terms(case: Case) -> Iterator[Caution]:
    if case.file.deferral is not None and case.file.deferral.fee is not None:
        yield questions.DEFERRAL_FEE.caution(case.document, ("deferral", "fee"))
    if case.file.plan is not None and case.file.plan.notice_fee is not None:
        yield questions.NOTICE_FEE.caution(case.document, ("plan", "notice_fee"))


def _fee(case: Case, way: Way, step: StepFile) -> Iterator[Caution]:
    if step.fee is None or step.fee.ground is not FeeGround.AGREEMENT:
        return
    others = [kind for kind, ground in case.grounds_of(step).items() if ground != "agreement"]
    if others:
        kinds = ", ".join(others)
        yield questions.FEE_NOT_AGREED.caution(case.document, (*way, "fee"), kinds=kinds)
    if step.channels and set(step.channels) <= {"sms", "email"}:
        here, channels = (*way, "channels"), ", ".join(step.channels)
        yield questions.FEE_IN_SHORT.caution(case.document, here, channels=channels)


def _disconnection(case: Case, way: Way, step: StepFile) -> Iterator[Caution]:
    if step.law is not InLaw.DISCONNECTION:
        return
    services = step.only_if.services or ()
    grounds = {case.creditor.services[name].ground for name in services}
    if "water_tariff" not in grounds:
        here, named = (*way, "in_law"), ", ".join(services)
        yield questions.SERVICE_STOPPED.caution(case.document, here, services=named)
    elif MULTI_DWELLING not in (step.unless.marks or () if step.unless else ()):
        yield questions.OTHERS_LIVE_THERE.caution(case.document, way, mark=MULTI_DWELLING)
