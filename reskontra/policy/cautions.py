"""What only a lawyer can settle: told by `reskontra policy check`, stopping nothing.

    interest: {runs_from: due_date}
      -> ask: whether interest may run from a day on which nobody could pay
         see: skuldebrevslagen (1936:81) 5 §

The one rule: a caution names what was found, the question, and where to look; what the law plainly
forbids is no caution but a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reskontra.domain.fees import FeeGround
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import AboveReference
from reskontra.domain.step import InLaw
from reskontra.domain.terms import InterestFrom
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
        yield from _transfer(case, way, step)
        yield from _disconnection(case, way, step)


def campaign_cautions(campaigns: Iterable[tuple[Document, CampaignFile]]) -> Iterator[Caution]:
    """Everything in a creditor's campaigns that a lawyer should look at."""
    for document, campaign in campaigns:
        for key in ("interest_free", "interest_free_if_paid_by", "fee_free"):
            if getattr(campaign, key):
                yield document.caution(
                    (key,),
                    found=f"{key} for some invoices",
                    why="whether those left out are treated equally",
                    law="kommunallagen (2017:725) 2 kap. 3 §",
                )
        if campaign.stops and campaign.last_day is None:
            yield document.caution(
                ("stops",),
                found="a stop without a last day",
                why="when claims would lapse while it lasts",
                law="preskriptionslagen (1981:130) 2 §",
            )


def _interest(case: Case) -> Iterator[Caution]:
    terms = case.file.interest
    if terms is None:
        return
    if terms.runs_from is InterestFrom.DUE_DATE:
        found = "interest from a due date that may be a day when banks are closed"
        why = "whether interest may run from a day after which payment was still in time"
        law = "skuldebrevslagen (1936:81) 5 §"
        yield case.caution(("interest", "runs_from"), found, why, law)
    if FEE_KIND in case.file.applies_to.kinds_of(case.creditor):
        why = "whether interest may run on fees; the outcome of RH 2010:18 is not known here"
        yield case.caution(("interest",), "interest on fee invoices", why, "räntelagen (1975:635)")
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
            found = f"{percent} % from {day}, above the reference rate and 8 points"
            why = "whether it was agreed with each debtor"
            here: Way = ("interest", "rate", "flat", day)
            yield case.caution(here, found, why, "räntelagen (1975:635) 1 and 6 §§")
            return


def _terms(case: Case) -> Iterator[Caution]:
    if case.file.deferral is not None and case.file.deferral.fee is not None:
        why = "whether it was agreed, as the law grants no fee for more time"
        law = "lagen (1981:739) 5 and 6 §§"
        yield case.caution(("deferral", "fee"), "a fee for more time", why, law)
    if case.file.plan is not None and case.file.plan.notice_fee is not None:
        why = "whether it may be charged: only a weak source names it"
        law = "lagen (1981:739) 3 §; law/installment_notice_fee_ceiling.yaml"
        yield case.caution(("plan", "notice_fee"), "a fee for each notice", why, law)


def _fee(case: Case, way: Way, step: StepFile) -> Iterator[Caution]:
    if step.fee is None or step.fee.ground is not FeeGround.AGREEMENT:
        return
    others = [kind for kind, ground in case.grounds_of(step).items() if ground != "agreement"]
    if others:
        found = f"a reminder fee, and {', '.join(others)} not owed by agreement"
        why = "whether letters say clearly that it is never charged for them"
        yield case.caution((*way, "fee"), found, why, "lagen (1981:739) 2 §")
    if step.channels and set(step.channels) <= {"sms", "email"}:
        why = "whether the reminder is in writing, as a fee needs"
        found = f"a reminder fee on {', '.join(step.channels)}"
        yield case.caution((*way, "channels"), found, why, "lagen (1981:739) 2 §")


def _transfer(case: Case, way: Way, step: StepFile) -> Iterator[Caution]:
    if step.transfers_claim:
        found = "a claim that the agency owns from then on"
        why = "whether the debtor is told that payment to the creditor no longer counts"
        law = "inkassolagen (1974:182) 5 § 4; skuldebrevslagen (1936:81) 29 and 31 §§"
        yield case.caution((*way, "transfers_claim"), found, why, law)


def _disconnection(case: Case, way: Way, step: StepFile) -> Iterator[Caution]:
    if step.law is not InLaw.DISCONNECTION:
        return
    services = step.only_if.services or ()
    grounds = {case.creditor.services[name].ground for name in services}
    if "water_tariff" not in grounds:
        found = f"disconnection of {', '.join(services)}"
        why = "on what ground, and after which warning, the service may be stopped"
        law = "the service's own law or agreement; inkassolagen (1974:182) 1 §"
        yield case.caution((*way, "in_law"), found, why, law)
    elif MULTI_DWELLING not in (step.unless.marks or () if step.unless else ()):
        found = "disconnection of houses where others than the debtor live, too"
        why = f"whether unless: {{marks: [{MULTI_DWELLING}]}} should bar it"
        law = "lagen (2006:412) om allmänna vattentjänster 43 §"
        yield case.caution(way, found, why, law)
