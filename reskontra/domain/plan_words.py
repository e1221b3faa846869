"""What is said of an installment plan: its letter, and in words what it costs and what breaks it.

    plan_letter(Written(...), part=1, day=date(2025, 4, 9))  -> the plan in writing
    if_broken(terms).sv  -> "Om en del inte betalas i tid gäller planen inte längre. …"

The one rule: nothing is counted here; what each part costs was decided before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reskontra.domain.agreed import Installment
from reskontra.domain.claim import Claim
from reskontra.domain.letter_parts import Addressee, Language, Sender
from reskontra.domain.plan_letter import InstallmentPlanLetter, PlannedInvoice, PlannedPart
from reskontra.domain.rate import words_today
from reskontra.domain.rules import Creditor
from reskontra.domain.terms import BrokenBy, InterestOn, PlanTerms, WhenBroken
from reskontra.domain.texts import Texts

BROKEN = {
    BrokenBy.MISSED: Texts(sv="en del inte betalas i tid", en="a part is not paid in time"),
    BrokenBy.LOWER: Texts(sv="för lite betalas i tid", en="too little is paid in time"),
    BrokenBy.LATER_INVOICE_LATE: Texts(
        sv="en senare faktura inte betalas i tid", en="a later invoice is not paid in time"
    ),
}
BROKE = {
    BrokenBy.MISSED: Texts(sv="en del inte har betalats i tid", en="a part was not paid in time"),
    BrokenBy.LOWER: Texts(sv="för lite har betalats i tid", en="less than a part was paid in time"),
    BrokenBy.LATER_INVOICE_LATE: Texts(
        sv="en senare faktura inte har betalats i tid", en="a later invoice was not paid in time"
    ),
}
NO_LONGER = Texts(
    sv="Om {ways} gäller planen inte längre.", en="If {ways} the plan no longer holds."
)
THEN = {
    WhenBroken.RESUMES: Texts(
        sv="Då fortsätter kraven där de var när planen gjordes.",
        en="The procedure then goes on from where it was when the plan was made.",
    ),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Då ska allt som är kvar betalas på en gång.",
        en="All that is left is then due at once.",
    ),
}
OR = Texts(sv=" eller ", en=" or ")
NO_INTEREST = Texts(
    sv="Så länge planen hålls räknas ingen ränta.",
    en="While the plan is kept no interest is counted.",
)
RATE = Texts(
    sv="Så länge planen hålls är räntan {rate}, dag för dag på det som är kvar. {paid}",
    en="While the plan is kept the rate is {rate}, day by day on what is left. {paid}",
)
PAID_WITH = {
    InterestOn.EACH_PART: Texts(sv="Den betalas med varje del.", en="It is paid with each part."),
    InterestOn.LAST_PART: Texts(
        sv="Den betalas med den sista delen.", en="It is paid with the last part."
    ),
    InterestOn.SEPARATELY: Texts(
        sv="Den kommer på en egen faktura när allt är betalt.",
        en="It comes on an invoice of its own when all is paid.",
    ),
}
HAS_BROKEN = Texts(
    sv="Avbetalningsplanen från den {granted} gäller inte längre, eftersom {why}.",
    en="The installment plan of {granted} no longer holds, as {why}.",
)
NOW = {
    WhenBroken.RESUMES: Texts(
        sv="Kraven fortsätter därför där de var när planen gjordes.",
        en="The procedure therefore goes on from where it was when the plan was made.",
    ),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Allt som är kvar ska därför betalas nu, på en gång.",
        en="All that is left is therefore to be paid now, at once.",
    ),
}
TITLE_BROKEN = Texts(
    sv="Avbetalningsplanen gäller inte längre", en="The installment plan no longer holds"
)
CONTACT = Texts(
    sv="Hör av dig om du tycker att detta är fel, eller om du inte kan betala.",
    en="Contact us if you think that this is wrong, or if you cannot pay.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A plan as its letters have it. The parts carry what they are reckoned to cost."""

    number: str
    creditor: Creditor
    sender: Sender
    addressee: Addressee
    language: Language
    terms: PlanTerms
    claims: Sequence[Claim]
    open_ore: Mapping[int, int]
    """Of each claim, what was left when the plan was made."""
    parts: Sequence[Installment]
    ocr_numbers: Mapping[int, str]
    agreed_on: date


def plan_number(series: str, plan: int) -> str:
    """What a plan is called in its letters: never the beginning of another document's number."""
    return f"{series}0{plan}"


def part_number(series: str, plan: int, ordinal: int) -> str:
    """The digits of the OCR number of a part, without the check digit."""
    return f"{plan_number(series, plan)}{ordinal:03d}"


def plan_letter(
    written: Written, *, part: int, day: date, paid: frozenset[int] = frozenset()
) -> InstallmentPlanLetter:
    """The plan in writing with its first part to pay, or the notice of a later one."""
    asked = written.parts[part - 1]
    return InstallmentPlanLetter(
        letter_number=written.number,
        day=day,
        pay_by=asked.due_date,
        agreed_on=written.agreed_on,
        sender=written.sender,
        addressee=written.addressee,
        invoices=tuple(_invoice(each, written) for each in written.claims),
        parts=tuple(
            PlannedPart(
                ordinal=each.ordinal,
                due_date=each.due_date,
                amount_ore=each.amount_ore,
                fee_ore=each.fee_ore,
                interest_ore=each.interest_ore,
                total_ore=each.total_ore,
                ocr_number=written.ocr_numbers[each.ordinal],
                paid=each.ordinal in paid,
            )
            for each in written.parts
        ),
        part=part,
        notice=part > 1,
        debt_ore=sum(written.open_ore.values()),
        total_ore=asked.total_ore,
        ocr_number=written.ocr_numbers[part],
        interest_terms=interest_words(written.terms, day=day, language=written.language),
        if_broken=if_broken(written.terms, language=written.language),
        language=written.language,
    )


def _invoice(claim: Claim, written: Written) -> PlannedInvoice:
    label = written.creditor.invoice_kinds[claim.kind].say(written.language)
    return PlannedInvoice(
        invoice_number=claim.number, kind_label=label, open_ore=written.open_ore[claim.key]
    )


def interest_words(terms: PlanTerms, *, day: date, language: str) -> str:
    """What interest the plan bears, and with what it is paid, in full sentences."""
    if terms.interest is None:
        return NO_INTEREST.say(language)
    rate = words_today(terms.interest, day=day, language=language)
    return RATE.say(language).format(rate=rate, paid=PAID_WITH[terms.interest_on].say(language))


def if_broken(terms: PlanTerms, *, language: str) -> str:
    """What breaks the plan and what then follows, in full sentences."""
    ways = [BROKEN[each].say(language) for each in BrokenBy if each in terms.broken_by]
    how = NO_LONGER.say(language).format(ways=OR.say(language).join(ways))
    return f"{how} {THEN[terms.when_broken].say(language)}"


def broken_paragraphs(
    terms: PlanTerms, by: BrokenBy, *, granted_on: date, language: str
) -> tuple[str, ...]:
    """What the letter of a broken plan says."""
    why = HAS_BROKEN.say(language).format(granted=granted_on, why=BROKE[by].say(language))
    return (f"{why} {NOW[terms.when_broken].say(language)}", CONTACT.say(language))
