"""The one door to a citizen's rows: every function takes the party that asks.

    invoices(citizen=citizen, listing="unpaid", sort="due", page=1, ...)

Each call is a transaction of the role `reskontra_portal` with the asking party named in it; the
database gives that party's rows and no others. What is not yours and what does not exist are
refused alike.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.calendar import Span, Unit
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, PortalRules
from reskontra.records import as_of, own_water, plan_views, requests
from reskontra.records import own_notices as own_notices
from reskontra.records.detail import detail_of, row_of
from reskontra.records.named_party import PORTAL
from reskontra.records.named_party import as_party as as_party
from reskontra.records.parties import Recipient, recipients
from reskontra.records.plan_views import PlanView
from reskontra.records.representatives import seen
from reskontra.records.requests import Added, NewRequest
from reskontra.records.requests import AnsweredBefore as AnsweredBefore
from reskontra.records.views import (
    Citizen,
    HouseView,
    InvoiceDetail,
    InvoicePage,
    ListFilter,
    ListGroup,
    LookView,
    OwnRequest,
    RequestRow,
    StandinView,
)


class NotYours(Refused):
    """There is no such invoice or letter among yours."""

    swedish = "Det finns ingen sådan faktura eller sådant brev bland dina."


class PortalClosed(Refused):
    """Nobody can sign in here as this person. Contact us, and we will help you."""

    swedish = "Det går inte att logga in som den här personen. Hör av dig, så hjälper vi dig."


SORTS = {
    "kind": "i.kind {way}, i.due_date, i.id",
    "due": "i.due_date {way}, i.id",
    "amount": "{amount} {way}, i.due_date, i.id",
    "paid": "paid.on_date {way} NULLS LAST, i.due_date, i.id",
}
"""What a list may be sorted by; a minus before the word turns it around."""

EVERYTHING = ListFilter()
"""Nothing of a list is left out."""

_AMOUNT = {"unpaid": "s.open_ore + coalesce(sold.ore, 0)", "paid": "i.total_ore"}


def parties_for(*, identity_number: str, earlier_number: str = "") -> tuple[Citizen, ...]:
    """Who has these numbers (twelve digits each), of those whom we have ever billed.

    First the party of the identity number, then that of the coordination number that the same
    person had before. Each keeps its own invoices: a query is still about one of them.
    """
    with transaction.atomic(using=PORTAL), connections[PORTAL].cursor() as cursor:
        cursor.execute(
            "SELECT party_of(number) FROM unnest(%s::text[]) WITH ORDINALITY AS n (number, place)"
            " ORDER BY place",
            [[identity_number, *filter(None, [earlier_number])]],
        )
        found = dict.fromkeys(party for (party,) in cursor.fetchall() if party is not None)
    return tuple(Citizen(party_id=party) for party in found)


def refuse_closed(*, citizen: Citizen, policy: Policy, today: date) -> None:
    """Refuse one whose portal is closed: by a hold that closes it, or as an estate."""
    closing = [kind for kind, rule in policy.hold_rules.items() if rule.closes_portal]
    with as_party(citizen) as cursor:
        cursor.execute(
            """SELECT EXISTS (SELECT 1 FROM party WHERE kind = 'estate')
                   OR EXISTS (SELECT 1 FROM hold h WHERE h.party_id = app_party()
                              AND h.kind = ANY(%s) AND h.first_day <= %s
                              AND (h.last_day IS NULL OR h.last_day >= %s)
                              AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id))""",
            [closing, today, today],
        )
        (closed,) = cursor.fetchone()
    if closed:
        raise PortalClosed


def looks(*, citizen: Citizen, limit: int) -> tuple[LookView, ...]:
    """Who of the staff has looked at the citizen's data, the latest first."""
    with as_party(citizen) as cursor:
        cursor.execute(
            "SELECT actor, role, purpose, looked_at FROM access_record ORDER BY id DESC LIMIT %s",
            [limit],
        )
        return tuple(
            LookView(actor=actor, role=role, purpose=purpose, looked_at=looked_at)
            for actor, role, purpose, looked_at in cursor.fetchall()
        )


def invoices(
    *,
    citizen: Citizen,
    listing: str,
    sort: str,
    page: int,
    page_size: int,
    today: date,
    policy: Policy,
    only: ListFilter = EVERYTHING,
) -> InvoicePage:
    """One page of the unpaid or of the paid invoices that the portal's rules show today."""
    with as_party(citizen) as cursor:
        shown, values = _shown(policy, listing, today)
        wanted, wishes = _wanted(only)
        cursor.execute(_SUMS.format(wanted=wanted, shown=shown), [*wishes, *values])
        sums = cursor.fetchall()
        whole_count, count, open_ore, at_agency_ore = (
            sum(row[at] for row in sums) for at in _ADDED
        )
        pages = max(1, -(-count // page_size))
        page = min(max(1, page), pages)
        cursor.execute(
            f"SELECT i.id, i.public_id, c.code, i.department {_FROM} WHERE {shown} AND {wanted}"
            f" ORDER BY {_order(listing, sort)} LIMIT %s OFFSET %s",
            [*values, *wishes, page_size, (page - 1) * page_size],
        )
        found = cursor.fetchall()
        loaded = as_of.load(cursor, as_of.Wanted.invoices([row[0] for row in found]))
        name, represented = _reader(cursor, citizen, today)
    claims = {each.claim.key: each.claim for each in loaded}
    return InvoicePage(
        name=name,
        represented=represented,
        rows=tuple(
            row_of(claims[key], public_id=public_id, department=department, today=today)
            for key, public_id, _, department in found
        ),
        groups=tuple(
            ListGroup(year=year, creditor=creditor, kind=kind, department=department)
            for year, creditor, kind, department, *_ in sums
        ),
        page=page,
        pages=pages,
        count=count,
        whole_count=whole_count,
        open_ore=open_ore,
        at_agency_ore=at_agency_ore,
    )


def _reader(
    cursor: CursorWrapper, citizen: Citizen, today: date
) -> tuple[str, tuple[StandinView, ...]]:
    """The citizen's name, and who stands for them."""
    cursor.execute(
        "SELECT p.name, EXISTS (SELECT FROM representative WHERE party_id = p.id) FROM party p"
    )
    name, has_any = cursor.fetchone()
    return name, seen(cursor, party=citizen.party_id, day=today) if has_any else ()


def invoice(*, citizen: Citizen, public_id: UUID, today: date, policy: Policy) -> InvoiceDetail:
    """One invoice with all that its recipient may know of it, if the portal's rules show it."""
    with as_party(citizen) as cursor:
        key = _visible_invoice(cursor, public_id, today, policy)
        return detail_of(cursor, key, today=today, asking=tuple(policy.creditors))


def house(*, citizen: Citizen, public_id: UUID) -> HouseView:
    """The work at the house of an invoice, of what was ordered while one owned it."""
    with as_party(citizen) as cursor:
        closed_for = own_water.closed_for(cursor, public_id)
        claims = as_of.load(cursor, as_of.Wanted.invoices(closed_for)) if closed_for else []
        return HouseView(
            ahead=own_water.ahead(cursor, public_id),
            closed_for=tuple(each.claim for each in claims),
            fees=own_water.fees(cursor, public_id),
        )


def invoice_document(
    *, citizen: Citizen, public_id: UUID, today: date, policy: Policy
) -> tuple[int, str]:
    """The invoice's id, and the digest of the PDF that came with it or nothing."""
    with as_party(citizen) as cursor:
        key = _visible_invoice(cursor, public_id, today, policy)
        # What came with the file is addressed to the recipient, and to no other who owes it.
        cursor.execute(
            "SELECT CASE WHEN party_id = app_party() THEN pdf_digest ELSE '' END FROM invoice"
            " WHERE id = %s",
            [key],
        )
        return key, str(cursor.fetchone()[0])


def letter(*, citizen: Citizen, public_id: UUID) -> tuple[int, str, date]:
    """A letter to the citizen: its id, its template and its day."""
    with as_party(citizen) as cursor:
        cursor.execute("SELECT id, template, day FROM letter WHERE public_id = %s", [public_id])
        row = cursor.fetchone()
    if row is None:
        raise NotYours
    return row[0], row[1], row[2]


def ask(*, citizen: Citizen, new: NewRequest) -> Added:
    """Let the citizen ask for something about an own invoice."""
    with as_party(citizen) as cursor:
        return requests.add(cursor, new, party=citizen.party_id)


def asked_for(
    *, citizen: Citizen, today: date, policy: Policy, limit: int
) -> tuple[OwnRequest, ...]:
    """What the citizen has asked for about any invoice: what waits first, then the newest."""
    with as_party(citizen) as cursor:
        found = requests.of_party(cursor, citizen.party_id, limit=limit)
        shown, values = _shown(policy, "any", today)
        cursor.execute(
            f"SELECT i.id, i.public_id, s.open_ore, {shown} {_FROM} WHERE i.id = ANY(%s)",
            [*values, [row.invoice for row in found]],
        )
        stands = {
            key: (public_id if is_seen else None, ore) for key, public_id, ore, is_seen in cursor
        }
    return tuple(
        OwnRequest(row=row, invoice=stands[row.invoice][0], open_ore=stands[row.invoice][1])
        for row in found
        if row.invoice in stands
    )


def withdraw_request(*, citizen: Citizen, row: RequestRow, today: date) -> None:
    """Let the citizen take back what they have asked for; refused when it has been answered."""
    with as_party(citizen) as cursor:
        requests.withdraw(cursor, row, day=today)


def plan(*, citizen: Citizen, public_id: UUID) -> PlanView:
    """One of the citizen's installment plans."""
    with as_party(citizen) as cursor:
        found = plan_views.of_public_id(cursor, public_id)
    if found is None:
        raise NotYours
    return found


def recipient(cursor: CursorWrapper) -> Recipient:
    """The citizen as a letter names them, in a transaction of `as_party`."""
    cursor.execute("SELECT app_party()")
    return next(iter(recipients(cursor, [cursor.fetchone()[0]]).values()))


_FROM = """FROM invoice i
    JOIN claim_state s ON s.invoice_id = i.id
    JOIN creditor c ON c.id = i.creditor_id
    JOIN party p ON p.id = app_party()
    LEFT JOIN LATERAL (
        SELECT max(e.value_date) AS on_date FROM entry e
        WHERE e.invoice_id = i.id AND s.open_ore = 0 AND e.kind NOT IN ('undo', 'assignment')
          AND e.credit IN ('receivable', 'fee_receivable', 'interest_receivable')) paid ON true
    LEFT JOIN LATERAL (
        SELECT o.principal_ore + o.fee_ore + o.interest_ore AS ore FROM handover o
        WHERE o.invoice_id = i.id AND o.assigned
          AND NOT EXISTS (SELECT 1 FROM handover_event
                          WHERE handover_id = o.id AND kind = 'closed')) sold ON true"""

_SUMS = f"""SELECT extract(year FROM i.invoice_date)::int, c.code, i.kind, i.department,
    count(*), count(*) FILTER (WHERE w.wanted),
    coalesce(sum(s.open_ore) FILTER (WHERE w.wanted AND NOT h.over), 0)::bigint,
    coalesce(sum(s.open_ore + coalesce(sold.ore, 0)) FILTER (WHERE w.wanted AND h.over), 0)::bigint
    {_FROM}
    CROSS JOIN LATERAL (SELECT {{wanted}} AS wanted) w
    CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT 1 FROM handover WHERE id = (SELECT max(id) FROM handover WHERE invoice_id = i.id)
        AND NOT EXISTS (SELECT 1 FROM handover_event
                        WHERE handover_id = handover.id AND kind IN ('recall_asked', 'closed'))
    ) AS over) h WHERE {{shown}} GROUP BY 1, 2, 3, 4"""
_DONE = "s.open_ore = 0 AND sold.ore IS NULL"
"""Nothing is left to pay, to us or to an agency that owns it."""
_ADDED = range(4, 8)
"""Where its sums stand: all, those wanted, what is left to pay us and to an agency."""


def _wanted(only: ListFilter) -> tuple[str, list[object]]:
    """The filter as a condition."""
    conditions, values = ["true"], list[object]()
    if only.year is not None:
        conditions.append("extract(year FROM i.invoice_date) = %s")
        values.append(only.year)
    if only.kind:
        conditions.append("i.kind = %s")
        values.append(only.kind)
    if only.department:
        conditions.append("c.code = %s AND i.department = %s")
        values += [only.creditor, only.department]
    if only.number:
        conditions.append(
            "(position(upper(%s) in upper(i.number)) > 0 OR position(%s in i.ocr_number) > 0)"
        )
        values += [only.number, only.number]
    return " AND ".join(conditions), values


def _visible_invoice(cursor: CursorWrapper, public_id: UUID, today: date, policy: Policy) -> int:
    shown, values = _shown(policy, "any", today)
    cursor.execute(f"SELECT i.id {_FROM} WHERE {shown} AND i.public_id = %s", [*values, public_id])
    row = cursor.fetchone()
    if row is None:
        raise NotYours
    return int(row[0])


def _shown(policy: Policy, listing: str, today: date) -> tuple[str, list[object]]:
    """The portal's rules of each creditor as a condition: what is shown on this day."""
    conditions, values = [], []
    for creditor in policy.creditors.values():
        condition, given = _shown_by(creditor.portal, today)
        conditions.append(f"(c.code = %s AND {condition})")
        values += [creditor.code, *given]
    listed = {"unpaid": f"NOT ({_DONE})", "paid": _DONE, "any": "true"}[listing]
    return f"{listed} AND ({' OR '.join(conditions)})", values


def _shown_by(rules: PortalRules, today: date) -> tuple[str, list[object]]:
    condition = (
        "p.kind = ANY(%s) AND i.invoice_date + %s::interval >= %s"
        " AND (s.open_ore = 0 AND sold.ore IS NULL OR i.due_date + %s::interval >= %s)"
    )
    return condition, [
        [kind.value for kind in rules.shown_to],
        _interval(rules.shown_from_invoice_date),
        today,
        _interval(rules.hidden_when_overdue),
        today,
    ]


_INTERVAL_UNITS = {Unit.DAYS: "days", Unit.WEEKS: "weeks", Unit.MONTHS: "months"}


def _interval(span: Span) -> str:
    """A span in the database's words; it ends a month as `Span.after` does."""
    return f"{span.count} {_INTERVAL_UNITS[span.unit]}"


def _order(listing: str, sort: str) -> str:
    word, way = (sort[1:], "DESC") if sort.startswith("-") else (sort, "ASC")
    return SORTS[word].format(way=way, amount=_AMOUNT[listing])
