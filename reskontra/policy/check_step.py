"""What each step must say for what it does: a letter its time to pay, a hand-over its agency.

    does: letter, with no `letter`      -> found nothing, allowed: one of collection_demand, …
    does: hand_over, to: intrm          -> did you mean intrum?

The one rule: a key that would have no effect is refused, so that nobody trusts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.step import (
    AGENCY,
    COLLECTION_DEMAND,
    CREDITOR,
    ENFORCEMENT_AUTHORITY,
    NOTICE,
    Does,
    Falls,
    InLaw,
    States,
    TimeOut,
    Together,
)
from reskontra.policy.case import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem, one_of
from reskontra.policy.step_file import StepFile

INTEREST_KIND = "interest"
FEE_KIND = "fee"
"""The invoice kinds of what we bill ourselves."""

NO_ACCOUNTS = "an account of creditor.yaml: accounts: {collection: 999-1234}"
LETTERS = ("collection_demand", "invoice", "notice", "reminder")
OWN_INVOICES = frozenset({Does.INTEREST_INVOICE, Does.FEE_INVOICE})
CLAIMS_AT_THE_AUTHORITY = frozenset({InLaw.ORDER_TO_PAY, InLaw.ENFORCEMENT})
DISCONNECTS = frozenset({InLaw.DISCONNECTION, InLaw.DISCONNECTION_WARNING})


def check_step(case: Case) -> Iterator[Problem]:
    """Everything wrong in what single steps say."""
    for way, step in case.steps():
        for check in CHECKS:
            yield from check(case, way, step)


def what_a_letter_needs(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A letter step names its letter and the time to pay; a notice what it says."""
    if step.does is not Does.LETTER:
        if step.letter is not None:
            allowed = f"no letter, as the step does {step.does.value}"
            yield case.problem((*way, "letter"), repr(step.letter), allowed)
        return
    if step.letter is None:
        yield case.problem((*way, "letter"), NOTHING, one_of(LETTERS))
    if step.pay_within is None and step.letter != NOTICE:
        yield case.problem((*way, "pay_within"), NOTHING, "a period like '14 days'")
    if step.letter == NOTICE and step.text is None:
        allowed = "what the notice says, in both languages"
        yield case.problem((*way, "text"), NOTHING, allowed)


def only_on_letters(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """What says how a letter is, or goes, stands on letters alone."""
    if step.does is Does.LETTER:
        return
    given: dict[str, object] = {
        "text": step.text,
        "channels": step.channels,
        "pays_to": step.pays_to,
        "in_letter_of": step.in_letter_of,
        "adds_interest": step.adds_interest,
        "together": step.together is not Together.EACH,
    }
    if step.does is not Does.AWAIT_REPORT:
        given |= {"encloses": step.encloses, "copies_to": step.copies_to}
        given |= {"states": step.states is not States.OPEN, "pay_within": step.pay_within}
    for key, value in given.items():
        if value:
            allowed = f"no such key, as the step does {step.does.value}"
            yield case.problem((*way, key), f"{key} on no letter", allowed)


def who_performs(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """Somebody else performs what is awaited, and nothing but that."""
    awaited = step.does is Does.AWAIT_REPORT
    here = (*way, "by")
    if awaited and step.by == CREDITOR:
        allowed = "the role of kinds.yaml that performs it, as agency or technician"
        yield case.problem(here, step.by, allowed)
    elif not awaited and step.by != CREDITOR:
        yield case.problem(here, step.by, f"creditor, who does {step.does.value}")


def what_it_is_in_law(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """What somebody else performs says what it is in law; of the rest only a notice may."""
    here, law = (*way, "in_law"), step.in_law
    if step.does is Does.AWAIT_REPORT:
        yield from _reported_in_law(case, way, step)
    elif law is not None and step.does is not Does.APPLY and not _letter_in_law(step):
        found = f"{law.value} on a step that does {step.does.value}"
        allowed = "no such key, or disconnection_warning on a notice or a collection demand"
        yield case.problem(here, found, allowed)


def _letter_in_law(step: StepFile) -> bool:
    if step.letter == COLLECTION_DEMAND and step.in_law is InLaw.COLLECTION_DEMAND:
        return True
    return step.letter in (NOTICE, COLLECTION_DEMAND) and (
        step.in_law is InLaw.DISCONNECTION_WARNING
    )


def _reported_in_law(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    here, law = (*way, "in_law"), step.in_law
    found = law.value if law else NOTHING
    if law is None:
        yield case.problem(here, found, one_of(each.value for each in InLaw))
    elif step.by == ENFORCEMENT_AUTHORITY and law not in CLAIMS_AT_THE_AUTHORITY:
        yield case.problem(here, found, "order_to_pay or enforcement, as the Authority does it")
    elif step.by == "court" and law is not InLaw.COURT:
        yield case.problem(here, found, "court, as a court does it")
    elif step.step.startswith("disconnection") and law not in DISCONNECTS:
        yield case.problem(here, found, "disconnection or disconnection_warning, as its name says")
    elif step.step.startswith(COLLECTION_DEMAND) and law is not InLaw.COLLECTION_DEMAND:
        yield case.problem(here, found, "collection_demand, as its name says")


def which_agency(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """What goes to an agency goes to one that the creditor has."""
    hands_over, by_agency = step.does is Does.HAND_OVER, step.by == AGENCY
    agencies = case.creditor.agencies or {}
    if (hands_over or by_agency) and not agencies:
        key = "by" if by_agency else "does"
        allowed = "a creditor whose creditor.yaml has agencies"
        yield case.problem((*way, key), step.by if by_agency else step.does.value, allowed)
    elif step.to is not None and not (hands_over or by_agency):
        yield case.problem((*way, "to"), repr(step.to), "no such key, as no agency does it")
    elif step.to is not None and step.to not in agencies:
        yield case.problem((*way, "to"), repr(step.to), one_of(agencies, found=step.to))
    if step.transfers_claim and not hands_over:
        yield case.problem((*way, "transfers_claim"), "true", "a step that does hand_over")


def our_own_invoices(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """Interest and fees are billed as kinds of invoice that the creditor has, on terms."""
    if step.does is Does.INTEREST_INVOICE and case.file.interest is None:
        yield case.problem(("interest",), NOTHING, "interest terms, as a step invoices it")
    if step.adds_interest and case.file.interest is None:
        yield case.problem(("interest",), NOTHING, "interest terms, as a step adds it")
    for does, kind in ((Does.INTEREST_INVOICE, INTEREST_KIND), (Does.FEE_INVOICE, FEE_KIND)):
        if step.does is does and kind not in case.creditor.invoice_kinds:
            allowed = f"a creditor with the invoice kind {kind}"
            yield case.problem((*way, "does"), step.does.value, allowed)
    if step.joins_next_invoice is not None and step.does not in OWN_INVOICES:
        allowed = "a step that does interest_invoice or fee_invoice"
        yield case.problem((*way, "joins_next_invoice"), str(step.joins_next_invoice), allowed)


def which_account(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A letter is paid to an account that the creditor has."""
    accounts = case.creditor.accounts or {}
    if step.pays_to is not None and step.pays_to not in accounts:
        allowed = one_of(accounts, found=step.pays_to) if accounts else NO_ACCOUNTS
        yield case.problem((*way, "pays_to"), repr(step.pays_to), allowed)


def in_which_letter(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """Words that stand in another step's letter ask for nothing of their own."""
    if step.in_letter_of is None:
        return
    here = (*way, "in_letter_of")
    hosts = [each.step for each, _ in case.before(step) if each.does is Does.LETTER]
    if step.in_letter_of not in hosts:
        allowed = one_of(hosts, found=step.in_letter_of) if hosts else "an earlier letter"
        yield case.problem(here, repr(step.in_letter_of), allowed)
    if step.letter != NOTICE:
        yield case.problem(here, f"on a {step.letter}", "a notice, whose words these are")
    own: dict[str, object] = {
        "pay_within": step.pay_within,
        "fee": step.fee,
        "states": step.states is not States.OPEN,
        "channels": step.channels,
        "pays_to": step.pays_to,
    }
    for key, value in own.items():
        if value:
            found = f"{key} on words in another letter"
            yield case.problem((*way, key), found, f"no such key, as {step.in_letter_of} says it")


def which_amount(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A letter that states the debt of some services says which; its last day comes after it."""
    if step.states is States.SERVICES and not step.only_if.services:
        yield case.problem((*way, "states"), "services", "only_if with the services that are meant")
    if step.pay_by_falls is not Falls.NEXT_BANKING_DAY and step.pay_within is None:
        found = step.pay_by_falls.value
        yield case.problem((*way, "pay_by_falls"), found, "pay_within beside it")
    if step.pay_within is not None and step.pay_within.before:
        allowed = "a time without before"
        yield case.problem((*way, "pay_within"), repr(str(step.pay_within)), allowed)


def what_gates_say(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A gate stands once, and goes on or gives up only when its time can run out."""
    met: set[str] = set()
    for at, need in enumerate(step.gates):
        here = (*way, "needs", at)
        if need.clearance in met:
            yield case.problem(here, f"{need.clearance!r} again", "each clearance once")
        met.add(need.clearance)
        if need.then is TimeOut.GO_ON and need.time_out is None:
            allowed = "time_out beside it: how long is waited"
            yield case.problem((*here, "then"), need.then.value, allowed)
        if need.time_out is not None and need.time_out.before:
            yield case.problem((*here, "time_out"), str(need.time_out), "a time without before")


CHECKS = (
    what_a_letter_needs,
    only_on_letters,
    who_performs,
    what_it_is_in_law,
    which_agency,
    which_account,
    in_which_letter,
    our_own_invoices,
    which_amount,
    what_gates_say,
)
