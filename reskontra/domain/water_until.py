"""Until when a warning of disconnection lets people pay: the sentence, and the days as it writes.

    until(date(2025, 6, 11), falls=Falls.BEFORE_DISCONNECTION, language="sv")
    -> "Vattnet stängs av 12 juni 2025. Pengarna måste ha kommit in senast dagen före, …"

The one rule: a letter that is sent again says its own days, never those of the one that came back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from reskontra.domain.long_day import long_day
from reskontra.domain.step import Falls
from reskontra.domain.texts import Texts

LAST_DAY = Texts(
    sv="Pengarna ska ha kommit in senast {pay_by}. Annars kan nästa brev säga vilken dag vattnet "
    "stängs av.",
    en="The money must be in by {pay_by}. Otherwise the next letter may state the day on which the "
    "water is disconnected.",
)
CUT_ON = Texts(
    sv="Vattnet stängs av {cut_on}. Pengarna måste ha kommit in senast dagen före, {pay_by}. Samma "
    "morgon ser vi efter en sista gång om du har betalat.",
    en="The water is disconnected on {cut_on}. The money must be in by the day before, {pay_by}. "
    "The same morning we look one last time whether you have paid.",
)


def until(pay_by: date, *, falls: Falls, language: str) -> str:
    """The last day to pay, with the day of disconnection when the letter sets it."""
    cut_on = pay_by + timedelta(days=1)
    words = CUT_ON if falls is Falls.BEFORE_DISCONNECTION else LAST_DAY
    said = words.say(language)
    return said.format(
        pay_by=long_day(pay_by, language=language), cut_on=long_day(cut_on, language=language)
    )


def with_days(
    paragraphs: Iterable[str], *, old: date, new: date, falls: Falls, language: str
) -> tuple[str, ...]:
    """The paragraphs of a letter with `new` as its last day to pay instead of `old`."""
    said = until(old, falls=falls, language=language)
    now = until(new, falls=falls, language=language)
    return tuple(now if each == said else each for each in paragraphs)
