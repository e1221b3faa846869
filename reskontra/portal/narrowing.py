"""Narrowing a list: by year, kind and department, and by an invoice's number.

    /sv/betalda/?sort=-paid&year=2024&kind=rent
    /sv/obetalda/?search=1                  1004, as the session knows (`searches`)

The one rule: only what the person's own list has can be chosen, and what is chosen stands in the
address, so that it survives sorting and paging; what is typed does not. A choice that means nothing
leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from reskontra.domain.rules import Policy
from reskontra.portal.wording import say
from reskontra.records.views import InvoicePage, ListFilter

LONGEST_NUMBER = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to choose."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question with its options; the first leaves nothing out."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """The form above a list."""

    offered: bool
    """There is more than one invoice to choose among, or something was chosen."""
    in_use: bool
    sort: str
    number: str
    choices: tuple[Choice, ...]
    clear: str
    elsewhere: str
    """What to ask the other list for to see the same choice there."""


def chosen(asked: Mapping[str, str], policy: Policy, *, number: str) -> ListFilter:
    """What is asked for, and the number that was typed, as far as they mean something."""
    year, kind = asked.get("year", ""), asked.get("kind", "")
    creditor, _, department = asked.get("department", "").partition(".")
    departments = (
        {each.code for each in policy.creditors[creditor].departments}
        if creditor in policy.creditors
        else set()
    )
    known = department in departments
    known_signs = "".join(each for each in number if each.isalnum() or each in "-/")
    return ListFilter(
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        kind=kind if any(kind in each.invoice_kinds for each in policy.creditors.values()) else "",
        creditor=creditor if known else "",
        department=department if known else "",
        number=known_signs[:LONGEST_NUMBER],
    )


def asked_for(only: ListFilter, *, search: str) -> dict[str, str]:
    """The filter as an address says it; `search` is what it says of the number."""
    told = {
        "year": str(only.year or ""),
        "kind": only.kind,
        "department": f"{only.creditor}.{only.department}" if only.department else "",
        "search": search,
    }
    return {name: value for name, value in told.items() if value}


def narrowing(
    found: InvoicePage,
    *,
    kept: Mapping[str, str],
    number: str,
    sort: str,
    policy: Policy,
    language: str,
) -> Narrowing:
    """The form, with what the person's list can be narrowed to; `kept` is what is asked for."""
    kinds, departments = dict[str, str](), dict[str, str]()
    for group in found.groups:
        creditor = policy.creditors[group.creditor]
        kinds.setdefault(group.kind, creditor.invoice_kinds[group.kind].say(language))
        names = {each.code: each.name.say(language) for each in creditor.departments}
        name = names.get(group.department, group.department)
        departments[f"{group.creditor}.{group.department}"] = f"{name} ({creditor.name})"
    years = {str(group.year): str(group.year) for group in found.groups}
    given = {"year": dict(sorted(years.items(), reverse=True)), "kind": _by_text(kinds)}
    given["department"] = _by_text(departments)
    return Narrowing(
        offered=found.whole_count > 1 or bool(kept),
        in_use=bool(kept),
        sort=sort,
        number=number,
        choices=tuple(
            _choice(name, texts, kept.get(name, ""), language) for name, texts in given.items()
        ),
        clear="?" + urlencode({"sort": sort}),
        elsewhere="?" + urlencode(kept),
    )


def _by_text(texts: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(texts.items(), key=lambda each: each[1]))


def _choice(name: str, texts: Mapping[str, str], value: str, language: str) -> Choice:
    everything = Option(value="", text=say(f"narrow.{name}.all", language=language), chosen=False)
    return Choice(
        name=name,
        label=say(f"narrow.{name}", language=language),
        options=(
            everything,
            *(Option(value=code, text=text, chosen=code == value) for code, text in texts.items()),
        ),
    )
