"""Fees and late interest in words: how much, by what right, and when not.

    fee_sentences(Fee(amount_ore=6000, ground=AGREEMENT, ceiling=…), voice)
    -> ("Det kostar 60 kr, för att det var avtalat när skulden uppstod.", "Lagen tillåter …")

The one rule: what is told is what the file says; what a claim is charged is decided by the night.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.fees import FeeGround
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import AboveReference, Rate, percent_text
from reskontra.domain.refusal import Refused
from reskontra.domain.step import CREDITOR
from reskontra.domain.terms import Fee, InterestFrom, InterestTerms
from reskontra.domain.texts import Texts
from reskontra.policy.telling.times import span_words
from reskontra.policy.telling.voice import Voice

_GROUNDS = {
    FeeGround.AGREEMENT: Texts(
        sv="för att det var avtalat när skulden uppstod (lagen (1981:739) 2 §)",
        en="as was agreed when the debt arose (lagen (1981:739) 2 §)",
    ),
    FeeGround.TARIFF: Texts(
        sv="enligt den taxa som fullmäktige har beslutat",
        en="by the tariff that the council has decided",
    ),
    FeeGround.LAW: Texts(
        sv="enligt lagen (1981:739) om ersättning för inkassokostnader",
        en="by the Act on compensation for collection costs, lagen (1981:739)",
    ),
}
_DEBTORS = {
    PartyKind.PERSON: Texts(sv="privatpersoner", en="private persons"),
    PartyKind.ORGANIZATION: Texts(sv="organisationer", en="organizations"),
    PartyKind.ESTATE: Texts(sv="dödsbon", en="estates of deceased persons"),
}


def debtors(kinds: frozenset[PartyKind], voice: Voice) -> str:
    """Kinds of debtors, in the order of the law's own words."""
    return voice.listing([voice.of(_DEBTORS[each]) for each in PartyKind if each in kinds])


def fee_words(fee: Fee, voice: Voice) -> str:
    """The fee and its ground, as a part of a sentence."""
    vat = voice.say(
        sv=f", varav moms {fee.vat_percent} %", en=f", of which VAT at {fee.vat_percent} %"
    )
    amount = voice.kronor(fee.amount_ore)
    return f"{amount}{vat if fee.vat_percent else ''}, {voice.of(_GROUNDS[fee.ground])}"


def fee_sentences(fee: Fee, voice: Voice) -> Iterator[str]:
    """Everything about a step's fee."""
    words = fee_words(fee, voice)
    yield voice.say(sv=f"Det kostar {words}.", en=f"It costs {words}.")
    yield from fee_details(fee, voice)


def fee_details(fee: Fee, voice: Voice) -> Iterator[str]:
    """The rest about a fee, whatever it is for."""
    if fee.ceiling is not None:
        most = voice.kronor(fee.ceiling.on(voice.day))
        yield voice.say(sv=f"Lagen tillåter högst {most}.", en=f"The law allows at most {most}.")
    for name, amount_ore in fee.rates:
        amount, rate = voice.kronor(amount_ore), f"”{name}”"
        yield voice.say(
            sv=f"I stället kostar det {amount} när den som gör det anger {rate}.",
            en=f"It costs {amount} instead when the one who does it reports {rate}.",
        )
    if fee.charged_by != CREDITOR:
        by = voice.role(fee.charged_by)
        yield voice.say(
            sv=f"Avgiften tas ut av {by} och bokförs inte hos oss.",
            en=f"The fee is charged by {by} and is not booked with us.",
        )
    if fee.waived_if_paid_within is not None:
        within = span_words(fee.waived_if_paid_within, voice)
        yield voice.say(
            sv=f"Avgiften tas inte ut om allt betalas inom {within} från steget före.",
            en=f"The fee is not charged if all is paid within {within} of the step before.",
        )


def rate_words(rate: Rate, voice: Voice) -> str:
    """The rate as a part of a sentence, with every part that it has had over time."""
    if isinstance(rate, AboveReference):
        return rate.words(day=voice.day, language=voice.language)
    steps = [
        (percent_text(each.value, language=voice.language), voice.date(each.valid_from))
        for each in rate.rate.values
    ]
    return voice.listing(
        [
            voice.say(sv=f"{percent} om året från {day}", en=f"{percent} a year from {day}")
            for percent, day in steps
        ]
    )


def interest_sentences(terms: InterestTerms | None, voice: Voice) -> Iterator[str]:
    """Late interest: the rate, from when, and what is not charged."""
    if terms is None:
        yield voice.say(sv="Ingen dröjsmålsränta tas ut.", en="No late interest is charged.")
        return
    rate = rate_words(terms.rate, voice)
    yield voice.say(
        sv=f"Dröjsmålsräntan är {rate}{_today(terms.rate, voice)}.",
        en=f"Late interest is {rate}{_today(terms.rate, voice)}.",
    )
    yield _runs_from(terms, voice)
    within = span_words(terms.pay_within, voice)
    yield voice.say(
        sv=f"Kommer räntan på en egen faktura ska den betalas inom {within}.",
        en=f"Interest that comes on an invoice of its own is to be paid within {within}.",
    )
    yield from _not_charged(terms, voice)


def _today(rate: Rate, voice: Voice) -> str:
    """What the rate comes to on the day; nothing on a day that the law has not set yet."""
    try:
        ((_, _, percent),) = rate.spans(voice.day, voice.day)
    except Refused:
        return ""
    text, day = percent_text(percent, language=voice.language), voice.date(voice.day)
    return voice.say(sv=f", den {day} alltså {text}", en=f", which on {day} is {text}")


def _runs_from(terms: InterestTerms, voice: Voice) -> str:
    match terms.runs_from:
        case InterestFrom.DUE_DATE:
            return voice.say(
                sv="Den räknas från dagen efter förfallodagen, också när banken då har stängt.",
                en="It runs from the day after the due date, even when banks are closed that day.",
            )
        case InterestFrom.BANKING_DUE_DATE:
            return voice.say(
                sv="Den räknas från dagen efter den sista dag då betalning är i tid: förfallodagen "
                "eller, om banken då har stängt, nästa bankdag.",
                en="It runs from the day after the last day on which payment is in time: the due "
                "date or, when banks are closed that day, the next banking day.",
            )
        case InterestFrom.DEMAND:
            after = span_words(terms.after_demand, voice)
            return voice.say(
                sv=f"Den räknas först {after} efter att fakturan skickades (räntelagen 4 §).",
                en=f"It runs only {after} after the invoice was sent (räntelagen 4 §).",
            )


def _not_charged(terms: InterestTerms, voice: Voice) -> Iterator[str]:
    if terms.minimum_ore:
        least = voice.kronor(terms.minimum_ore)
        yield voice.say(
            sv=f"Ränta under {least} tas inte ut.", en=f"Interest under {least} is not charged."
        )
    if terms.free_under:
        holds = "; ".join(voice.named(terms.free_under, voice.known_holds))
        yield voice.say(
            sv=f"Ingen ränta räknas för dagar med någon av dessa spärrar: {holds}.",
            en=f"No interest is counted for days under any of these holds: {holds}.",
        )
    if terms.not_for:
        who = debtors(terms.not_for, voice)
        yield voice.say(
            sv=f"Ingen dröjsmålsränta tas ut av {who}.", en=f"No late interest is charged to {who}."
        )
