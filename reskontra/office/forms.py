"""The form of a decision: its fields with what was written, and what is wrong beside each.

    form_of(cursor, kind, case, given=request.POST, wrong={}, language="sv")

The one rule: every form is made of its kind's fields; no decision has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.decision_kinds import GROUPS
from reskontra.casework.desk import Proposal
from reskontra.domain.refusal import Refused
from reskontra.office import words
from reskontra.office.wording import say
from reskontra.records.search import Subject

WHOLE = "whole"
"""The field that says whether a decision is about one invoice or all that somebody owes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the choices of a field."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """A field as the page places it."""

    name: str
    label: str
    hint: str
    type: str
    value: str
    said: str
    """The value in words, for who is to confirm it."""
    required: bool
    options: tuple[Option, ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A decision that can be made about a claim."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedGroup:
    """Decisions of a sort, under their heading."""

    heading: str
    kinds: tuple[Offered, ...]


def offered(cursor: CursorWrapper, case: Case, *, language: str) -> tuple[OfferedGroup, ...]:
    """The decisions that may be of use for the claim as it stands, sort by sort."""
    groups = (
        OfferedGroup(
            heading=say(f"decide.group.{name}", language=language),
            kinds=tuple(_offered(kinds, cursor, case, language)),
        )
        for name, kinds in GROUPS.items()
    )
    return tuple(group for group in groups if group.kinds)


def _offered(
    kinds: Iterable[Kind], cursor: CursorWrapper, case: Case, language: str
) -> Iterator[Offered]:
    for kind in kinds:
        if kind.offered is None or kind.offered(cursor, case):
            title = words.called(case.policy.decision_kinds, kind.name, language=language)
            yield Offered(name=kind.name, title=title)


def takes_whole(kind: Kind) -> bool:
    """Whether the form asks if it is about one invoice or all."""
    return kind.about is About.EITHER


def is_whole(kind: Kind, said: str) -> bool:
    """Whether the decision is about all that the party owes, by its kind or by what was chosen."""
    return kind.about is About.PARTY or (takes_whole(kind) and said == "all")


def shown(
    cursor: CursorWrapper,
    kind: Kind,
    case: Case,
    *,
    given: Mapping[str, str] | None,
    wrong: Mapping[str, Refused],
    language: str,
) -> tuple[ShownField, ...]:
    """The fields, with what was given, or what is usual when nothing has been given yet."""
    fields = (_shown(cursor, field, case, given, wrong, language) for field in kind.fields)
    return tuple(each for each in fields if _asks(each))


def _asks(field: ShownField) -> bool:
    """A field of choices that has none, and need not have, asks nothing."""
    return field.required or field.type not in ("choice", "choices") or bool(field.options)


def _shown(
    cursor: CursorWrapper,
    field: Field,
    case: Case,
    given: Mapping[str, str] | None,
    wrong: Mapping[str, Refused],
    language: str,
) -> ShownField:
    usual = field.usual(case) if field.usual is not None else ""
    value = (given or {}).get(field.name, usual)
    choices = field.choices(cursor, case) if field.choices is not None else {}
    if field.required and field.type is FieldType.CHOICE and given is None and len(choices) == 1:
        value = next(iter(choices))
    chosen = value.split() if field.type is FieldType.CHOICES else [value]
    options = tuple(
        Option(value=name, text=texts.say(language), chosen=name in chosen)
        for name, texts in choices.items()
    )
    error = wrong.get(field.name)
    return ShownField(
        name=field.name,
        label=field.label.say(language),
        hint=field.hint.say(language),
        type=field.type.value,
        value=value,
        said=", ".join(each.text for each in options if each.chosen) or value,
        required=field.required,
        options=options,
        error="" if error is None else words.refusal(error, language=language),
    )


def proposal_about(subject: Subject, kind: str) -> Proposal:
    """A decision of the kind about the invoice, with nothing filled in yet."""
    return Proposal(
        kind=kind, party=subject.party, invoice=subject.invoice, creditor=subject.creditor
    )
