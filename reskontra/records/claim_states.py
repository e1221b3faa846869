"""The one writer of `claim_state`: what is left of each claim, and when to look at it next.

    move(cursor, {17: Change(open_ore=-30000, look_on=date(2025, 4, 10))})

Every other module that changes what a claim owes says so here, in the same transaction. So a claim
that an agency has is marked to be looked at for the agency too, and no other is: a night costs what
has happened, not what lies there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.records import bulk


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one claim: öre added to what is left, and the day to look at it again."""

    open_ore: int
    look_on: date | None
    needs: str = ""
    """The findings that it waits for, and for nothing else, until it is looked at again."""


def begin(
    cursor: CursorWrapper,
    rows: Iterable[tuple[int, int, int, date, int, date | None]],
) -> None:
    """Add claims: (invoice, party, creditor, due date, öre left, day to look next)."""
    bulk.insert(
        cursor,
        "claim_state",
        ("invoice_id", "party_id", "creditor_id", "due_date", "open_ore", "next_look_on"),
        rows,
    )


def move(cursor: CursorWrapper, changes: Mapping[int, Change]) -> None:
    """Change what is left, and replace the day to look next.

    What the agency is to hear of it is seen at once: the due date is a day that has been.
    """
    if not changes:
        return
    cursor.execute(
        """UPDATE claim_state SET open_ore = claim_state.open_ore + new.open_ore,
                                  next_look_on = new.look_on, needs = new.needs,
                                  agency_look_on = CASE WHEN at_agency THEN due_date END,
                                  agency_news = agency_news + 1
           FROM unnest(%s::bigint[], %s::bigint[], %s::date[], %s::text[])
                AS new (invoice_id, open_ore, look_on, needs)
           WHERE claim_state.invoice_id = new.invoice_id""",
        [
            list(changes),
            [change.open_ore for change in changes.values()],
            [change.look_on for change in changes.values()],
            [change.needs for change in changes.values()],
        ],
    )


def look_again(cursor: CursorWrapper, *, creditor: int, on: date) -> None:
    """Look at every open claim of a creditor on a day: its rules have changed."""
    cursor.execute(
        "UPDATE claim_state SET next_look_on = %s WHERE creditor_id = %s AND open_ore > 0",
        [on, creditor],
    )


def look_at_party(
    cursor: CursorWrapper, *, party: int, on: date, invoice: int | None = None
) -> None:
    """Look at every open claim that a party owes on a day: something about it has changed.

    What an agency is to hear is seen for the one invoice that it is about, if it is about one.
    """
    cursor.execute(
        """UPDATE claim_state SET next_look_on = %(on)s,
                  agency_look_on = CASE WHEN about.it THEN least(agency_look_on, %(on)s)
                                   ELSE agency_look_on END,
                  agency_news = agency_news + about.it::int
           FROM (SELECT invoice_id, at_agency AND coalesce(invoice_id = %(invoice)s, true) AS it
                 FROM claim_state WHERE party_id = %(party)s OR invoice_id = ANY (ARRAY(
                     SELECT invoice_id FROM invoice_debtor WHERE party_id = %(party)s))) about
           WHERE claim_state.invoice_id = about.invoice_id AND open_ore > 0""",
        {"party": party, "on": on, "invoice": invoice},
    )


def handed_over(cursor: CursorWrapper, invoices: Collection[int], *, on: date) -> None:
    """An agency has these claims from now on; what it is to hear is seen on the day."""
    cursor.execute(
        "UPDATE claim_state SET at_agency = true, agency_look_on = %s,"
        " agency_news = agency_news + 1 WHERE invoice_id = ANY(%s)",
        [on, list(invoices)],
    )


def agency_news(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, int]:
    """How often something has happened for an agency to hear of each claim."""
    cursor.execute(
        "SELECT invoice_id, agency_news FROM claim_state WHERE invoice_id = ANY(%s)",
        [list(invoices)],
    )
    return dict(cursor.fetchall())


def heard(cursor: CursorWrapper, news: Mapping[int, int], *, day: date) -> None:
    """The agencies have heard all that had happened to these claims by so much news.

    A claim to which more has happened since stays as it is; the others are looked at again when
    something happens, or a hold begins.
    """
    cursor.execute(
        """UPDATE claim_state s
           SET at_agency = lying.found,
               agency_look_on = CASE WHEN lying.found THEN
                   (SELECT min(h.first_day) FROM hold h
                    LEFT JOIN hold_lifted l ON l.hold_id = h.id
                    WHERE h.party_id = ANY (s.party_id || ARRAY(
                              SELECT party_id FROM invoice_debtor
                              WHERE invoice_id = s.invoice_id)) AND h.first_day > %s
                      AND (h.invoice_id IS NULL OR h.invoice_id = s.invoice_id)
                      AND (l.last_day IS NULL OR l.last_day >= h.first_day)) END
           FROM unnest(%s::bigint[], %s::bigint[]) AS told (invoice_id, news),
                LATERAL (SELECT EXISTS (
                    SELECT 1 FROM handover o WHERE o.invoice_id = told.invoice_id
                    AND NOT EXISTS (SELECT 1 FROM handover_event
                                    WHERE handover_id = o.id AND kind = 'closed')) AS found) lying
           WHERE s.invoice_id = told.invoice_id AND s.agency_news = told.news""",
        [day, list(news), list(news.values())],
    )


def look_at_plans_of(cursor: CursorWrapper, parties: Collection[int], *, on: date) -> None:
    """Look at the claims that these parties pay in parts: a new invoice may break the plan."""
    cursor.execute(
        """UPDATE claim_state SET next_look_on = least(next_look_on, %s) FROM plan_in_force f
           WHERE f.invoice_id = claim_state.invoice_id AND f.plan_id IS NOT NULL
             AND f.party_id = ANY(%s)""",
        [on, list(parties)],
    )


def look_at_parties_of(
    cursor: CursorWrapper, invoices: Collection[int], *, creditor: int, on: date
) -> None:
    """Look at what else the parties of these invoices owe the creditor, on the day at the latest.

    For a creditor whose rules ask what else a party owes: open claims, and settled ones that are
    to be looked at.
    """
    cursor.execute(
        """UPDATE claim_state SET next_look_on = least(next_look_on, %(on)s)
           WHERE creditor_id = %(creditor)s
             AND (open_ore > 0 OR next_look_on IS NOT NULL)
             AND (next_look_on > %(on)s OR next_look_on IS NULL)
             AND party_id IN (SELECT party_id FROM claim_state WHERE invoice_id = ANY(%(ids)s))""",
        {"on": on, "creditor": creditor, "ids": list(invoices)},
    )


def lock(cursor: CursorWrapper, invoices: list[int]) -> dict[int, int]:
    """Keep others from changing these claims until the transaction ends; öre left of each."""
    cursor.execute(
        "SELECT invoice_id, open_ore FROM claim_state WHERE invoice_id = ANY(%s)"
        " ORDER BY invoice_id FOR UPDATE",
        [invoices],
    )
    return dict(cursor.fetchall())


def lock_parties(cursor: CursorWrapper, parties: list[int]) -> None:
    """Keep others from changing any claim of these parties until the transaction ends."""
    cursor.execute(
        "SELECT 1 FROM claim_state WHERE party_id = ANY(%s) AND open_ore > 0"
        " ORDER BY invoice_id FOR UPDATE",
        [parties],
    )
