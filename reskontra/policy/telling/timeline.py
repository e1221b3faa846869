"""The days of a procedure, shown by an example invoice that nobody pays.

    timeline(procedure, policy, example=Example(due_date=date(2026, 3, 31)), language="sv")
    -> rows: 2026-04-13 Påminnelse, betala senast 2026-04-27, 60 kr …

The one rule: a row for every step of the procedure, with its day or with why it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from reskontra.domain.cost import interest_on
from reskontra.domain.dunning import NEEDS
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.projection import Projected
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import Does, Step
from reskontra.policy.diff.labels import label
from reskontra.policy.telling.conditions import DEBTORS, clauses
from reskontra.policy.telling.example import Example, Lived, live
from reskontra.policy.telling.steps import deed, when_words
from reskontra.policy.telling.told import Row, Timeline
from reskontra.policy.telling.voice import Voice, voice_of

_LATE = timedelta(days=30)


def timeline(procedure: Procedure, policy: Policy, *, example: Example, language: str) -> Timeline:
    """What the procedure comes to for the example, in order of day.

    Refuses a due date before the procedure is in force.
    """
    lived = live(procedure, policy, example=example)
    voice = voice_of(procedure, policy, day=example.due_date, language=language)
    rows = [_row(each, met=met, voice=voice) for each, met in lived.steps]
    rows += [_paid_row(step, voice) for step in lived.after_paid]
    rows.sort(key=lambda row: (row.day is None, row.day or date.max))
    return Timeline(
        heading=voice.say(sv="Ett exempel med dagar", en="An example with days"),
        example=_example(lived, voice),
        rows=tuple(rows),
        remarks=tuple(_remarks(lived, voice)),
    )


def _example(lived: Lived, voice: Voice) -> str:
    claim = lived.claim
    amount, due = voice.kronor(claim.open_ore), voice.date(claim.due_date)
    kind = voice.inside(claim.kind, voice.known_kinds)
    who = voice.of(DEBTORS[claim.debtor])
    return voice.say(
        sv=f"En faktura på {amount} för {kind} till {who} förfaller {due}, och ingen betalar.",
        en=f"An invoice of {amount} for {kind} to {who} is due {due}, and nobody pays.",
    )


def _row(each: Projected, *, met: bool, voice: Voice) -> Row:
    step = each.step
    return Row(
        name=step.name,
        label=voice.of(step.label),
        day=each.day,
        when=voice.date(each.day) if each.day else when_words(step, voice),
        what=deed(step, voice),
        pay_by=each.pay_by,
        pay_by_words=_pay_by(each.pay_by, voice),
        cost=voice.kronor(each.fee_ore) if each.fee_ore else "",
        conditions=tuple(_conditions(each, met=met, voice=voice)),
    )


def _pay_by(day: date | None, voice: Voice) -> str:
    if day is None:
        return ""
    words = voice.date(day)
    return voice.say(sv=f"betala senast {words}", en=f"pay by {words}")


def _paid_row(step: Step, voice: Voice) -> Row:
    return Row(
        name=step.name,
        label=voice.of(step.label),
        day=None,
        when=when_words(step, voice),
        what=deed(step, voice),
        pay_by=None,
        pay_by_words="",
        cost=voice.kronor(step.fee.amount_ore) if step.fee else "",
        conditions=(),
    )


def _conditions(each: Projected, *, met: bool, voice: Voice) -> Iterator[str]:
    step = each.step
    if not met:
        for clause in clauses(step.only_if, voice):
            yield voice.say(sv=f"bara om {clause}", en=f"only if {clause}")
        excepted = voice.listing(clauses(step.unless, voice)) if step.unless else ""
        if excepted:
            yield voice.say(sv=f"inte om {excepted}", en=f"not if {excepted}")
    for need in step.needs:
        finding = voice.one(need.clearance, voice.known_findings)
        yield voice.say(sv=f"sedan någon registrerat: {finding}", en=f"once recorded: {finding}")
    for reason in each.stopped_by:
        name = reason.removeprefix(f"{NEEDS}:")
        if name not in {need.clearance for need in step.needs} and name in voice.known_findings:
            finding = voice.one(name, voice.known_findings)
            yield voice.say(
                sv=f"sedan någon registrerat: {finding}", en=f"once recorded: {finding}"
            )


def _remarks(lived: Lived, voice: Voice) -> Iterator[str]:
    if lived.procedure.interest is not None:
        yield from _interest(lived, voice)
    if any(each.step.does is Does.AWAIT_REPORT and each.day for each, _ in lived.steps):
        yield voice.say(
            sv="Det som andra gör har den första dag då det kan göras, och det kan dröja.",
            en="What others do has the first day on which it can be done; it may take longer.",
        )
    last = max((each.day for each, _ in lived.steps if each.day), default=lived.claim.due_date)
    for each in lived.assumptions:
        if each.confirmed_until >= last:
            continue
        day = voice.date(each.confirmed_until)
        name = label("Law", each.name, language=voice.language)
        yield voice.say(
            sv=f"Lagens värde {name} är bekräftat till {day}; här antas det gälla även sedan.",
            en=f"The law's value {name} is confirmed until {day}; here it is assumed to last.",
        )


def _interest(lived: Lived, voice: Voice) -> Iterator[str]:
    """What a day costs, and what it comes to when all is paid on the first letter's last day."""
    paid_date = next((each.pay_by for each, met in lived.steps if met and each.pay_by), None)
    paid_date = paid_date or lived.claim.on_time_until + _LATE
    interest = interest_on(lived.claim, lived.procedure, until=paid_date)
    if not interest.rows:
        yield voice.say(sv="Ingen dröjsmålsränta räknas.", en="No late interest is counted.")
        return
    last = interest.rows[-1]
    a_day = _ore_text(last.interest_ore / last.days, voice)
    yield voice.say(
        sv=f"Dröjsmålsräntan är {a_day} om dagen, {last.rate_text(language='sv')} om året.",
        en=f"Late interest is {a_day} a day, {last.rate_text(language='en')} a year.",
    )
    day, accrued = voice.date(paid_date), _ore_text(Fraction(interest.accrued_ore), voice)
    if interest.total_ore:
        yield voice.say(
            sv=f"Betalas allt {day} är dröjsmålsräntan {accrued}.",
            en=f"If all is paid on {day}, late interest is {accrued}.",
        )
    else:
        yield voice.say(
            sv=f"Betalas allt {day} är dröjsmålsräntan {accrued}, så lite att den inte tas ut.",
            en=f"If all is paid on {day}, late interest is {accrued}, too little to be charged.",
        )


def _ore_text(ore: Fraction, voice: Voice) -> str:
    """An amount in kronor with two decimals, rounded to the nearest öre."""
    amount = format_kronor(round(ore), language=voice.language)
    return f"{amount}{NO_BREAK_SPACE}kr"
