"""Those who owe an invoice besides its party.

    others(cursor, [17])  -> {17: (Another(party=7, kind=PartyKind.PERSON, ...),)}

The one rule: whoever asks gets the rows that they may see. A citizen gets their own, and so learns
of the others nothing but their number, which stands on the invoice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Debtor, Hold
from reskontra.domain.identity import birth_date_of
from reskontra.domain.party import PartyKind
from reskontra.domain.representative import Representation
from reskontra.records import bulk

BY_DECISION = "enligt beslut"
"""Why interest is given up, as told where several owe: the reason is about one of them."""

HoldsOf = Mapping[tuple[int, int | None], Iterable[Hold]]
"""(party, invoice, or None for all that the party owes) -> the holds."""
RepresentedBy = Mapping[int, tuple[Representation, ...]]
"""Party -> who stands for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDebtor:
    """One more who is to owe an invoice."""

    party: int
    share: Fraction | None = None
    """What this one answers for among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Another:
    """One who owes an invoice."""

    party: int
    kind: PartyKind
    born: date | None
    share: Fraction | None = None

    def owing(self, holds: HoldsOf, represented: RepresentedBy) -> Debtor:
        """The same with the holds on all that this one owes, and who stands for them."""
        return Debtor(
            party=self.party,
            kind=self.kind,
            born=self.born,
            holds=tuple(holds.get((self.party, None), ())),
            represented=represented.get(self.party, ()),
            share=self.share,
        )


def add(cursor: CursorWrapper, rows: Iterable[tuple[int, Collection[NewDebtor]]]) -> None:
    """Add to these invoices those who owe them besides their party."""
    bulk.insert(
        cursor,
        "invoice_debtor",
        ("invoice_id", "party_id", "position", "share_numerator", "share_denominator"),
        (
            (
                invoice,
                debtor.party,
                position,
                debtor.share.numerator if debtor.share else None,
                debtor.share.denominator if debtor.share else None,
            )
            for invoice, debtors in rows
            for position, debtor in enumerate(debtors, 1)
        ),
    )


def others(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, tuple[Another, ...]]:
    """By invoice: those who owe it besides its party. Nothing is asked when there are none."""
    if not invoices:
        return {}
    cursor.execute(
        """SELECT d.invoice_id, d.party_id, p.kind, p.identity_number, d.share_numerator,
                  d.share_denominator
           FROM invoice_debtor d JOIN party p ON p.id = d.party_id
           WHERE d.invoice_id = ANY(%s) ORDER BY d.invoice_id, d.position""",
        [list(invoices)],
    )
    found: defaultdict[int, list[Another]] = defaultdict(list)
    for invoice, party, kind, number, numerator, denominator in cursor.fetchall():
        another = Another(
            party=party,
            kind=PartyKind(kind),
            born=birth_date_of(number),
            share=Fraction(numerator, denominator) if numerator else None,
        )
        found[invoice].append(another)
    return {invoice: tuple(each) for invoice, each in found.items()}


def parties_of(cursor: CursorWrapper, invoice: int) -> list[int]:
    """Everybody who owes the invoice, its own party first."""
    cursor.execute(
        """SELECT party_id FROM (
               SELECT party_id, 0 AS position FROM invoice WHERE id = %(id)s
               UNION ALL SELECT party_id, position FROM invoice_debtor WHERE invoice_id = %(id)s
           ) owing ORDER BY position""",
        {"id": invoice},
    )
    return [party for (party,) in cursor.fetchall()]


def names_of_others(cursor: CursorWrapper, invoice: int) -> tuple[str, ...]:
    """What those are called who owe the invoice besides its party; for staff alone."""
    cursor.execute(
        "SELECT p.name FROM invoice_debtor d JOIN party p ON p.id = d.party_id"
        " WHERE d.invoice_id = %s ORDER BY d.position",
        [invoice],
    )
    return tuple(name for (name,) in cursor.fetchall())


def owing_with(cursor: CursorWrapper, party: int) -> dict[int, str]:
    """The names, by party, of those who owe anything together with it; for staff alone."""
    cursor.execute(
        """SELECT p.id, p.name FROM party p WHERE p.id <> %(party)s AND p.id IN (
               SELECT d.party_id FROM invoice_debtor d JOIN invoice i ON i.id = d.invoice_id
               WHERE i.party_id = %(party)s OR d.invoice_id IN (
                   SELECT invoice_id FROM invoice_debtor WHERE party_id = %(party)s)
               UNION SELECT i.party_id FROM invoice_debtor d JOIN invoice i ON i.id = d.invoice_id
               WHERE d.party_id = %(party)s)
           ORDER BY p.name, p.id""",
        {"party": party},
    )
    return dict(cursor.fetchall())


def called(cursor: CursorWrapper, invoice: int, name: str) -> int | None:
    """The one of those who owe the invoice that has this name; None when it is nobody's of them."""
    cursor.execute(
        "SELECT id FROM party WHERE id = ANY(%s) AND lower(name) = lower(%s) ORDER BY id LIMIT 1",
        [parties_of(cursor, invoice), name.strip()],
    )
    row = cursor.fetchone()
    return None if row is None else int(row[0])
