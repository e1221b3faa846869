"""Rows become claims.

    load(cursor, Wanted.due(parties=[4, 7], day=date(2025, 4, 9)))

One query for each kind of row that there is of them, however many claims, and then plain Python.
Nothing is decided here.
What else a party owes is read only for the creditors that the caller names in `asking`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.backends.utils import CursorWrapper

from reskontra.domain.agreed import Agreed
from reskontra.domain.claim import (
    Claim,
    Clearance,
    Hold,
    StepTaken,
    StepUndone,
    principal_payments,
)
from reskontra.domain.course import Course
from reskontra.domain.dealings import NO_INVOICES, Dealings
from reskontra.domain.enforcement import Matter
from reskontra.domain.identity import birth_date_of
from reskontra.domain.ledger import Entry, sums
from reskontra.domain.limitation import Break
from reskontra.domain.night import Loaded
from reskontra.domain.party import PartyKind
from reskontra.domain.relief import Relief
from reskontra.domain.representative import Representation
from reskontra.records import (
    agreements,
    courses,
    dealings,
    debtors,
    facilities,
    handovers,
    limitation,
    matters,
    rare,
    representatives,
)
from reskontra.records.debtors import BY_DECISION, Another

_INVOICES = """
    SELECT i.id, i.number, i.ocr_number, c.code, i.party_id, p.kind, i.kind, i.services,
           i.invoice_date, i.due_date, s.next_look_on, i.department, i.facility, i.marks,
           p.identity_number, o.invoice_date, o.due_date, i.debtors
    FROM claim_state s
    JOIN invoice i ON i.id = s.invoice_id
    LEFT JOIN party p ON p.id = s.party_id
    JOIN creditor c ON c.id = s.creditor_id
    LEFT JOIN hold apart ON apart.id = i.part_of_hold_id
    LEFT JOIN invoice o ON o.id = apart.invoice_id
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims, as a condition in SQL with its values."""

    condition: str
    values: tuple[object, ...]
    asking: tuple[str, ...] = ()
    """Creditors for whom the party's other invoices are read too."""

    @classmethod
    def invoices(cls, ids: Sequence[int], *, asking: Sequence[str] = ()) -> Wanted:
        """These invoices."""
        return cls("s.invoice_id = ANY(%s)", (list(ids),), tuple(asking))

    @classmethod
    def due(cls, *, parties: Sequence[int], day: date, asking: Sequence[str] = ()) -> Wanted:
        """Of these parties: what is due to be looked at, what may be listed beside it, and plans.

        Of the creditors in `asking` every open claim, since any may depend on what is due.
        """
        wanted = (
            "s.next_look_on <= %s OR (s.open_ore > 0 AND s.due_date < %s)"
            " OR EXISTS (SELECT 1 FROM plan_in_force f WHERE f.invoice_id = s.invoice_id"
            " AND f.plan_id IS NOT NULL)"
        )
        values: tuple[object, ...] = (list(parties), day, day)
        if asking:
            wanted += " OR (s.open_ore > 0 AND c.code = ANY(%s))"
            values = (*values, list(asking))
        return cls(f"s.party_id = ANY(%s) AND ({wanted})", values, tuple(asking))


def load(cursor: CursorWrapper, wanted: Wanted) -> list[Loaded]:
    """The claims, in order of invoice id."""
    cursor.execute(f"{_INVOICES} WHERE {wanted.condition} ORDER BY s.invoice_id", wanted.values)
    invoices = cursor.fetchall()
    if not (ids := [row[0] for row in invoices]):
        return []
    entries, (steps, undone) = _entries(cursor, ids), _steps(cursor, ids)
    together = debtors.others(cursor, shared := [row[0] for row in invoices if row[17] > 1])
    owing = {row[4] for row in invoices}.union(d.party for each in together.values() for d in each)
    there = rare.of_claims(cursor, invoices=ids, parties=owing)
    holds = _holds(cursor, ids, owing) if "hold" in there else {}
    stand_in = representatives.of_parties(cursor, owing) if "representative" in there else {}
    several = _billed_by_service(cursor, [row[0] for row in invoices if len(row[7]) > 1])
    came_back = handovers.came_back(cursor, ids) if "handover" in there else {}
    agreed = agreements.load(cursor, ids) if "plan_claim" in there else {}
    others = _others(cursor, invoices, agreed, wanted)
    houses = facilities.premises(cursor, {(row[3], row[12]) for row in invoices if row[12]})
    found = [
        Loaded(
            Claim(
                key=row[0],
                number=row[1],
                ocr_number=row[2],
                creditor=row[3],
                **_owing(row, together.get(row[0], ()), holds, stand_in),
                kind=row[6],
                services=frozenset(row[7]),
                invoice_date=row[8],
                due_date=row[9],
                sums=sums(entries[row[0]]),
                principal_payments=principal_payments(entries[row[0]]),
                steps_taken=tuple(steps.get(row[0], ())),
                steps_undone=tuple(undone.get(row[0], ())),
                department=row[11],
                facility=row[12],
                premises=houses.get((row[3], row[12])),
                marks=frozenset(row[13]),
                came_back=came_back.get(row[0]),
                first_invoice_date=row[15],
                first_due_date=row[16],
                billed_by_service=tuple(several.get(row[0], ())),
                plans=agreed.get(row[0], ()),
                dealings=others.get((row[4], row[3]), NO_INVOICES),
            ),
            row[10],
        )
        for row in invoices
    ]
    return _collected(cursor, ids, there, shared).added_to(found)


@dataclass(frozen=True, slots=True)
class _Collected:
    """What people have decided or found about the claims, by invoice."""

    clearances: dict[int, list[Clearance]]
    reliefs: dict[int, list[Relief]]
    courses: dict[int, Course]
    matters: dict[int, tuple[Matter, ...]]
    breaks: dict[int, list[Break]]

    def added_to(self, loaded: list[Loaded]) -> list[Loaded]:
        """The claims with it; most have none of it, and stay as they are."""
        keys = {*self.clearances, *self.reliefs, *self.courses, *self.matters, *self.breaks}
        return [self._with(each) if each.claim.key in keys else each for each in loaded]

    def _with(self, loaded: Loaded) -> Loaded:
        key = loaded.claim.key
        claim = replace(
            loaded.claim,
            clearances=tuple(self.clearances.get(key, ())),
            reliefs=tuple(self.reliefs.get(key, ())),
            course=self.courses.get(key),
            matters=self.matters.get(key, ()),
            breaks=tuple(self.breaks.get(key, ())),
        )
        return Loaded(claim, loaded.next_look_on)


def _collected(
    cursor: CursorWrapper, ids: list[int], there: frozenset[str], shared: Collection[int]
) -> _Collected:
    return _Collected(
        _clearances(cursor, ids) if "clearance" in there else {},
        _reliefs(cursor, ids, shared) if "interest_relief" in there else {},
        courses.decided(cursor, ids) if "course_decision" in there else {},
        matters.of_invoices(cursor, ids) if "enforcement_case" in there else {},
        limitation.of_invoices(cursor, ids) if "limitation_break" in there else {},
    )


def _others(
    cursor: CursorWrapper,
    rows: Sequence[tuple[Any, ...]],
    agreed: Mapping[int, Sequence[Agreed]],
    wanted: Wanted,
) -> dict[tuple[int, str], Dealings]:
    """What else the parties owe that rules ask about, or that may break a plan."""
    in_plan = {key for key, mine in agreed.items() if mine[-1].in_force}
    planned = {(row[4], row[3]) for row in rows if row[0] in in_plan}
    parties = {row[4] for row in rows if row[3] in wanted.asking}
    return dealings.load(
        cursor,
        parties=parties | {party for party, _ in planned},
        creditors={*wanted.asking, *(creditor for _, creditor in planned)},
    )


def _owing(
    row: Sequence[Any],
    others: Sequence[Another],
    holds: Mapping[tuple[int, int | None], list[Hold]],
    represented: Mapping[int, tuple[Representation, ...]],
) -> dict[str, Any]:
    """Who owes the claim, and what holds it.

    Of several debtors a citizen sees one: then the claim is as if that one were alone with it.
    """
    on_claim = tuple(holds.get((row[4], row[0]), ()))
    seen = list(others)
    if row[5] is not None:
        born = birth_date_of(row[14])
        seen.insert(0, Another(party=row[4], kind=PartyKind(row[5]), born=born))
    owing = tuple(each.owing(holds, represented) for each in seen)
    first = owing[0]
    alone = len(seen) == 1
    return {
        "party": first.party,
        "debtor": first.kind,
        "born": first.born,
        "holds": (*on_claim, *first.holds) if alone else on_claim,
        "represented": first.represented if alone else (),
        "debtors": () if alone else owing,
    }


def _entries(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[Entry]]:
    cursor.execute(
        "SELECT invoice_id, kind, debit, credit, amount_ore, value_date FROM entry"
        " WHERE invoice_id = ANY(%s) ORDER BY value_date, id",
        [ids],
    )
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for invoice, *values in cursor.fetchall():
        found[invoice].append(Entry(*values))
    return found


def _steps(
    cursor: CursorWrapper, ids: list[int]
) -> tuple[dict[int, list[StepTaken]], dict[int, list[StepUndone]]]:
    """The steps that stand, and those that have been undone."""
    cursor.execute(
        "SELECT t.invoice_id, t.step, t.day, t.pay_by, u.not_before FROM step_taken t"
        " LEFT JOIN step_undone u ON u.step_taken_id = t.id"
        " WHERE t.invoice_id = ANY(%s) ORDER BY t.day, t.id",
        [ids],
    )
    taken: defaultdict[int, list[StepTaken]] = defaultdict(list)
    undone: defaultdict[int, list[StepUndone]] = defaultdict(list)
    for invoice, name, day, pay_by, not_before in cursor.fetchall():
        if not_before is None:
            taken[invoice].append(StepTaken(name=name, day=day, pay_by=pay_by))
        else:
            undone[invoice].append(StepUndone(name=name, day=day, not_before=not_before))
    return taken, undone


def _holds(
    cursor: CursorWrapper, ids: list[int], parties: Iterable[int]
) -> dict[tuple[int, int | None], list[Hold]]:
    cursor.execute(
        """SELECT h.party_id, coalesce(b.id, h.invoice_id), h.id, h.kind, h.first_day,
                  least(h.last_day, l.last_day), h.reason,
                  CASE WHEN b.id IS NULL THEN h.amount_ore END, h.amount_ore - l.upheld_ore,
                  CASE WHEN h.amount_ore IS NOT NULL THEN
                      (SELECT count(*) FROM hold e WHERE e.invoice_id = h.invoice_id
                       AND e.amount_ore IS NOT NULL AND e.id <= h.id) END
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           LEFT JOIN invoice b ON b.part_of_hold_id = h.id
           WHERE h.party_id = ANY(%s)
             AND (h.invoice_id IS NULL OR coalesce(b.id, h.invoice_id) = ANY(%s))
             AND (l.last_day IS NULL OR l.last_day >= h.first_day)
           ORDER BY h.id""",
        [list(parties), ids],
    )
    found: defaultdict[tuple[int, int | None], list[Hold]] = defaultdict(list)
    for party, invoice, *row in cursor.fetchall():
        found[party, invoice].append(_hold(*row))
    return found


def _hold(
    key: int,
    kind: str,
    first_day: date,
    last_day: date | None,
    reason: str,
    amount_ore: int | None,
    back_ore: int | None,
    place: int | None,
) -> Hold:
    """A part that has been billed apart is, there, a hold of all."""
    part = amount_ore is not None
    return Hold(
        kind=kind,
        first_day=first_day,
        last_day=last_day,
        reason=reason,
        amount_ore=amount_ore,
        back_ore=back_ore if part else None,
        place=place or 0 if part else 0,
        key=key,
    )


def _clearances(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[Clearance]]:
    cursor.execute("SELECT invoice_id, kind, day FROM clearance WHERE invoice_id = ANY(%s)", [ids])
    found: defaultdict[int, list[Clearance]] = defaultdict(list)
    for invoice, kind, day in cursor.fetchall():
        found[invoice].append(Clearance(kind=kind, day=day))
    return found


def _reliefs(
    cursor: CursorWrapper, ids: list[int], shared: Collection[int]
) -> dict[int, list[Relief]]:
    """The reliefs of each claim; why one of several debtors needs it the others are not told."""
    cursor.execute(
        "SELECT invoice_id, first_day, last_day, share_numerator, share_denominator, reason,"
        " reference FROM interest_relief WHERE invoice_id = ANY(%s) ORDER BY id",
        [ids],
    )
    found: defaultdict[int, list[Relief]] = defaultdict(list)
    for (
        invoice,
        first_day,
        last_day,
        numerator,
        denominator,
        reason,
        reference,
    ) in cursor.fetchall():
        relief = Relief(
            first_day=first_day,
            last_day=last_day,
            share=Fraction(numerator, denominator),
            reason=BY_DECISION if invoice in shared else reason,
            reference=reference,
        )
        found[invoice].append(relief)
    return found


def _billed_by_service(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[tuple[str, int]]]:
    """What each service of these invoices was billed; nothing is asked when there are none."""
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    if ids:
        cursor.execute(
            "SELECT invoice_id, service, sum(amount_ore)::bigint FROM invoice_line"
            " WHERE invoice_id = ANY(%s) GROUP BY invoice_id, service ORDER BY service",
            [ids],
        )
        for invoice, service, billed_ore in cursor.fetchall():
            found[invoice].append((service, billed_ore))
    return found
