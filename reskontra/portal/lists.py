"""The values of the two lists: rows, the links that sort them, and the pages.

    /sv/obetalda/?sort=-amount&kind=rent&page=2

The one rule: sorting, paging and narrowing are links and a form to the same address, so that they
work without JavaScript, keep each other, cover every page of the list, and can be bookmarks. Only
the number that is searched for is forgotten with the session.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.rules import Creditor, Policy
from reskontra.portal import narrowing, words
from reskontra.portal.narrowing import Narrowing
from reskontra.portal.tags import Tag, is_paid, is_waiting, tags
from reskontra.portal.wording import say
from reskontra.records.views import InvoicePage, InvoiceRow, ListFilter

PAGE_SIZE = 20
SORTS = {"unpaid": ("kind", "due", "amount"), "paid": ("kind", "due", "amount", "paid")}
FIRST_SORT = {"unpaid": "due", "paid": "-paid"}
_HEADING = {"kind": "list.kind", "due": "list.due", "paid": "list.paid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading that sorts."""

    key: str
    text: str
    address: str
    order: str
    """`ascending`, `descending` or `none`, as `aria-sort` words it."""
    order_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One invoice in a list."""

    address: str
    document: str
    """Where its PDF is."""
    number: str
    kind: str
    creditor: str
    due: str
    paid: str
    amount: str
    of: str
    """The billed amount, when it is not what is left; else empty."""
    overdue: bool
    registered_within: str
    """When the invoice is just due: how long a payment may take to show; else empty."""
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A number in the pager."""

    number: int
    address: str
    current: bool
    gap_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListValues:
    """Everything that the template of a list places."""

    listing: str
    columns: dict[str, Column]
    rows: tuple[Row, ...]
    count: int
    narrowing: Narrowing
    page: int
    pages: int
    total: str
    at_agency: str
    """Empty when nothing is to be paid to an agency."""
    pager: tuple[PageLink, ...]
    previous: str
    next: str


def chosen_sort(listing: str, asked: str) -> str:
    """The order asked for, or the list's first order when it is not one of its own."""
    return asked if asked.removeprefix("-") in SORTS[listing] else FIRST_SORT[listing]


def chosen_page(asked: str) -> int:
    """The page asked for; 1 when that is no page number."""
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def list_values(
    found: InvoicePage,
    *,
    listing: str,
    sort: str,
    only: ListFilter,
    search: str,
    policy: Policy,
    today: date,
    language: str,
) -> ListValues:
    """The list as text in `language`; `search` is what the address says of `only.number`."""
    kept = narrowing.asked_for(only, search=search)
    return ListValues(
        listing=listing,
        columns={key: _column(key, listing, sort, kept, language) for key in SORTS[listing]},
        rows=tuple(
            _row(row, policy=policy, today=today, language=language, paid=listing == "paid")
            for row in found.rows
        ),
        count=found.count,
        narrowing=narrowing.narrowing(
            found, kept=kept, number=only.number, sort=sort, policy=policy, language=language
        ),
        page=found.page,
        pages=found.pages,
        total=words.kronor(found.open_ore, language=language),
        at_agency=(
            words.kronor(found.at_agency_ore, language=language) if found.at_agency_ore else ""
        ),
        pager=_pager(found, sort, kept),
        previous=address(sort, kept, page=found.page - 1) if found.page > 1 else "",
        next=address(sort, kept, page=found.page + 1) if found.page < found.pages else "",
    )


def _row(row: InvoiceRow, *, policy: Policy, today: date, language: str, paid: bool) -> Row:
    creditor = policy.creditors[row.creditor]
    shown = row.billed_ore if paid else row.open_ore + row.sold_ore
    return Row(
        address=reverse("portal:invoice", args=[row.public_id]),
        document=reverse("portal:invoice_pdf", args=[row.public_id]),
        number=row.number,
        kind=creditor.invoice_kinds[row.kind].say(language),
        creditor=creditor.name,
        due=words.day(row.due_date, language=language),
        paid=words.day(row.paid_date, language=language) if row.paid_date and is_paid(row) else "",
        amount=words.kronor(shown, language=language),
        of="" if shown == row.billed_ore else words.kronor(row.billed_ore, language=language),
        overdue=row.overdue and not is_waiting(row),
        registered_within=_registered_within(row, creditor, today, language),
        tags=tags(row, language=language),
    )


def _registered_within(row: InvoiceRow, creditor: Creditor, today: date, language: str) -> str:
    """A payment made on the last day may still be on its way."""
    within = creditor.portal.payment_registered_within
    last = within.after(next_banking_day(row.due_date))
    just_due = row.open_ore > 0 and row.due_date <= today <= last
    return words.span(within, language=language) if just_due else ""


def _column(key: str, listing: str, sort: str, kept: Mapping[str, str], language: str) -> Column:
    amount = "list.billed" if listing == "paid" else "list.left"
    order = {key: "ascending", f"-{key}": "descending"}.get(sort, "none")
    return Column(
        key=key,
        text=say(_HEADING.get(key, amount), language=language),
        address=address(f"-{key}" if order == "ascending" else key, kept),
        order=order,
        order_text="" if order == "none" else say(f"sort.{order}", language=language),
    )


def _pager(found: InvoicePage, sort: str, kept: Mapping[str, str]) -> tuple[PageLink, ...]:
    """The first page, the last, and those around this one."""
    near = {1, found.pages, found.page - 1, found.page, found.page + 1}
    shown = sorted(number for number in near if 1 <= number <= found.pages)
    return tuple(
        PageLink(
            number=number,
            address=address(sort, kept, page=number),
            current=number == found.page,
            gap_before=before is not None and number > before + 1,
        )
        for before, number in zip([None, *shown], shown, strict=False)
    )


def address(sort: str, kept: Mapping[str, str], *, page: int = 1) -> str:
    """The same list, in another order, narrowed to what `kept` asks for, or another page of it."""
    return "?" + urlencode({"sort": sort, **kept} | ({"page": page} if page > 1 else {}))
