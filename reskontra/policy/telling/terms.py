"""Terms in words: more time to pay, payment in parts, small claims, too much money.

    deferral_sentences(terms, voice)
    -> "Anstånd kan ges i högst 30 dagar efter förfallodagen."

The one rule: where a creditor offers something, everything that limits the offer is told with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reskontra.domain.deciding import DecisionRule
from reskontra.domain.step import CREDITOR
from reskontra.domain.terms import (
    BrokenBy,
    Carry,
    DeferralTerms,
    Grant,
    InterestOn,
    PlanTerms,
    RefundRules,
    TimeFrom,
    WhenBroken,
)
from reskontra.domain.texts import Texts
from reskontra.policy.telling.conditions import clauses
from reskontra.policy.telling.costs import fee_details, fee_words, rate_words
from reskontra.policy.telling.times import span_words, waiting_words
from reskontra.policy.telling.voice import Voice

_BROKEN = {
    BrokenBy.MISSED: Texts(sv="en del inte betalas", en="a part is not paid"),
    BrokenBy.LOWER: Texts(sv="mindre än en del betalas", en="less than a part is paid"),
    BrokenBy.LATER_INVOICE_LATE: Texts(
        sv="en senare faktura inte betalas i tid", en="a later invoice is not paid in time"
    ),
}
_FROM = {
    TimeFrom.BILLED: Texts(sv="fakturadatum", en="the invoice date"),
    TimeFrom.DUE: Texts(sv="förfallodagen", en="the due date"),
    TimeFrom.DECIDED: Texts(sv="beslutet", en="the decision"),
}
_THEN = {
    WhenBroken.RESUMES: Texts(
        sv="Då fortsätter rutinen med nästa steg.",
        en="The procedure then goes on at the next step.",
    ),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Då ska allt som är kvar betalas på en gång.",
        en="All that is left is then due at once.",
    ),
}


_ON = {
    InterestOn.EACH_PART: Texts(sv="Den betalas med varje del.", en="It is paid with each part."),
    InterestOn.LAST_PART: Texts(
        sv="Den betalas med den sista delen.", en="It is paid with the last part."
    ),
    InterestOn.SEPARATELY: Texts(
        sv="Den kommer på en egen faktura när allt är betalt.",
        en="It comes on an invoice of its own when all is paid.",
    ),
}


def deferral_sentences(terms: DeferralTerms, voice: Voice) -> Iterator[str]:
    """More time to pay: for how long, asked for when, on what terms, given by whom."""
    longest, within = span_words(terms.longest, voice), span_words(terms.apply_within, voice)
    start = voice.of(_FROM[terms.longest_from])
    yield voice.say(
        sv=f"Anstånd kan ges till längst {longest} efter {start}.",
        en=f"More time to pay can be given, until {longest} after {start} at the most.",
    )
    if terms.not_beyond is not None:
        last = voice.date(terms.not_beyond)
        yield voice.say(
            sv=f"Det ges aldrig längre än till {last}.", en=f"It never ends after {last}."
        )
    if terms.apply_within.count:
        yield voice.say(
            sv=f"Den som vill ha anstånd ber om det senast {within} efter förfallodagen.",
            en=f"It is asked for within {within} after the due date.",
        )
    else:
        yield voice.say(
            sv="Den som vill ha anstånd ber om det senast på förfallodagen.",
            en="It is asked for on the due date at the latest.",
        )
    yield from _limits(terms, voice)
    if terms.pay_now_percent:
        yield voice.say(
            sv=f"Först ska {terms.pay_now_percent} % av skulden betalas.",
            en=f"First {terms.pay_now_percent} % of the claim must be paid.",
        )
    if terms.part_of_invoice:
        yield voice.say(
            sv="Anståndet kan gälla en del av fakturan.", en="It may be for a part of the invoice."
        )
    else:
        yield voice.say(
            sv="Anståndet gäller hela fakturan.", en="It is for the whole of the invoice."
        )
    if terms.fee is not None:
        words = fee_words(terms.fee, voice)
        yield voice.say(sv=f"Ett anstånd kostar {words}.", en=f"It costs {words}.")
        yield from fee_details(terms.fee, voice)
    yield from _grants(terms.grants, voice)


def _limits(terms: DeferralTerms | PlanTerms, voice: Voice) -> Iterator[str]:
    if asked := clauses(terms.only_if, voice):
        words = voice.listing(asked)
        yield voice.say(sv=f"Det ges bara om {words}.", en=f"It is given only if {words}.")
    for finding in sorted(terms.needs):
        found = voice.one(finding, voice.known_findings)
        yield voice.say(
            sv=f"Först ska någon ha registrerat: {found}.",
            en=f"First somebody must have recorded: {found}.",
        )
    if terms.not_after:
        steps = voice.alternatives(terms.not_after)
        yield voice.say(sv=f"Det ges inte efter {steps}.", en=f"It is not given after {steps}.")


def _grants(grants: tuple[Grant, ...], voice: Voice) -> Iterator[str]:
    for grant in grants:
        who, limits = voice.one(grant.role, voice.known_roles), []
        if grant.up_to_ore is not None:
            amount = voice.kronor(grant.up_to_ore)
            limits.append(voice.say(sv=f"till högst {amount}", en=f"up to {amount}"))
        if grant.up_to is not None:
            time = span_words(grant.up_to, voice)
            limits.append(voice.say(sv=f"i högst {time}", en=f"for at most {time}"))
        of = voice.listing(limits) or voice.say(sv="utan gräns", en="without a limit")
        yield voice.say(sv=f"{who} kan säga ja {of}.", en=f"{who} may say yes {of}.")


def decision_sentences(decisions: Mapping[str, DecisionRule], voice: Voice) -> Iterator[str]:
    """Who may decide what else, by kind; what is not said here is decided by a case officer."""
    for kind, rule in decisions.items():
        what = voice.one(kind, voice.known_decisions)
        for sentence in _grants(rule.grants, voice):
            yield f"{what}: {sentence[:1].lower()}{sentence[1:]}"
        if rule.second:
            yield voice.say(
                sv=f"{what}: två måste alltid vara överens.",
                en=f"{what}: two must always agree.",
            )
    yield voice.say(
        sv="Det som inte nämns avgör en handläggare. Är det pengar som ges upp måste en till "
        "skriva under.",
        en="What is not named is decided by a case officer. When money is given up another must "
        "sign too.",
    )


def plan_sentences(terms: PlanTerms, voice: Voice) -> Iterator[str]:
    """Payment in parts: how many, how small, at what cost, and what breaks it."""
    longest, start = span_words(terms.longest, voice), voice.of(_FROM[terms.longest_from])
    count = terms.parts_at_most
    yield voice.say(
        sv=f"Skulden kan betalas i högst {count} delar, den sista högst {longest} efter {start}.",
        en=f"The debt can be paid in at most {count} parts, the last at most {longest} after "
        f"{start}.",
    )
    yield _first_part(terms, voice)
    every = span_words(terms.every, voice)
    yield voice.say(sv=f"Det är {every} mellan delarna.", en=f"The parts come {every} apart.")
    if terms.part_at_least_ore:
        least = voice.kronor(terms.part_at_least_ore)
        yield voice.say(sv=f"En del är minst {least}.", en=f"A part is at least {least}.")
    yield from _limits(terms, voice)
    yield from _plan_costs(terms, voice)
    yield from _plan_broken(terms, voice)
    yield from _kept_by(terms, voice)
    yield from _grants(terms.grants, voice)


def _first_part(terms: PlanTerms, voice: Voice) -> str:
    first = span_words(terms.first_part_within, voice)
    if terms.first_part_on_due_date:
        return voice.say(
            sv=f"Den första delen betalas på fakturans förfallodag, högst {first} efter beslutet.",
            en=f"The first part is paid on the due date, at most {first} after the decision.",
        )
    return voice.say(
        sv=f"Den första delen betalas inom {first} efter beslutet.",
        en=f"The first part is paid within {first} of the decision.",
    )


def _plan_costs(terms: PlanTerms, voice: Voice) -> Iterator[str]:
    if terms.fee is not None:
        words = fee_words(terms.fee, voice)
        yield voice.say(sv=f"Planen kostar {words}.", en=f"The plan costs {words}.")
        yield from fee_details(terms.fee, voice)
    if terms.notice_fee is not None:
        words = fee_words(terms.notice_fee, voice)
        yield voice.say(
            sv=f"Varje avi för en del kostar {words}.",
            en=f"Each notice of a part costs {words}.",
        )
        yield from fee_details(terms.notice_fee, voice)
    if terms.interest is None:
        yield voice.say(
            sv="Så länge planen hålls räknas ingen ränta.",
            en="While the plan is kept no interest is counted.",
        )
    else:
        rate = rate_words(terms.interest, voice)
        yield voice.say(
            sv=f"Så länge planen hålls är räntan {rate}.",
            en=f"While the plan is kept the interest is {rate}.",
        )
        yield voice.of(_ON[terms.interest_on])
    if terms.notice is not None:
        day = voice.say(sv="delens förfallodag", en="the day of the part")
        when = waiting_words(terms.notice, day, voice)
        yield voice.say(
            sv=f"Varje del utom den första aviseras {when}.",
            en=f"Each part but the first is given notice of {when}.",
        )


def _kept_by(terms: PlanTerms, voice: Voice) -> Iterator[str]:
    if terms.administered_by == CREDITOR:
        return
    by, count = voice.role(terms.administered_by), terms.agency_from_parts
    if terms.to:
        by = f"{by} ({terms.to})"
    if count:
        yield voice.say(
            sv=f"En plan med minst {count} delar sköts av {by}.",
            en=f"A plan of {count} parts or more is administered by {by}.",
        )
    else:
        yield voice.say(sv=f"Planen sköts av {by}.", en=f"The plan is administered by {by}.")


def _plan_broken(terms: PlanTerms, voice: Voice) -> Iterator[str]:
    if terms.broken_by:
        how = voice.choice(
            [voice.of(_BROKEN[each]) for each in BrokenBy if each in terms.broken_by]
        )
        yield voice.say(
            sv=f"Planen är bruten om {how}. {voice.of(_THEN[terms.when_broken])}",
            en=f"The plan is broken if {how}. {voice.of(_THEN[terms.when_broken])}",
        )
    if terms.late_within.count:
        late = span_words(terms.late_within, voice)
        yield voice.say(
            sv=f"En del får komma {late} för sent utan att planen är bruten.",
            en=f"A part may come {late} late without breaking the plan.",
        )


def carry_sentences(carry: Carry, voice: Voice) -> Iterator[str]:
    """When a small claim waits for the next invoice."""
    below, latest = voice.kronor(carry.below_ore), span_words(carry.at_latest, voice)
    which = {
        None: voice.say(sv=f"Är mindre än {below} obetalt", en=f"When less than {below} is unpaid"),
        True: voice.say(
            sv=f"Är mindre än {below} kvar efter en delbetalning",
            en=f"When less than {below} is left after a part payment",
        ),
        False: voice.say(
            sv=f"Är mindre än {below} obetalt och inget har betalats",
            en=f"When less than {below} is unpaid and nothing has been paid",
        ),
    }[carry.part_paid]
    yield voice.say(
        sv=f"{which} väntar fordran till nästa fakturas förfallodag, dock högst {latest}.",
        en=f"{which}, the claim waits until the next invoice is due, but at most {latest}.",
    )
    if carry.unless_marks:
        marks = voice.choice(voice.named(carry.unless_marks, voice.known_marks))
        yield voice.say(
            sv=f"Det gäller inte fakturor märkta {marks}.",
            en=f"That does not hold for invoices marked {marks}.",
        )


def refund_sentences(refunds: RefundRules, voice: Voice) -> Iterator[str]:
    """What becomes of money that is too much."""
    if refunds.kept_below_ore:
        kept = voice.kronor(refunds.kept_below_ore)
        yield voice.say(
            sv=f"Har någon betalat för mycket, men mindre än {kept}, betalas det inte tillbaka.",
            en=f"When somebody has paid too much, but less than {kept}, it is not paid back.",
        )
    if refunds.next_invoice_below_ore:
        following = voice.kronor(refunds.next_invoice_below_ore)
        yield voice.say(
            sv=f"Är det mindre än {following} dras det av på nästa faktura.",
            en=f"When it is less than {following}, it is taken off the next invoice.",
        )
    rest = refunds.kept_below_ore or refunds.next_invoice_below_ore
    more = voice.say(sv="mer", en="more") if rest else voice.say(sv="något", en="anything")
    yield voice.say(
        sv=f"Har {more} betalats för mycket betalas det tillbaka.",
        en=f"If {more} is paid too much, it is paid back.",
    )
    if refunds.interest is not None:
        rate = rate_words(refunds.interest, voice)
        yield voice.say(
            sv=f"På det som var betalt och sedan krediteras får du ränta, {rate}, från dagen "
            "efter betalningen.",
            en=f"What was paid and is then credited bears interest for you, {rate}, from the day "
            "after the payment.",
        )
    if refunds.bound_kinds:
        kinds = voice.kinds(refunds.bound_kinds)
        yield voice.say(
            sv=f"En kreditering av {kinds} får varken betala en annan skuld eller betalas ut.",
            en=f"A credit of {kinds} may neither pay another debt nor be paid out.",
        )
