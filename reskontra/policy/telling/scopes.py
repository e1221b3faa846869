"""Scopes and campaigns in words: which invoices, and what holds for them for a time.

    scope_words(scope, voice)
    -> "fakturor för Vatten och avlopp till privatpersoner och dödsbon"

The one rule: what a scope does not name may be anything, and is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.domain.campaign import Campaign
from reskontra.domain.scope import EVERY_DEBTOR, Scope
from reskontra.policy.telling.costs import debtors
from reskontra.policy.telling.told import Section
from reskontra.policy.telling.voice import Voice


def scope_words(scope: Scope, voice: Voice) -> str:
    """The invoices of a scope, as a part of a sentence."""
    return "".join(_scope(scope, voice))


def _scope(scope: Scope, voice: Voice) -> Iterator[str]:
    kinds = voice.kinds(scope.kinds)
    yield voice.say(sv=f"fakturor för {kinds}", en=f"invoices for {kinds}")
    if scope.debtors != EVERY_DEBTOR:
        who = debtors(scope.debtors, voice)
        yield voice.say(sv=f" till {who}", en=f" to {who}")
    if scope.departments:
        departments = voice.listing(voice.named(scope.departments, voice.known_departments))
        yield voice.say(sv=f" från {departments}", en=f" from {departments}")
    if scope.facilities:
        facilities = voice.choice(sorted(scope.facilities))
        yield voice.say(
            sv=f" som gäller anläggning {facilities}", en=f" that concern facility {facilities}"
        )
    if scope.marks:
        marks = voice.choice(voice.named(scope.marks, voice.known_marks))
        yield voice.say(sv=f" märkta {marks}", en=f" marked {marks}")
    if scope.party_has_only:
        only = voice.listing(voice.named(scope.party_has_only, voice.known_services))
        yield voice.say(
            sv=f", när mottagaren bara har fakturor för {only}",
            en=f", when the recipient has invoices for {only} only",
        )


def campaign_section(campaign: Campaign, voice: Voice) -> Section:
    """What a campaign does, for which invoices, and from when to when."""
    return Section(
        name=campaign.name,
        heading=voice.say(sv="Kampanj: ", en="Campaign: ") + voice.of(campaign.label),
        sentences=tuple(_campaign(campaign, voice)),
    )


def _campaign(campaign: Campaign, voice: Voice) -> Iterator[str]:
    first = voice.date(campaign.first_day)
    if campaign.last_day is None:
        yield voice.say(
            sv=f"Gäller från {first} och tills vidare.", en=f"From {first} until further notice."
        )
    else:
        last = voice.date(campaign.last_day)
        yield voice.say(sv=f"Gäller från {first} till {last}.", en=f"From {first} to {last}.")
    yield _concerned(campaign, voice)
    yield from _effects(campaign, voice)
    if explanation := voice.of(campaign.explanation):
        yield explanation
    yield voice.source(campaign.reference)
    yield voice.file(campaign.file, campaign.digest)


def _concerned(campaign: Campaign, voice: Voice) -> str:
    words = scope_words(campaign.scope, voice)
    if campaign.invoiced is not None:
        days = _between(campaign.invoiced, voice)
        words += voice.say(sv=f" med fakturadatum {days}", en=f" dated {days}")
    if campaign.due is not None:
        days = _between(campaign.due, voice)
        words += voice.say(sv=f" som förfaller {days}", en=f" due {days}")
    if campaign.numbers:
        numbers = voice.listing(sorted(campaign.numbers))
        words += voice.say(sv=f", men bara faktura {numbers}", en=f", but only invoice {numbers}")
    return voice.say(sv=f"Gäller {words}.", en=f"It concerns {words}.")


def _between(days: tuple[date, date], voice: Voice) -> str:
    first, last = (voice.date(day) for day in days)
    if first == last:
        return voice.say(sv=f"den {first}", en=f"on {first}")
    return voice.say(sv=f"från {first} till {last}", en=f"from {first} to {last}")


def _effects(campaign: Campaign, voice: Voice) -> Iterator[str]:
    if campaign.stops:
        yield voice.say(
            sv="Inget steg görs under tiden, och dagarna räknas inte.",
            en="No step is taken meanwhile, and the days do not count.",
        )
    if campaign.due_moves_to is not None:
        day = voice.date(campaign.due_moves_to)
        yield voice.say(
            sv=f"Förfallodagen flyttas till {day}.", en=f"The due date is moved to {day}."
        )
    if campaign.interest_free:
        yield voice.say(
            sv="Ingen ränta räknas för dagarna.", en="No interest is counted for the days."
        )
    if campaign.interest_free_if_paid_by is not None:
        day = voice.date(campaign.interest_free_if_paid_by)
        yield voice.say(
            sv=f"Ingen ränta på det som är helt betalt {day}; annars räknas den från början.",
            en=f"No interest on what is paid whole by {day}; else it is counted from the first.",
        )
    if campaign.fee_free:
        yield voice.say(sv="Inget steg kostar något.", en="No step costs anything.")
