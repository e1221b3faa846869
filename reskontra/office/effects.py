"""How a claim stands, in words: before a decision, and after it, side by side.

    sides(effect, language="sv")  -> (Side(number="1004", before=Shown(…), after=Shown(…)),)

The one rule: both sides are made by the same function, so that what differs is what changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from reskontra.casework.desk import Effect
from reskontra.casework.standing import Coming, Standin, Standing
from reskontra.domain.claim import Hold
from reskontra.domain.court_case import COURT_CASE, read_reason
from reskontra.domain.rules import Policy
from reskontra.office import words
from reskontra.office.wording import WORDING, say, say_or_show


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a side, and whether the other side lacks it."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim, before and after; a side is empty when the claim is not there then."""

    number: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]


def sides(effect: Effect, policy: Policy, *, language: str) -> tuple[Side, ...]:
    """The claims that change, each before and after."""
    return tuple(_side(before, after, policy, language) for before, after in effect.changed)


def told(effect: Effect, *, language: str) -> tuple[str, ...]:
    """What it would do that no claim shows by itself."""
    return tuple(each.say(language) for each in effect.told)


def seen(effect: Effect, policy: Policy) -> str:
    """Names what was shown, so that nothing else is done; a change gives another name."""
    shown = repr((sides(effect, policy, language="sv"), told(effect, language="sv")))
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _side(before: Standing | None, after: Standing | None, policy: Policy, language: str) -> Side:
    one, other = (dict(_parts(each, policy, language)) if each else {} for each in (before, after))
    number = before.number if before else after.number if after else ""
    return Side(number=number, before=_marked(one, other), after=_marked(other, one))


def _marked(mine: dict[str, list[str]], theirs: dict[str, list[str]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            heading=heading,
            lines=tuple(
                Line(text=text, differs=text not in theirs.get(heading, ())) for text in texts
            ),
        )
        for heading, texts in mine.items()
    )


def parts_of(standing: Standing, policy: Policy, *, language: str) -> tuple[Part, ...]:
    """How the claim stands, by itself."""
    found = dict(_parts(standing, policy, language))
    return _marked(found, found)


def _parts(standing: Standing, policy: Policy, language: str) -> Iterator[tuple[str, list[str]]]:
    balance = standing.balance
    amounts = {
        "principal": balance.principal_ore,
        "fee": balance.fee_ore,
        "interest": balance.interest_ore,
        "held": balance.total_ore - standing.asked_ore,
        "overpaid": standing.overpaid_ore,
    }
    yield (
        say("effect.balance", language=language),
        [
            say(f"part.of.{name}", language=language, amount=words.kronor(ore, language=language))
            for name, ore in amounts.items()
            if ore or name == "principal"
        ],
    )
    statuses = [say_or_show("status", each.value, language=language) for each in standing.statuses]
    yield say("effect.statuses", language=language), statuses
    holds = [hold_words(each, policy, language=language) for each in standing.holds]
    yield say("effect.holds", language=language), holds or [say("none", language=language)]
    coming = [step_words(each, policy, language=language) for each in standing.coming]
    yield say("effect.coming", language=language), coming or [say("none", language=language)]
    stopped = [
        f"{say_or_show('letter', each.template, language=language)} {each.day}"
        for each in standing.letters
        if each.stopped
    ]
    if stopped:
        yield say("effect.letters", language=language), stopped
    if standing.readers:
        to = [_reader(each, policy, language) for each in standing.readers]
        yield say("effect.readers", language=language), to


def _reader(each: Standin, policy: Policy, language: str) -> str:
    kinds = {name: kind.texts for name, kind in policy.representative_kinds.items()}
    return say(
        "reader.instead" if each.instead else "reader.also",
        language=language,
        name=each.name,
        kind=words.called(kinds, each.kind, language=language),
    )


def hold_words(hold: Hold, policy: Policy, *, language: str) -> str:
    """A hold as staff say it: what, how much, from when, until when."""
    until = "hold.until" if hold.last_day else "hold.until_lifted"
    part = "hold.line" if hold.amount_ore is None else "hold.line_of_part"
    line = say(
        part,
        language=language,
        kind=hold_kind(hold.kind, policy, language=language),
        amount=words.kronor(hold.amount_ore or 0, language=language),
        first=hold.first_day,
        until=say(until, language=language, last=words.day(hold.last_day)),
    )
    case = read_reason(hold.reason) if hold.kind == COURT_CASE else None
    return f"{line}. {case.words.say(language)}" if case else line


def hold_kind(kind: str, policy: Policy, *, language: str) -> str:
    """What staff call a hold; in the rules' own words where those say it to nobody but staff."""
    if f"hold.kind.{kind}" in WORDING:
        return say(f"hold.kind.{kind}", language=language)
    return words.called(policy.hold_kinds, kind, language=language)


def step_words(step: Coming, policy: Policy, *, language: str) -> str:
    """A step to come: its day, its name, its cost and what stops it."""
    when = words.day(step.day) or say("step.no_day", language=language)
    if step.awaits_report and step.day is not None:
        when = say("step.by_other", language=language, day=when)
    cost = words.kronor(step.fee_ore, language=language) if step.fee_ore else ""
    stopped = ", ".join(stop_words(each, policy, language=language) for each in step.stopped_by)
    more = ", ".join(each for each in (cost, stopped) if each)
    return f"{when}: {step.label.say(language)}{f' ({more})' if more else ''}"


def stop_words(stop: str, policy: Policy, *, language: str) -> str:
    """What stops a step: a hold, or a finding that nobody has made."""
    if f"stop.{stop}" in WORDING:
        return say(f"stop.{stop}", language=language)
    what, _, name = stop.rpartition(":")
    if not what:
        return hold_kind(name, policy, language=language)
    told = words.called(policy.clearance_kinds, name, language=language)
    return say(f"stop.{what}", language=language, what=told)
