"""Conditions in words: what must be true of the claim, and of the party who owes it.

    clauses(Condition(open_at_most_ore=2000, part_paid=True), voice)
    -> ("något har betalats", "högst 20 kr är obetalt")

The one rule: a clause for each thing asked, worded to stand after "om" as well as in a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.course import Course
from reskontra.domain.party import PartyKind
from reskontra.domain.texts import Texts
from reskontra.policy.telling.times import last_words, span_words
from reskontra.policy.telling.voice import Voice

DEBTORS = {
    PartyKind.PERSON: Texts(sv="en privatperson", en="a private person"),
    PartyKind.ORGANIZATION: Texts(sv="en organisation", en="an organization"),
    PartyKind.ESTATE: Texts(sv="ett dödsbo", en="the estate of a deceased person"),
}

COURSES = {
    Course.INSTALLMENT_PLAN: Texts(sv="avbetalningsplan", en="an installment plan"),
    Course.ENFORCEMENT_AUTHORITY: Texts(sv="Kronofogden", en="the Enforcement Authority"),
    Course.AGENCY: Texts(sv="inkassobolag", en="a collection agency"),
    Course.MONITORING: Texts(sv="bevakning", en="monitoring"),
    Course.WRITE_OFF: Texts(sv="avskrivning", en="a write-off"),
}


def clauses(condition: Condition, voice: Voice) -> tuple[str, ...]:
    """What the condition asks, a clause each; none when it asks nothing."""
    return (
        *_of_invoice(condition, voice),
        *_of_amount(condition, voice),
        *_of_age(condition, voice),
        *_of_steps(condition, voice),
        *_of_course(condition, voice),
        *(_of_party(condition.party, voice) if condition.party else ()),
    )


def _of_invoice(condition: Condition, voice: Voice) -> Iterator[str]:
    if condition.debtors:
        who = voice.choice(sorted(voice.of(DEBTORS[each]) for each in condition.debtors))
        yield voice.say(sv=f"den som är skyldig är {who}", en=f"the debtor is {who}")
    if condition.kinds:
        kinds = voice.choice(voice.named(condition.kinds, voice.known_kinds))
        yield voice.say(sv=f"fakturan gäller {kinds}", en=f"the invoice is for {kinds}")
    if condition.services:
        services = voice.services(condition.services)
        yield voice.say(
            sv=f"fakturan har en rad för {services}", en=f"the invoice has a line for {services}"
        )
    if condition.marks:
        marks = voice.choice(voice.named(condition.marks, voice.known_marks))
        yield voice.say(sv=f"fakturan är märkt {marks}", en=f"the invoice is marked {marks}")


def _of_amount(condition: Condition, voice: Voice) -> Iterator[str]:
    if condition.part_paid is True:
        yield voice.say(sv="något har betalats", en="something has been paid")
    if condition.part_paid is False:
        yield voice.say(sv="inget har betalats", en="nothing has been paid")
    if condition.open_at_least_ore is not None:
        least = voice.kronor(condition.open_at_least_ore)
        yield voice.say(sv=f"minst {least} är obetalt", en=f"at least {least} is unpaid")
    if condition.open_at_most_ore is not None:
        most = voice.kronor(condition.open_at_most_ore)
        yield voice.say(sv=f"högst {most} är obetalt", en=f"at most {most} is unpaid")
    if condition.service_debt_at_least_ore is not None:
        debt = voice.kronor(condition.service_debt_at_least_ore)
        services = voice.services(condition.services) if condition.services else ""
        of = services or voice.say(sv="dessa tjänster", en="these services")
        yield voice.say(
            sv=f"skulden för {of} är minst {debt}", en=f"the debt for {of} is at least {debt}"
        )


def _of_age(condition: Condition, voice: Voice) -> Iterator[str]:
    if condition.overdue_at_least is not None:
        least = span_words(condition.overdue_at_least, voice)
        yield voice.say(
            sv=f"det är minst {least} sedan förfallodagen",
            en=f"it is at least {least} since the due date",
        )
    if condition.overdue_at_most is not None:
        most = span_words(condition.overdue_at_most, voice)
        yield voice.say(
            sv=f"det är högst {most} sedan förfallodagen",
            en=f"it is at most {most} since the due date",
        )


def _of_steps(condition: Condition, voice: Voice) -> Iterator[str]:
    if condition.taken:
        steps = voice.steps(condition.taken)
        yield voice.say(sv=f"{steps} har gjorts", en=f"the claim has been through {steps}")
    if condition.not_taken:
        steps = voice.alternatives(condition.not_taken)
        yield voice.say(sv=f"{steps} inte har gjorts", en=f"the claim has not been through {steps}")


def _of_course(condition: Condition, voice: Voice) -> Iterator[str]:
    if condition.courses:
        courses = voice.choice(sorted(voice.of(COURSES[each]) for each in condition.courses))
        yield voice.say(
            sv=f"någon har beslutat: {courses}", en=f"somebody has decided on: {courses}"
        )


def _of_party(party: PartyCondition, voice: Voice) -> Iterator[str]:
    yield from _of_debts(party, voice)
    if party.steps_taken is not None:
        met = voice.choice(sorted(_step_or_hold(name, voice) for name in party.steps))
        yield from _times(party.steps_taken, voice.say(sv=f"haft {met}", en=f"had {met}"), voice)
    if party.paid_late is not None:
        late = voice.say(sv="betalat för sent", en="paid late")
        yield from _times(party.paid_late, late, voice)
    if party.last_paid_on_time:
        count = party.last_paid_on_time
        which = (
            voice.say(sv="den senaste fakturan", en="the latest invoice")
            if count == 1
            else voice.say(sv=f"de senaste {count} fakturorna", en=f"the latest {count} invoices")
        )
        yield voice.say(
            sv=f"den som är skyldig har betalat {which} i tid",
            en=f"the debtor has paid {which} in time",
        )
    if party.has_only_services:
        only = voice.listing(voice.named(party.has_only_services, voice.known_services))
        yield voice.say(
            sv=f"den som är skyldig bara har fakturor för {only}",
            en=f"the debtor has invoices for {only} only",
        )


def _of_debts(party: PartyCondition, voice: Voice) -> Iterator[str]:
    kinds = voice.kinds(party.of_kinds) if party.of_kinds else ""
    of = voice.say(sv=f" för {kinds}", en=f" for {kinds}") if kinds else ""
    if party.same_facility:
        of += voice.say(sv=" om samma anläggning", en=" about the same facility")
    if party.overdue_at_least_ore:
        least = voice.kronor(party.overdue_at_least_ore)
        yield voice.say(
            sv=f"den som är skyldig har minst {least} förfallet{of} i allt",
            en=f"the debtor has at least {least} overdue{of} in all",
        )
    if party.invoices_overdue_at_least:
        least = _invoices(party.invoices_overdue_at_least, voice)
        yield voice.say(
            sv=f"den som är skyldig har minst {least}{of}",
            en=f"the debtor has at least {least}{of}",
        )
    if party.others_overdue_at_most == 0:
        yield voice.say(
            sv="den som är skyldig inte har någon annan förfallen faktura",
            en="the debtor has no other overdue invoice",
        )
    elif party.others_overdue_at_most is not None:
        most = _invoices(party.others_overdue_at_most, voice)
        yield voice.say(
            sv=f"den som är skyldig har högst {most} utöver denna",
            en=f"the debtor has at most {most} besides this one",
        )


def _invoices(count: int, voice: Voice) -> str:
    if count == 1:
        return voice.say(sv="en förfallen faktura", en="one overdue invoice")
    return voice.say(sv=f"{count} förfallna fakturor", en=f"{count} overdue invoices")


def _step_or_hold(name: str, voice: Voice) -> str:
    if name in voice.known_steps:
        return voice.step(name)
    hold = voice.one(name, voice.known_holds)
    return voice.say(sv=f"spärren ”{hold}”", en=f"the hold “{hold}”")


def _times(times: Times, what: str, voice: Voice) -> Iterator[str]:
    """How often, within what time; the least and the most are a clause each."""
    within = last_words(times.within, voice)
    if times.at_least:
        often = _count(times.at_least, voice)
        yield voice.say(
            sv=f"den som är skyldig har {what} minst {often} under {within}",
            en=f"the debtor has {what} at least {often} in {within}",
        )
    if times.at_most:
        often = _count(times.at_most, voice)
        yield voice.say(
            sv=f"den som är skyldig har {what} högst {often} under {within}",
            en=f"the debtor has {what} at most {often} in {within}",
        )
    if times.at_most == 0:
        yield voice.say(
            sv=f"den som är skyldig inte har {what} under {within}",
            en=f"the debtor has not {what} in {within}",
        )


def _count(count: int, voice: Voice) -> str:
    if count == 1:
        return voice.say(sv="en gång", en="once")
    return voice.say(sv=f"{count} gånger", en=f"{count} times")
