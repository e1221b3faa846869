"""One step in words: what is done, when, by whom, at what cost, what it says and for whom.

    step_section(step, voice).sentences[0]
    -> "En påminnelse skickas tidigast 7 arbetsdagar efter förfallodagen."

The one rule: a sentence for each thing that the file says of the step; what it does not say is not
told, but that a step costs nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.channels import LETTER
from reskontra.domain.step import (
    ANCHORS,
    CREDITOR,
    Anchor,
    CountedFrom,
    Does,
    Falls,
    InLaw,
    States,
    Step,
    Together,
)
from reskontra.domain.texts import Texts
from reskontra.policy.telling.conditions import clauses
from reskontra.policy.telling.costs import fee_sentences
from reskontra.policy.telling.courses import cost_sentences, course_sentences
from reskontra.policy.telling.gates import gate_sentences
from reskontra.policy.telling.times import later_words, schedule_words, span_words, waiting_words
from reskontra.policy.telling.told import Section
from reskontra.policy.telling.voice import Voice

ANCHOR_DAYS = {
    "billed": Texts(sv="fakturadatum", en="the invoice date"),
    "due": Texts(sv="förfallodagen", en="the due date"),
    "paid": Texts(sv="den dag då allt är betalt", en="the day when all is paid"),
}
_LETTERS = {
    "reminder": Texts(sv="En påminnelse skickas", en="A reminder is sent"),
    "collection_demand": Texts(sv="Ett inkassokrav skickas", en="A collection demand is sent"),
    "notice": Texts(sv="Ett meddelande skickas", en="A notice is sent"),
    "invoice": Texts(sv="En faktura skickas", en="An invoice is sent"),
}
_DEEDS = {
    Does.INTEREST_INVOICE: Texts(
        sv="Dröjsmålsräntan kommer på en egen faktura",
        en="Late interest comes on an invoice of its own",
    ),
    Does.FEE_INVOICE: Texts(
        sv="Avgiften kommer på en egen faktura", en="The fee comes on an invoice of its own"
    ),
    Does.CHARGE_FEE: Texts(
        sv="Avgiften läggs till skulden, utan något nytt brev",
        en="The fee is added to the claim, with no new letter",
    ),
    Does.WRITE_OFF: Texts(
        sv="Det som är kvar av skulden skrivs av,",
        en="What is left of the debt is written off,",
    ),
    Does.PROPOSE_COURSE: Texts(
        sv="Betalningsförmågan bedöms och en väg föreslås för en handläggare",
        en="The ability to pay is assessed, and a course is proposed to a case officer",
    ),
    Does.APPLY: Texts(sv="Vi ansöker hos Kronofogden", en="We apply to the Enforcement Authority"),
    Does.MONITOR: Texts(
        sv="Fordran vilar, och preskriptionen bevakas,",
        en="The claim rests, and its limitation is watched,",
    ),
    Does.WRITE_DOWN: Texts(
        sv="Det som är kvar skrivs ned i bokföringen men krävs som förut,",
        en="What is left is written down in the books, and is demanded as before,",
    ),
}
_DEEDS_JOINED = {
    Does.INTEREST_INVOICE: Texts(
        sv="Dröjsmålsräntan kommer med nästa faktura",
        en="Late interest comes with the next invoice",
    ),
    Does.FEE_INVOICE: Texts(
        sv="Avgiften kommer med nästa faktura", en="The fee comes with the next invoice"
    ),
}
_FALLS = {
    Falls.NEXT_BANKING_DAY: Texts(
        sv="Har banken stängt den dagen gäller nästa bankdag.",
        en="If banks are closed on that day, the next banking day counts.",
    ),
    Falls.PREVIOUS_BANKING_DAY: Texts(
        sv="Har banken stängt den dagen gäller bankdagen före.",
        en="If banks are closed on that day, the banking day before it counts.",
    ),
    Falls.BEFORE_DISCONNECTION: Texts(
        sv="Dagen flyttas fram till en bankdag som två arbetsdagar följer på: på den första av dem "
        "kan vattnet stängas av.",
        en="The day moves on to a banking day that two working days follow: on the first of them "
        "the water may be disconnected.",
    ),
    Falls.ANY_DAY: Texts(
        sv="Det gäller också om banken har stängt den dagen.",
        en="That holds even if banks are closed on that day.",
    ),
}
_IN_LAW = {
    InLaw.COLLECTION_DEMAND: Texts(
        sv="I lagen är det ett inkassokrav (inkassolagen (1974:182) 5 §).",
        en="In law it is a collection demand (inkassolagen (1974:182) 5 §).",
    ),
    InLaw.ORDER_TO_PAY: Texts(
        sv="I lagen är det en ansökan om betalningsföreläggande (lagen (1990:746)).",
        en="In law it is an application for an order to pay (lagen (1990:746)).",
    ),
    InLaw.COURT: Texts(
        sv="I lagen är det en talan i domstol.", en="In law it is a claim before a court."
    ),
    InLaw.ENFORCEMENT: Texts(
        sv="I lagen är det verkställighet (utsökningsbalken).",
        en="In law it is enforcement (utsökningsbalken).",
    ),
    InLaw.DISCONNECTION_WARNING: Texts(
        sv="I lagen är det den skriftliga varning som ska komma före en avstängning "
        "(lagen (2006:412) 43 §).",
        en="In law it is the written warning that must come before a disconnection "
        "(lagen (2006:412) 43 §).",
    ),
    InLaw.DISCONNECTION: Texts(
        sv="I lagen är det en avstängning.", en="In law it is a disconnection."
    ),
}
_TOGETHER = {
    Together.EACH: Texts(
        sv="Varje faktura får ett eget brev.", en="Each invoice has a letter of its own."
    ),
    Together.SAME_DAY: Texts(
        sv="Fakturor som kommer till steget samma dag står i samma brev.",
        en="Invoices that come to the step on the same day share one letter.",
    ),
    Together.ALL_OVERDUE: Texts(
        sv="Fakturor som kommer till steget samma dag står i samma brev, och där räknas också "
        "andra förfallna fakturor upp.",
        en="Invoices that come to the step on the same day share one letter, which also lists "
        "other overdue invoices.",
    ),
}


def step_section(step: Step, voice: Voice) -> Section:
    """The step with its number and name as heading."""
    return Section(
        name=step.name,
        heading=f"{step.ordinal}. {voice.of(step.label)}",
        sentences=tuple(step_sentences(step, voice)),
    )


def step_sentences(step: Step, voice: Voice) -> Iterator[str]:
    """All that the step's key in the file says, in the order that a reader asks."""
    yield from _when(step, voice)
    yield from _to_pay(step, voice)
    yield from _concerns(step, voice)
    yield from gate_sentences(step, voice)
    yield from _costs(step, voice)
    yield from course_sentences(step, voice)
    if step.does is Does.LETTER or step.letter:
        yield from _letter(step, voice)
    yield from _words(step, voice)


def anchor_words(anchor: Anchor, voice: Voice) -> str:
    """The day that is counted from."""
    if anchor.after in ANCHORS:
        return voice.of(ANCHOR_DAYS[anchor.after])
    if anchor.after in voice.known_steps:
        step = voice.step(anchor.after)
        if anchor.counted_from is CountedFrom.DAY:
            return voice.say(
                sv=f"dagen för {step} (inte dess sista dag att betala)",
                en=f"the day of {step} (not its last day to pay)",
            )
        if anchor.after in voice.stepped:
            return voice.say(
                sv=f"sista dagen att betala efter {step}",
                en=f"the last day to pay after {step}",
            )
        return voice.say(sv=f"dagen för {step}", en=f"the day of {step}")
    finding = voice.one(anchor.after, voice.known_findings)
    return voice.say(
        sv=f"den dag då någon har registrerat: {finding}",
        en=f"the day when somebody has recorded: {finding}",
    )


def deed(step: Step, voice: Voice) -> str:
    """What is done, without when: "En påminnelse skickas"."""
    match step.does:
        case Does.LETTER:
            return _letter_sent(step.letter, voice)
        case Does.HAND_OVER:
            return _hand_over(step, voice)
        case Does.AWAIT_REPORT:
            by = voice.role(step.performed_by)
            return voice.say(sv=f"Detta gör {by}", en=f"This is done by {by}")
        case _:
            deeds = _DEEDS if step.joins_next_invoice is None else {**_DEEDS, **_DEEDS_JOINED}
            return voice.of(deeds[step.does])


def _letter_sent(letter: str, voice: Voice) -> str:
    if letter in _LETTERS:
        return voice.of(_LETTERS[letter])
    return voice.say(sv=f"Brevet ”{letter}” skickas", en=f"The letter “{letter}” is sent")


def _hand_over(step: Step, voice: Voice) -> str:
    agency = voice.creditor.agencies.get(step.to) if step.to else voice.creditor.agency
    to = agency.name if agency else voice.role(step.to or "agency")
    if step.transfers_claim:
        return voice.say(
            sv=f"Fordran överlåts till {to}, som äger den därefter,",
            en=f"The claim is transferred to {to}, which owns it from then on,",
        )
    return voice.say(
        sv=f"Fakturan lämnas till {to}, som driver in den för vår räkning,",
        en=f"The invoice is handed over to {to}, which collects for us,",
    )


def when_words(step: Step, voice: Voice) -> str:
    """When it is done by its first anchor: "7 arbetsdagar efter förfallodagen"."""
    first = Anchor(after=step.after, wait=step.wait, counted_from=step.counted_from)
    return waiting_words(step.wait, anchor_words(first, voice), voice)


def _when(step: Step, voice: Voice) -> Iterator[str]:
    what, when = deed(step, voice), when_words(step, voice)
    yield voice.say(sv=f"{what} tidigast {when}.", en=f"{what} no earlier than {when}.")
    for anchor in step.also_after:
        also = waiting_words(anchor.wait, anchor_words(anchor, voice), voice)
        yield voice.say(
            sv=f"Det görs dessutom tidigast {also}.", en=f"And it is done no earlier than {also}."
        )
    if step.as_published:
        yield voice.say(
            sv=f"Källans egna ord om tiden: ”{step.as_published}”.",
            en=f"The source's own words for the time: “{step.as_published}”.",
        )
    if step.on_days is not None:
        days = schedule_words(step.on_days, voice)
        yield voice.say(
            sv=f"Det görs bara på bestämda dagar: {days}, eller nästa bankdag om banken har "
            "stängt.",
            en=f"It is done only on set days: {days}, or the next banking day when banks are "
            "closed.",
        )
    if step.joins_next_invoice is not None:
        latest = span_words(step.joins_next_invoice, voice)
        yield voice.say(
            sv=f"Det väntar på nästa faktura i högst {latest}, och görs sedan ändå.",
            en=f"It waits for the next invoice for at most {latest}, and is then done anyway.",
        )
    yield from _by_whom(step, voice)


def _by_whom(step: Step, voice: Voice) -> Iterator[str]:
    if step.does is Does.AWAIT_REPORT:
        yield voice.say(
            sv="Steget räknas som gjort den dag då det har rapporterats.",
            en="The step counts as taken on the day that is reported.",
        )
    elif step.performed_by != CREDITOR:
        by = voice.role(step.performed_by)
        yield voice.say(sv=f"Det utförs av {by}.", en=f"It is performed by {by}.")


def _to_pay(step: Step, voice: Voice) -> Iterator[str]:
    if step.pay_within is not None:
        later, falls = later_words(step.pay_within, voice), voice.of(_FALLS[step.pay_by_falls])
        yield voice.say(
            sv=f"Sista dagen att betala är {later}. {falls}",
            en=f"The last day to pay is {later}. {falls}",
        )


def _concerns(step: Step, voice: Voice) -> Iterator[str]:
    if asked := clauses(step.only_if, voice):
        words = voice.listing(asked)
        yield voice.say(sv=f"Det gäller bara om {words}.", en=f"It applies only if {words}.")
    if step.by_register:
        yield voice.say(
            sv="Det gäller bara fastigheter i registret, och alla som äger dem den dagen.",
            en="It concerns only properties of the register, and everybody who owns them that day.",
        )
    if step.unless is not None and (excepted := clauses(step.unless, voice)):
        words = voice.listing(excepted)
        yield voice.say(sv=f"Det gäller inte om {words}.", en=f"It does not apply if {words}.")


def _costs(step: Step, voice: Voice) -> Iterator[str]:
    if step.fee is not None:
        yield from fee_sentences(step.fee, voice)
    elif not step.costs:
        yield voice.say(sv="Vi tar ingen avgift för det.", en="We charge no fee for it.")
    yield from cost_sentences(step.costs, voice)
    if step.adds_interest:
        yield voice.say(
            sv="Dröjsmålsräntan fram till den dagen läggs till skulden, och det framgår hur den "
            "är räknad.",
            en="Late interest until that day is added to the claim, and its counting is shown.",
        )


def _letter(step: Step, voice: Voice) -> Iterator[str]:
    yield voice.of(_TOGETHER[step.together])
    if step.in_letter_of:
        other = voice.step(step.in_letter_of)
        yield voice.say(
            sv=f"När båda görs samma dag står orden i brevet för {other}.",
            en=f"When both are done the same day its words stand in the letter of {other}.",
        )
    yield _states(step, voice)
    if step.text is not None:
        text = voice.of(step.text)
        yield voice.say(sv=f"Brevet säger: ”{text}”", en=f"The letter says: “{text}”")
    channels = step.channels or voice.creditor.channels
    if channels != (LETTER,):
        ways = ", ".join(voice.inside(each, voice.known_channels) for each in channels)
        yield voice.say(
            sv=f"Brevet skickas på första möjliga av dessa sätt: {ways}.",
            en=f"The letter is sent in the first possible of these ways: {ways}.",
        )
    if step.pays_to:
        account = voice.account(step.pays_to)
        yield voice.say(
            sv=f"Det betalas till ett annat konto än fakturans: bankgiro {account}.",
            en=f"It is paid to another account than the invoice's: bankgiro {account}.",
        )
    if step.copies_to:
        whom = voice.listing(voice.named(step.copies_to, voice.known_roles))
        yield voice.say(sv=f"En kopia går till {whom}.", en=f"A copy goes to {whom}.")
    if step.encloses:
        what = voice.listing(voice.named(step.encloses, voice.known_enclosures))
        yield voice.say(sv=f"Med brevet följer {what}.", en=f"The letter encloses {what}.")


def _states(step: Step, voice: Voice) -> str:
    match step.states:
        case States.OPEN:
            return voice.say(
                sv="Brevet begär allt som är obetalt, med avgifter och ränta.",
                en="The letter demands all that is unpaid, with fees and interest.",
            )
        case States.PRINCIPAL:
            return voice.say(
                sv="Brevet begär bara det som är obetalt av själva fakturan.",
                en="The letter demands only what is unpaid of the invoice itself.",
            )
        case States.SERVICES:
            services = voice.services(step.only_if.services)
            return voice.say(
                sv=f"Brevet begär bara skulden för {services}.",
                en=f"The letter demands only the debt for {services}.",
            )


def _words(step: Step, voice: Voice) -> Iterator[str]:
    if step.in_law is not InLaw.OTHER:
        yield voice.of(_IN_LAW[step.in_law])
    if explanation := voice.of(step.explanation):
        yield voice.say(
            sv=f"Till den som är skyldig säger vi: ”{explanation}”",
            en=f"To the debtor we say: “{explanation}”",
        )
    if step.reference is not None:
        yield voice.source(step.reference)
