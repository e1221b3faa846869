"""Spans, waitings and schedules in words.

    span_words(Span.parse("7 working days"), voice)                        -> "7 arbetsdagar"
    waiting_words(Waiting.parse("3 days before"), "förfallodagen", voice)  -> "3 dagar före …"
    schedule_words(Schedule.parse("each month on the 15th"), voice)        -> "den 15 varje månad"

The one rule: each says as much as the file does, so that no two different times sound alike.
"""

from __future__ import annotations

from reskontra.domain.calendar import Span, Unit
from reskontra.domain.money import NO_BREAK_SPACE
from reskontra.domain.schedule import Schedule
from reskontra.domain.texts import Texts
from reskontra.domain.waiting import Waiting, Which
from reskontra.policy.telling.voice import Voice

_ONE = {
    Unit.DAYS: Texts(sv="dag", en="day"),
    Unit.WORKING_DAYS: Texts(sv="arbetsdag", en="working day"),
    Unit.BANKING_DAYS: Texts(sv="bankdag", en="banking day"),
    Unit.WEEKS: Texts(sv="vecka", en="week"),
    Unit.MONTHS: Texts(sv="månad", en="month"),
}
_MANY = {
    Unit.DAYS: Texts(sv="dagar", en="days"),
    Unit.WORKING_DAYS: Texts(sv="arbetsdagar", en="working days"),
    Unit.BANKING_DAYS: Texts(sv="bankdagar", en="banking days"),
    Unit.WEEKS: Texts(sv="veckor", en="weeks"),
    Unit.MONTHS: Texts(sv="månader", en="months"),
}
_LAST_ONE = {
    Unit.DAYS: Texts(sv="den senaste dagen", en="the last day"),
    Unit.WORKING_DAYS: Texts(sv="den senaste arbetsdagen", en="the last working day"),
    Unit.BANKING_DAYS: Texts(sv="den senaste bankdagen", en="the last banking day"),
    Unit.WEEKS: Texts(sv="den senaste veckan", en="the last week"),
    Unit.MONTHS: Texts(sv="den senaste månaden", en="the last month"),
}
_LAST_MANY = {
    Unit.DAYS: Texts(sv="dagarna", en="days"),
    Unit.WORKING_DAYS: Texts(sv="arbetsdagarna", en="working days"),
    Unit.BANKING_DAYS: Texts(sv="bankdagarna", en="banking days"),
    Unit.WEEKS: Texts(sv="veckorna", en="weeks"),
    Unit.MONTHS: Texts(sv="månaderna", en="months"),
}
_WEEKDAYS = Texts(
    sv="måndag tisdag onsdag torsdag fredag lördag söndag",
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
_MONTHS_IN_A_QUARTER = 3
_LAST_NUMBER = 31


def span_words(span: Span, voice: Voice) -> str:
    """A number and a unit, kept on one line."""
    unit = (_ONE if span.count == 1 else _MANY)[span.unit]
    return f"{span.count}{NO_BREAK_SPACE}{voice.of(unit)}"


def last_words(span: Span, voice: Voice) -> str:
    """The time until today: "de senaste 12 månaderna"."""
    if span.count == 1:
        return voice.of(_LAST_ONE[span.unit])
    unit = voice.of(_LAST_MANY[span.unit])
    return voice.say(
        sv=f"de senaste {span.count}{NO_BREAK_SPACE}{unit}",
        en=f"the last {span.count}{NO_BREAK_SPACE}{unit}",
    )


def waiting_words(wait: Waiting, anchor: str, voice: Voice) -> str:
    """How long after, or before, the anchor; `anchor` is the day in words."""
    first = span_words(wait.spans[0], voice)
    if wait.before:
        return voice.say(sv=f"{first} före {anchor}", en=f"{first} before {anchor}")
    if len(wait.spans) == 1:
        if wait.spans[0].count == 0:
            return voice.say(sv=f"på {anchor}", en=f"on {anchor}")
        return voice.say(sv=f"{first} efter {anchor}", en=f"{first} after {anchor}")
    second = span_words(wait.spans[1], voice)
    if wait.which is Which.LATER:
        return voice.say(
            sv=f"när både {first} och {second} har gått efter {anchor}",
            en=f"when both {first} and {second} have passed after {anchor}",
        )
    return voice.say(
        sv=f"när {first} eller {second} har gått efter {anchor}, det som inträffar först",
        en=f"when {first} or {second} have passed after {anchor}, whichever comes first",
    )


def time_words(wait: Waiting, voice: Voice) -> str:
    """The waiting alone, where the sentence says from what it is counted."""
    spans = [span_words(span, voice) for span in wait.spans]
    if len(spans) == 1:
        before = voice.say(sv=" före", en=" before")
        return spans[0] + (before if wait.before else "")
    both = voice.listing(spans)
    if wait.which is Which.LATER:
        return voice.say(sv=f"den senare av {both}", en=f"the later of {both}")
    return voice.say(sv=f"den tidigare av {both}", en=f"the earlier of {both}")


def later_words(wait: Waiting, voice: Voice) -> str:
    """The day on which the waiting ends, in a sentence that has told when it begins."""
    spans = [span_words(span, voice) for span in wait.spans]
    if wait.before:
        return voice.say(sv=f"{spans[0]} före", en=f"{spans[0]} before")
    if len(spans) == 1:
        return voice.say(sv=f"{spans[0]} senare", en=f"{spans[0]} later")
    first, second = spans
    if wait.which is Which.LATER:
        return voice.say(
            sv=f"när både {first} och {second} har gått",
            en=f"when both {first} and {second} have passed",
        )
    return voice.say(
        sv=f"när {first} eller {second} har gått, det som inträffar först",
        en=f"when {first} or {second} have passed, whichever comes first",
    )


def schedule_words(schedule: Schedule, voice: Voice) -> str:
    """The days on which it is done."""
    if schedule.days:
        return voice.listing([voice.date(day) for day in schedule.days])
    if schedule.weekday is not None:
        weekday = voice.of(_WEEKDAYS).split()[schedule.weekday]
        if not schedule.weeks:
            return voice.say(sv=f"varje {weekday}", en=f"every {weekday}")
        weeks = voice.listing([str(week) for week in schedule.weeks])
        return voice.say(
            sv=f"{weekday} i vecka {weeks} varje år", en=f"{weekday} of week {weeks} each year"
        )
    return f"{_day_of_month(schedule, voice)} {_how_often(schedule, voice)}"


def _how_often(schedule: Schedule, voice: Voice) -> str:
    if schedule.months == _MONTHS_IN_A_QUARTER and schedule.last:
        return voice.say(sv="i varje kvartal", en="of every quarter")
    if schedule.months == _MONTHS_IN_A_QUARTER:
        return voice.say(
            sv="i första månaden varje kvartal", en="of the first month of every quarter"
        )
    return voice.say(sv="varje månad", en="of every month")


def _day_of_month(schedule: Schedule, voice: Voice) -> str:
    if schedule.banking:
        return voice.say(sv="sista bankdagen", en="the last banking day")
    if schedule.number == _LAST_NUMBER:
        return voice.say(sv="sista dagen", en="the last day")
    return voice.say(sv=f"den {schedule.number}", en=f"day {schedule.number}")
