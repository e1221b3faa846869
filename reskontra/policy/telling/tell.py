"""A whole procedure told in words.

    tell(procedure, policy, day=date(2026, 3, 31), language="sv") -> Told

The one rule: every field of the procedure is told, except the file's own text, which is what the
telling is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from reskontra.domain.rules import Part, Policy, Procedure, VersionBy
from reskontra.domain.texts import Texts
from reskontra.policy.telling.costs import interest_sentences
from reskontra.policy.telling.scopes import campaign_section, scope_words
from reskontra.policy.telling.steps import step_section
from reskontra.policy.telling.terms import (
    carry_sentences,
    decision_sentences,
    deferral_sentences,
    plan_sentences,
    refund_sentences,
)
from reskontra.policy.telling.told import Section, Told
from reskontra.policy.telling.voice import Voice, voice_of

_VERSION = {
    VersionBy.DUE_DATE: Texts(
        sv="Rutinen gäller fakturor som förfaller {day} eller senare.",
        en="The procedure holds for invoices due {day} or later.",
    ),
    VersionBy.INVOICE_DATE: Texts(
        sv="Rutinen gäller fakturor med fakturadatum {day} eller senare.",
        en="The procedure holds for invoices dated {day} or later.",
    ),
    VersionBy.STEP_DAY: Texts(
        sv="Rutinen gäller alla steg som görs {day} eller senare, också för äldre fakturor.",
        en="The procedure holds for every step taken {day} or later, for older invoices too.",
    ),
}
_PARTS = {
    Part.PRINCIPAL: Texts(sv="fakturan", en="the invoice"),
    Part.FEE: Texts(sv="avgifter", en="fees"),
    Part.INTEREST: Texts(sv="ränta", en="interest"),
}
_GROUNDS = {
    "agreement": Texts(sv="avtal", en="agreement"),
    "tariff": Texts(sv="taxa", en="tariff"),
    "water_tariff": Texts(
        sv="taxa enligt lagen (2006:412) om allmänna vattentjänster",
        en="tariff by the Public Water Services Act, lagen (2006:412)",
    ),
    "law": Texts(sv="lag", en="law"),
    "supervision": Texts(sv="tillsyn enligt lag", en="supervision by law"),
}


def tell(procedure: Procedure, policy: Policy, *, day: date, language: str) -> Told:
    """The procedure in words; `day` is that of the rates and ceilings told.

    Refuses a day on which the law has no value for a ceiling that the procedure asks for.
    """
    voice = voice_of(procedure, policy, day=day, language=language)
    return Told(
        title=f"{voice.creditor.name}: {procedure.name}",
        sections=tuple(_sections(procedure, voice)),
        steps=tuple(step_section(step, voice) for step in procedure.steps),
    )


def _sections(procedure: Procedure, voice: Voice) -> Iterator[Section]:
    yield _section(
        "applies_to",
        voice.say(sv="Vad den gäller", en="What it concerns"),
        _scope(procedure, voice),
    )
    yield _section(
        "interest",
        voice.say(sv="Dröjsmålsränta", en="Late interest"),
        interest_sentences(procedure.interest, voice),
    )
    yield _section(
        "allocation", voice.say(sv="Betalningar", en="Payments"), _payments(procedure, voice)
    )
    yield _section(
        "deferral", voice.say(sv="Anstånd", en="More time to pay"), _deferral(procedure, voice)
    )
    yield _section(
        "plan", voice.say(sv="Avbetalningsplan", en="Installment plan"), _plan(procedure, voice)
    )
    yield _section(
        "decisions",
        voice.say(sv="Vem som beslutar", en="Who decides"),
        decision_sentences(voice.creditor.decisions, voice),
    )
    for campaign in voice.creditor.campaigns:
        if campaign.scope.overlaps(procedure.scope):
            yield campaign_section(campaign, voice)
    yield _section(
        "stops",
        voice.say(sv="Vad som gäller alla steg", en="What holds for every step"),
        _every_step(voice),
    )
    yield _section("source", voice.say(sv="Källa", en="Source"), (_source(procedure, voice)))


def _section(name: str, heading: str, sentences: Iterator[str]) -> Section:
    return Section(name=name, heading=heading, sentences=tuple(sentences))


def _scope(procedure: Procedure, voice: Voice) -> Iterator[str]:
    words, day = scope_words(procedure.scope, voice), voice.date(procedure.valid_from)
    yield f"{words[0].upper()}{words[1:]}."
    yield voice.of(_VERSION[procedure.version_by]).format(day=day)
    by_ground: defaultdict[str, set[str]] = defaultdict(set)
    for name, ground in procedure.grounds.items():
        if name in procedure.scope.kinds:
            by_ground[ground].add(voice.inside(name, voice.known_kinds))
    for ground, owed in sorted(by_ground.items()):
        what, by = voice.listing(sorted(owed)), voice.one(ground, _GROUNDS)
        yield voice.say(sv=f"Grunden för {what} är {by}.", en=f"The ground for {what} is {by}.")


def _payments(procedure: Procedure, voice: Voice) -> Iterator[str]:
    order = [voice.of(_PARTS[part]) for part in procedure.allocation]
    words = voice.say(sv=", sedan ", en=", then ").join(order)
    yield voice.say(sv=f"En betalning täcker först {words}.", en=f"A payment first pays {words}.")
    if procedure.carry is not None:
        yield from carry_sentences(procedure.carry, voice)
    yield from refund_sentences(voice.creditor.refunds, voice)


def _deferral(procedure: Procedure, voice: Voice) -> Iterator[str]:
    if procedure.deferral is None:
        yield voice.say(
            sv="Rutinen säger inget om anstånd.", en="The procedure says nothing of more time."
        )
    else:
        yield from deferral_sentences(procedure.deferral, voice)


def _plan(procedure: Procedure, voice: Voice) -> Iterator[str]:
    if procedure.plan is None:
        yield voice.say(
            sv="Rutinen säger inget om avbetalning.",
            en="The procedure says nothing of payment in parts.",
        )
    else:
        yield from plan_sentences(procedure.plan, voice)


def _every_step(voice: Voice) -> Iterator[str]:
    yield voice.say(
        sv="Ett steg görs på en arbetsdag. Det görs först när det är för sent att betala i tid, om "
        "det inte är tänkt för dagarna före. Betalas allt görs inga fler krav.",
        en="A step is taken on a working day. It is taken only when it is too late to pay in time, "
        "unless it is meant for the days before. When all is paid no more is demanded.",
    )
    holds = "; ".join(voice.of(texts) for texts in voice.known_holds.values())
    yield voice.say(
        sv=f"Det som kan spärra en faktura: {holds}. Dagar med spärr räknas inte.",
        en=f"What may put an invoice on hold: {holds}. Days on hold do not count.",
    )


def _source(procedure: Procedure, voice: Voice) -> Iterator[str]:
    yield voice.source(procedure.reference)
    yield voice.file(procedure.file, procedure.digest)
