"""Courses proposed for claims, and decided by people; both are only ever added.

    add_proposals(cursor, [NewProposal(invoice=17, step="course", course=MONITORING, …)])
    waiting(cursor)   -> the proposals that nobody has decided on yet

The one rule: the latest decision about a claim holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.course import Course
from reskontra.domain.proposal import Proposal
from reskontra.domain.texts import Texts
from reskontra.records import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProposal:
    """A proposal to be."""

    invoice: int
    party: int
    step: str
    proposal: Proposal
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal as it waits for a person. Amount in öre: what is left of the claim."""

    key: int
    invoice: int
    number: str
    creditor: str
    step: str
    course: Course
    because: Texts
    day: date
    open_ore: int


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A proposal, or a decision about it, as it is told: with its reason in words."""

    day: date
    invoice: int
    course: Course
    reason: str


def add_proposals(cursor: CursorWrapper, proposals: Iterable[NewProposal]) -> None:
    """Add the proposals."""
    bulk.insert(
        cursor,
        "course_proposal",
        ("invoice_id", "party_id", "step", "course", "row", "because_sv", "because_en", "day"),
        (
            (
                each.invoice,
                each.party,
                each.step,
                each.proposal.course.value,
                each.proposal.row,
                each.proposal.because.sv,
                each.proposal.because.en,
                each.day,
            )
            for each in proposals
        ),
    )


_PROPOSED = """
    SELECT p.id, p.invoice_id, i.number, c.code, p.step, p.course, p.because_sv, p.because_en,
           p.day, s.open_ore
    FROM course_proposal p JOIN invoice i ON i.id = p.invoice_id
    JOIN creditor c ON c.id = i.creditor_id JOIN claim_state s ON s.invoice_id = p.invoice_id
    WHERE NOT EXISTS (SELECT 1 FROM step_taken t JOIN step_undone u ON u.step_taken_id = t.id
                      WHERE t.invoice_id = p.invoice_id AND t.step = p.step AND t.day = p.day)
"""


def _proposed(cursor: CursorWrapper) -> list[Proposed]:
    return [
        Proposed(
            key=row[0],
            invoice=row[1],
            number=row[2],
            creditor=row[3],
            step=row[4],
            course=Course(row[5]),
            because=Texts(sv=row[6], en=row[7]),
            day=row[8],
            open_ore=row[9],
        )
        for row in cursor.fetchall()
    ]


def latest(cursor: CursorWrapper, invoice: int) -> Proposed | None:
    """The latest proposal for the claim, decided on or not."""
    cursor.execute(f"{_PROPOSED} AND p.invoice_id = %s ORDER BY p.id DESC LIMIT 1", [invoice])
    found = _proposed(cursor)
    return found[0] if found else None


_UNDECIDED = f"""{_PROPOSED} AND s.open_ore > 0
    AND NOT EXISTS (SELECT 1 FROM course_decision d WHERE d.proposal_id = p.id)"""


def waiting(cursor: CursorWrapper, *, limit: int | None = None, offset: int = 0) -> list[Proposed]:
    """The proposals for open claims that nobody has decided on, oldest first."""
    cursor.execute(f"{_UNDECIDED} ORDER BY p.day, p.id LIMIT %s OFFSET %s", [limit, offset])
    return _proposed(cursor)


def waiting_count(cursor: CursorWrapper) -> int:
    """How many proposals nobody has decided on."""
    cursor.execute(f"SELECT count(*) FROM ({_UNDECIDED}) found")
    return int(cursor.fetchone()[0])


def undecided(cursor: CursorWrapper, invoice: int) -> Proposed | None:
    """The proposal for the claim that nobody has decided on, if there is one."""
    cursor.execute(f"{_UNDECIDED} AND p.invoice_id = %s ORDER BY p.id DESC LIMIT 1", [invoice])
    found = _proposed(cursor)
    return found[0] if found else None


def add_decision(
    cursor: CursorWrapper, *, proposed: Proposed, course: Course, reason: str, by: str, day: date
) -> None:
    """Add what a person has decided about the proposal."""
    cursor.execute(
        "INSERT INTO course_decision (proposal_id, invoice_id, party_id, course, reason,"
        " decided_by, day) SELECT id, invoice_id, party_id, %s, %s, %s, %s"
        " FROM course_proposal WHERE id = %s",
        [course.value, reason, by, day, proposed.key],
    )


def decided(cursor: CursorWrapper, ids: Collection[int]) -> dict[int, Course]:
    """Invoice -> the course that holds, of those that have one."""
    cursor.execute(
        "SELECT DISTINCT ON (invoice_id) invoice_id, course FROM course_decision"
        " WHERE invoice_id = ANY(%s) ORDER BY invoice_id, id DESC",
        [list(ids)],
    )
    return {invoice: Course(course) for invoice, course in cursor.fetchall()}


def proposals_of(cursor: CursorWrapper, ids: Collection[int]) -> tuple[CourseRow, ...]:
    """What has been proposed for these invoices, oldest first."""
    cursor.execute(
        "SELECT day, invoice_id, course, because_sv FROM course_proposal"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    return tuple(CourseRow(row[0], row[1], Course(row[2]), row[3]) for row in cursor.fetchall())


def decisions_of(cursor: CursorWrapper, ids: Collection[int]) -> tuple[CourseRow, ...]:
    """What has been decided about these invoices, oldest first."""
    cursor.execute(
        "SELECT day, invoice_id, course, reason FROM course_decision"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    return tuple(CourseRow(row[0], row[1], Course(row[2]), row[3]) for row in cursor.fetchall())
