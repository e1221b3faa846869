"""What a person should look at among the national values, though nothing in them is wrong.

    law/reference_rate.yaml, 2026-07-01: 2,00 %: a weak source; compare with riksbank.se …
    law/reference_rate.yaml: 2,00 % holds until 2026-12-31, in 39 days …

The one rule: a remark stops nothing; it says which file and day, what stands there, and why
somebody should look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.policy.build_law import last_day
from reskontra.policy.law_file import DatedValueFile, LawFile
from reskontra.policy.values import TextsFile

CONFIRM_WITHIN = timedelta(days=365)
"""How long a value in force may go without a person comparing it with its source."""

ENDS_WITHIN = timedelta(days=60)
"""How long before its last day a value that is set anew is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to look at in `file`, about the value from `valid_from`."""

    file: str
    valid_from: date
    value: str
    why: TextsFile

    def say(self, language: str) -> str:
        """The remark on one line, in `language`."""
        return f"{self.file}, {self.valid_from}: {self.value}: {self.why.texts().say(language)}"


def unverified(files: Mapping[str, LawFile]) -> Iterator[Remark]:
    """Every value that awaits a better source, whether in force or not."""
    for name, law in files.items():
        for day, dated in law.values.items():
            if dated.doubt is not None:
                yield _remark(name, day, dated, dated.doubt)


def unconfirmed(files: Mapping[str, LawFile], *, today: date) -> Iterator[Remark]:
    """Every value in force on `today` that nobody has compared with its source for a year.

    A value that a later one has replaced cannot change, and is not asked about again.
    """
    for name, law in files.items():
        in_force = [day for day in law.values if date.fromisoformat(day) <= today]
        for day in in_force[-1:]:
            dated = law.values[day]
            if today - dated.confirmed > CONFIRM_WITHIN:
                why = TextsFile(
                    sv=f"jämfördes senast med källan {dated.confirmed}",
                    en=f"was last compared with its source on {dated.confirmed}",
                )
                yield _remark(name, day, dated, why)


def ending(files: Mapping[str, LawFile], *, today: date) -> Iterator[Remark]:
    """Every value set anew by law whose last day has passed, or comes within 60 days."""
    for name, law in files.items():
        last = last_day(law)
        if last is None or last - today > ENDS_WITHIN:
            continue
        day = list(law.values)[-1]
        yield _remark(name, day, law.values[day], _end(last, today))


def _end(last: date, today: date) -> TextsFile:
    days = (last - today).days
    following = last + timedelta(days=1)
    if days < 0:
        return TextsFile(
            sv=f"gällde till och med {last}; senare dagar räknas inte förrän nästa läggs till",
            en=f"held until {last}; no later day is counted until the next is added",
        )
    return TextsFile(
        sv=f"gäller till och med {last}, {days} dagar till; lägg till värdet från {following}",
        en=f"holds until {last}, {days} days from now; add the value from {following}",
    )


def in_words(dated: DatedValueFile) -> str:
    """A value as a person reads it: '60 kr', or 'consumer 3 years, other 10 years'."""
    return ", ".join(
        f"{part.replace('_', ' ')} {text}".strip() for part, text in dated.value.items()
    )


def _remark(name: str, day: str, dated: DatedValueFile, why: TextsFile) -> Remark:
    return Remark(
        file=f"law/{name}.yaml",
        valid_from=date.fromisoformat(day),
        value=in_words(dated),
        why=why,
    )
