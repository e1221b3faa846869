"""Letters of steps: what a step does to some claims becomes the data of its letter.

    letter_of(bundle, head=head, taken=taken)  -> a reminder, a notice or a collection demand

The one rule: nothing is counted here but sums; what the step costs each claim was decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from reskontra.domain.bundling import Bundle
from reskontra.domain.claim import Claim
from reskontra.domain.cost import interest_on
from reskontra.domain.interest import InterestRow
from reskontra.domain.letter import (
    CollectionDemandLetter,
    DemandClaim,
    Language,
    LetterClaim,
    NoticeLetter,
    ReminderLetter,
    Sender,
)
from reskontra.domain.night import Taken
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.domain.stating import stated_ore
from reskontra.domain.step import COLLECTION_DEMAND, NOTICE, Step
from reskontra.domain.texts import Texts
from reskontra.dunning import water_words, words
from reskontra.records.parties import Recipient

StepLetter = ReminderLetter | NoticeLetter | CollectionDemandLetter

INTEREST_GOES_ON = Texts(
    sv="Räntan fortsätter att räknas på samma sätt till och med den dag du betalar.",
    en="Interest goes on in the same way until the day you pay, that day included.",
)
INTEREST_SEPARATELY = Texts(
    sv="Ränta för tiden efter förfallodagen kommer på en egen faktura.",
    en="Late interest, for the time after the due date, comes on a separate invoice.",
)
NO_MORE_INTEREST = Texts(sv="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What every letter has: who writes to whom, its number, its day and the last day to pay."""

    policy: Policy
    """What roles and enclosures are called."""
    creditor: Creditor
    sender: Sender
    recipient: Recipient
    ocr_number: str
    day: date
    pay_by: date | None
    high: frozenset[int] = frozenset()
    """Claims, by key, that are unusually high for the recipient."""

    @property
    def language(self) -> Language:
        """The recipient's."""
        return cast(Language, self.recipient.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A claim that a letter speaks for, as it was before the step; amounts in öre."""

    claim: Claim
    fee_ore: int = 0
    """The fee that the step enters on the claim."""
    interest_ore: int = 0
    """The late interest that the step enters on the claim."""
    counting: tuple[InterestRow, ...] = ()
    """How the interest on the claim was counted, what was entered before included."""
    stated_ore: int | None = None
    """What the letter says is owed, when that is not all that is left of the claim."""


def letter_of(bundle: Bundle, *, head: Head, taken: Sequence[Taken]) -> StepLetter:
    """The letter of the bundle's step; `taken` is the step for each of its claims."""
    step, procedure = bundle.said, taken[0].procedure
    spoken = [_spoken(each, day=head.day) for each in taken]
    if step.letter == NOTICE:
        return notice(spoken, head=head, step=step, procedure=procedure, listed=bundle.listed)
    if step.letter == COLLECTION_DEMAND:
        return collection_demand(spoken, head=head, step=step, procedure=procedure)
    return reminder(spoken, head=head, listed=bundle.listed, step=step, procedure=procedure)


def _spoken(taken: Taken, *, day: date) -> Spoken:
    claim, interest = taken.claim, taken.interest
    if interest is None and claim.sums.balance.interest_ore:
        interest = interest_on(claim, taken.procedure, until=day)
    return Spoken(
        claim=claim,
        fee_ore=taken.fee_on_claim_ore,
        interest_ore=taken.interest_ore,
        counting=interest.rows if interest else (),
        stated_ore=stated_ore(claim, taken.step),
    )


def reminder(
    spoken: Sequence[Spoken],
    *,
    head: Head,
    step: Step,
    procedure: Procedure,
    listed: Sequence[Claim] = (),
) -> ReminderLetter:
    """The data of a reminder that speaks for some claims, and lists others."""
    claims = _claims(spoken, listed, head)
    assert head.pay_by is not None
    return ReminderLetter(
        letter_number=head.ocr_number,
        day=head.day,
        pay_by=head.pay_by,
        sender=head.sender,
        addressee=words.addressee_of(head.recipient),
        claims=claims,
        fee_ore=_fee_stated(spoken),
        total_ore=sum(each.open_ore for each in claims),
        ocr_number=head.ocr_number,
        next_step=_next_step(procedure, step, head.language),
        interest_on_separate_invoice=procedure.charges_interest_separately,
        installment_plan_offered=procedure.offers_installment_plan,
        paragraphs=(
            *_own_words(step, head),
            *_high(spoken, head, procedure),
            *_together(spoken, head),
        ),
        enclosures=_enclosed(step, head),
        copies_to=_copied(step, head),
        language=head.language,
    )


def notice(
    spoken: Sequence[Spoken],
    *,
    head: Head,
    step: Step,
    procedure: Procedure,
    listed: Sequence[Claim] = (),
) -> NoticeLetter:
    """The data of a notice in the step's own words; it asks for payment when it has a last day."""
    claims = _claims(spoken, listed, head)
    text = step.text or step.explanation
    return NoticeLetter(
        letter_number=head.ocr_number,
        day=head.day,
        pay_by=head.pay_by,
        sender=head.sender,
        addressee=words.addressee_of(head.recipient),
        title=step.label.say(head.language),
        paragraphs=(
            *_paragraphs(text.say(head.language)),
            *_high(spoken, head, procedure),
            *(_about_water(spoken, head, step) or _together(spoken, head)),
        ),
        claims=claims,
        fee_ore=_fee_stated(spoken),
        total_ore=sum(each.open_ore for each in claims),
        ocr_number=head.ocr_number,
        pays=head.pay_by is not None and sum(each.open_ore for each in claims) > 0,
        already_paid=water_words.already_paid(
            [each.claim for each in spoken],
            step=step,
            creditor=head.creditor,
            language=head.language,
        ),
        enclosures=_enclosed(step, head),
        copies_to=_copied(step, head),
        language=head.language,
    )


def collection_demand(
    spoken: Sequence[Spoken], *, head: Head, step: Step, procedure: Procedure
) -> CollectionDemandLetter:
    """The data of a collection demand for all that is left of the claims.

    Refuses (DemandLacks) interest whose counting is not given, as inkassolagen 5 § demands it.
    """
    claims = tuple(_demanded(each, head) for each in spoken)
    assert head.pay_by is not None
    return CollectionDemandLetter(
        letter_number=head.ocr_number,
        day=head.day,
        pay_by=head.pay_by,
        sender=head.sender,
        addressee=words.addressee_of(head.recipient),
        claims=claims,
        principal_ore=sum(each.principal_ore for each in claims),
        interest_ore=sum(each.interest_ore for each in claims),
        fee_ore=sum(each.fee_ore for each in claims),
        total_ore=sum(each.open_ore for each in claims),
        demand_fee_ore=sum(each.fee_ore for each in spoken),
        ocr_number=head.ocr_number,
        interest_terms=_interest_terms(step, procedure).say(head.language),
        next_step=_next_step(procedure, step, head.language),
        installment_plan_offered=procedure.offers_installment_plan,
        paragraphs=(*_own_words(step, head), *_together(spoken, head)),
        enclosures=_enclosed(step, head),
        copies_to=_copied(step, head),
        language=head.language,
    )


def _interest_terms(step: Step, procedure: Procedure) -> Texts:
    if procedure.charges_interest_separately:
        return INTEREST_SEPARATELY
    return INTEREST_GOES_ON if step.adds_interest else NO_MORE_INTEREST


def _next_step(procedure: Procedure, step: Step, language: str) -> str:
    following = procedure.step_after(step.name)
    return following.explanation.say(language) if following else ""


def _fee_stated(spoken: Sequence[Spoken]) -> int:
    """The step's fees that the letter's total has; one that states a part of a claim has none."""
    return sum(each.fee_ore for each in spoken if each.stated_ore is None)


def _own_words(step: Step, head: Head) -> tuple[str, ...]:
    return _paragraphs(step.text.say(head.language)) if step.text else ()


def _high(spoken: Sequence[Spoken], head: Head, procedure: Procedure) -> tuple[str, ...]:
    """That some of what the letter asks for is unusually high, and what one can do."""
    numbers = [each.claim.number for each in spoken if each.claim.key in head.high]
    in_parts, language = procedure.offers_installment_plan, head.language
    said = words.unusually_high(numbers, in_parts=in_parts, language=language) if numbers else ""
    return (said,) if said else ()


def _together(spoken: Sequence[Spoken], head: Head) -> tuple[str, ...]:
    """That several owe some of the claims, and no word of who."""
    numbers = [each.claim.number for each in spoken if each.claim.debtors]
    return (words.together(numbers, language=head.language),) if numbers else ()


def _about_water(spoken: Sequence[Spoken], head: Head, step: Step) -> tuple[str, ...]:
    """What a warning of disconnection must say; it goes to all who own the house, so to several."""
    return water_words.warning(
        [each.claim for each in spoken],
        step=step,
        creditor=head.creditor,
        day=head.day,
        pay_by=head.pay_by,
        language=head.language,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    """The text cut at its empty lines; other line breaks only keep a file's lines short."""
    joined = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(part for part in joined if part)


def _enclosed(step: Step, head: Head) -> tuple[str, ...]:
    return _named(step.encloses, head.policy.enclosure_kinds, head.language)


def _copied(step: Step, head: Head) -> tuple[str, ...]:
    return _named(step.copies_to, head.policy.role_kinds, head.language)


def _named(names: Iterable[str], kinds: Mapping[str, Texts], language: str) -> tuple[str, ...]:
    return tuple(sorted(kinds[name].say(language) for name in names))


def claim_row(claim: Claim, head: Head) -> LetterClaim:
    """A claim as a letter states it, with all that is left of it."""
    return _claim(Spoken(claim=claim), head, reminded=True)


def _claims(
    spoken: Sequence[Spoken], listed: Sequence[Claim], head: Head
) -> tuple[LetterClaim, ...]:
    return (
        *(_stated(each, head) for each in spoken),
        *(_claim(Spoken(claim=each), head, reminded=False) for each in listed),
    )


def _stated(spoken: Spoken, head: Head) -> LetterClaim:
    claim = _claim(spoken, head, reminded=True)
    stated_ore = spoken.stated_ore
    if stated_ore is None:
        return claim
    return replace(
        claim,
        billed_ore=stated_ore + claim.disputed_ore,
        paid_ore=0,
        fee_ore=0,
        interest_ore=0,
        open_ore=stated_ore,
    )


def _claim(spoken: Spoken, head: Head, *, reminded: bool) -> LetterClaim:
    claim, sums = spoken.claim, spoken.claim.sums
    open_ore = claim.open_ore + spoken.fee_ore + spoken.interest_ore
    fee_ore = sums.fee_ore + spoken.fee_ore
    interest_ore = sums.interest_ore + spoken.interest_ore
    return LetterClaim(
        invoice_number=claim.number,
        kind_label=head.creditor.invoice_kinds[claim.kind].say(head.language),
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=sums.billed_ore + claim.held_back_ore,
        paid_ore=sums.billed_ore + fee_ore + interest_ore - open_ore,
        fee_ore=fee_ore,
        open_ore=open_ore,
        ocr_number=claim.ocr_number,
        reminded=reminded,
        interest_ore=interest_ore,
        disputed_ore=claim.held_back_ore,
    )


def _demanded(spoken: Spoken, head: Head) -> DemandClaim:
    claim, balance = spoken.claim, spoken.claim.sums.balance
    return DemandClaim(
        invoice_number=claim.number,
        kind_label=head.creditor.invoice_kinds[claim.kind].say(head.language),
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=claim.sums.billed_ore + claim.held_back_ore,
        principal_ore=balance.principal_ore,
        interest_ore=balance.interest_ore + spoken.interest_ore,
        fee_ore=balance.fee_ore + spoken.fee_ore,
        open_ore=claim.open_ore + spoken.interest_ore + spoken.fee_ore,
        ocr_number=claim.ocr_number,
        calculation=words.calculation(spoken.counting, language=head.language),
        disputed_ore=claim.held_back_ore,
    )
