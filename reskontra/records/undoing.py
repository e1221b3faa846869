"""What a run did, and what of it has been undone.

    done = of_run(cursor, Part(run=3, creditor="", procedure="", step=""))
    add(cursor, undoing=1, steps=done, day=date(2025, 4, 10), ...)

The one rule: a step that stands is one that has no row here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import Entry
from reskontra.records import bulk, letters_waiting

UNDONE = "undone"
"""What the key of a letter that apologizes begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which steps of a run: all of them, or those of a creditor, a procedure, a step."""

    run: int
    creditor: str = ""
    procedure: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that stands."""

    key: int
    invoice: int
    party: int
    number: str
    creditor: str
    procedure: str
    step: str
    day: date
    run: int | None
    """None when somebody else has reported it."""
    letter: int | None

    @property
    def cause(self) -> str:
        """What its entries say that led to them."""
        return f"{self.procedure}: {self.step}"


@dataclass(frozen=True, slots=True)
class LetterDone:
    """A letter that took steps: whether it has left, and the invoice that it is, if it is one."""

    key: int
    party: int
    creditor: str
    template: str
    day: date
    state: str
    """`printed`, `sent`, `stopped`, or empty while it waits."""
    own_invoice: int | None

    @property
    def left(self) -> bool:
        """Whether it is on its way to the recipient, or there."""
        return self.state in ("printed", "sent")


_STANDING = """
    SELECT t.id, t.invoice_id, t.party_id, i.number, c.code, r.procedure, t.step, t.day, t.run_id,
           t.letter_id
    FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
    JOIN creditor c ON c.id = i.creditor_id JOIN rule r ON r.id = t.rule_id
    WHERE NOT EXISTS (SELECT 1 FROM step_undone u WHERE u.step_taken_id = t.id)
"""


def run_of(cursor: CursorWrapper, day: date) -> int | None:
    """The run of the day, if there was one."""
    cursor.execute("SELECT id FROM run WHERE day = %s", [day])
    row = cursor.fetchone()
    return None if row is None else int(row[0])


def of_run(
    cursor: CursorWrapper, part: Part, *, parties: Sequence[int] | None = None
) -> list[Done]:
    """The steps of that part of the run that stand, party by party; of these parties, if named.

    A letter is undone whole: all the steps that it took are among them.
    """
    whose = "" if parties is None else "AND t.party_id = ANY(%(parties)s)"
    cursor.execute(
        f"""WITH standing AS ({_STANDING} AND t.run_id = %(run)s {whose}),
            meant AS (SELECT * FROM standing s
                      WHERE (%(creditor)s = '' OR s.code = %(creditor)s)
                        AND (%(procedure)s = '' OR s.procedure = %(procedure)s)
                        AND (%(step)s = '' OR s.step = %(step)s))
            SELECT * FROM standing
            WHERE id IN (SELECT id FROM meant)
               OR letter_id IN (SELECT letter_id FROM meant WHERE letter_id IS NOT NULL)
            ORDER BY party_id, id""",
        {
            "run": part.run,
            "creditor": part.creditor,
            "procedure": part.procedure,
            "step": part.step,
            "parties": None if parties is None else list(parties),
        },
    )
    return [Done(*row) for row in cursor.fetchall()]


def standing(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, list[Done]]:
    """All the steps of these invoices that stand."""
    cursor.execute(f"{_STANDING} AND t.invoice_id = ANY(%s) ORDER BY t.id", [list(invoices)])
    found: defaultdict[int, list[Done]] = defaultdict(list)
    for row in cursor.fetchall():
        done = Done(*row)
        found[done.invoice].append(done)
    return found


def letters(cursor: CursorWrapper, keys: Collection[int]) -> list[LetterDone]:
    """These letters, with those of the same step to others who owe, and what became of them."""
    cursor.execute(
        """SELECT l.id, l.party_id, c.code, l.template, l.day,
                  coalesce((SELECT e.state FROM letter_event e WHERE e.letter_id = l.id
                            AND e.state <> 'failed'), ''),
                  (SELECT lc.invoice_id FROM letter_claim lc
                   WHERE lc.letter_id = l.id AND l.template = 'invoice')
           FROM letter l JOIN creditor c ON c.id = l.creditor_id
           WHERE l.id = ANY(%s) ORDER BY l.id""",
        [[*keys, *_to_others(cursor, keys)]],
    )
    return [LetterDone(*row) for row in cursor.fetchall()]


def _to_others(cursor: CursorWrapper, keys: Collection[int]) -> list[int]:
    """The letters of the same day and step to others who owe what these took it for."""
    cursor.execute(
        """SELECT DISTINCT other.id FROM letter mine
           JOIN letter_claim m ON m.letter_id = mine.id AND m.step_taken
           JOIN invoice i ON i.id = m.invoice_id AND i.debtors > 1
           JOIN letter_claim o ON o.invoice_id = m.invoice_id AND o.step_taken
           JOIN letter other ON other.id = o.letter_id AND other.day = mine.day
                AND split_part(other.key, ':', 2) = split_part(mine.key, ':', 2)
           WHERE mine.id = ANY(%s) AND NOT other.id = ANY(%s)""",
        [list(keys), list(keys)],
    )
    return [key for (key,) in cursor.fetchall()]


def spoken_for(cursor: CursorWrapper, keys: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Letter -> the invoices whose step it took."""
    cursor.execute(
        "SELECT letter_id, array_agg(invoice_id ORDER BY invoice_id) FROM letter_claim"
        " WHERE step_taken AND letter_id = ANY(%s) GROUP BY letter_id",
        [list(keys)],
    )
    return {key: tuple(invoices) for key, invoices in cursor.fetchall()}


def stop_letters(cursor: CursorWrapper, keys: Collection[int], *, day: date, note: str) -> None:
    """Stop those of the letters that have not left; one that is just leaving has left."""
    bulk.insert(
        cursor,
        "letter_event",
        ("letter_id", "state", "day", "note"),
        ((key, "stopped", day, note) for key in sorted(keys)),
        ending="ON CONFLICT (letter_id) WHERE state IN ('printed', 'sent', 'stopped') DO NOTHING",
    )
    letters_waiting.over(cursor, keys)


def entries(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, list[Entry]]:
    """The entries of these invoices, in the order that they were written."""
    cursor.execute(
        "SELECT invoice_id, kind, debit, credit, amount_ore, value_date FROM entry"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(invoices)],
    )
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for invoice, *values in cursor.fetchall():
        found[invoice].append(Entry(*values))
    return found


def booked_by(cursor: CursorWrapper, done: Sequence[Done]) -> dict[int, list[Entry]]:
    """Step -> what it booked: the entries that name it as their cause since its day."""
    cursor.execute(
        """SELECT s.key, e.kind, e.debit, e.credit, e.amount_ore, e.value_date
           FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::date[])
                AS s (key, invoice, cause, day)
           JOIN entry e ON e.invoice_id = s.invoice
                       AND (e.cause = s.cause OR starts_with(e.cause, s.cause || ', '))
                       AND e.value_date = s.day
                       AND e.kind IN ('fee', 'late_interest', 'write_off', 'write_down')
           ORDER BY e.id""",
        [
            [each.key for each in done],
            [each.invoice for each in done],
            [each.cause for each in done],
            [each.day for each in done],
        ],
    )
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for key, *values in cursor.fetchall():
        found[key].append(Entry(*values))
    return found


def begin(
    cursor: CursorWrapper, part: Part, *, day: date, not_before: date, reason: str, by: str
) -> int:
    """The decision, written down or taken up again; its id."""
    values = [part.run, part.creditor, part.procedure, part.step, day]
    cursor.execute(
        """INSERT INTO undoing (run_id, creditor_id, procedure, step, day, not_before, reason,
                                decided_by)
           VALUES (%s, (SELECT id FROM creditor WHERE code = %s), %s, %s, %s, %s, %s, %s)
           ON CONFLICT (run_id, creditor_id, procedure, step, day) DO NOTHING""",
        [*values, not_before, reason, by],
    )
    cursor.execute(
        """SELECT id FROM undoing WHERE run_id = %s AND procedure = %s AND step = %s AND day = %s
             AND creditor_id IS NOT DISTINCT FROM (SELECT id FROM creditor WHERE code = %s)""",
        [part.run, part.procedure, part.step, day, part.creditor],
    )
    return int(cursor.fetchone()[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision to undo, as it was written down first."""

    key: int
    day: date
    not_before: date
    reason: str


def decision(cursor: CursorWrapper, key: int) -> Decision:
    """The decision with this id."""
    cursor.execute("SELECT day, not_before, reason FROM undoing WHERE id = %s", [key])
    day, not_before, reason = cursor.fetchone()
    return Decision(key=key, day=day, not_before=not_before, reason=reason)


def add(cursor: CursorWrapper, decided: Decision, steps: Sequence[Done]) -> None:
    """These steps count as not taken from now on."""
    bulk.insert(
        cursor,
        "step_undone",
        ("step_taken_id", "undoing_id", "invoice_id", "party_id", "day", "not_before", "reason"),
        (
            (
                *(step.key, decided.key, step.invoice, step.party),
                *(decided.day, decided.not_before, decided.reason),
            )
            for step in steps
        ),
    )


def to_be_taken_anew(
    cursor: CursorWrapper, invoices: Collection[int]
) -> dict[tuple[int, str], int]:
    """(invoice, step) -> the step undone that one taken now is taken anew after."""
    if not invoices:
        return {}
    cursor.execute(
        """SELECT u.invoice_id, t.step, max(t.id) FROM step_undone u
           JOIN step_taken t ON t.id = u.step_taken_id
           WHERE u.invoice_id = ANY(%s) GROUP BY u.invoice_id, t.step""",
        [list(invoices)],
    )
    return {(invoice, step): key for invoice, step, key in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class UndoneRow:
    """A step undone: when, of which night, and why."""

    day: date
    night: date
    invoice: int
    step: str
    reason: str
    not_before: date
    part_step: str
    """The step that the decision was about; empty when it was about all."""
    by: str


def undone(cursor: CursorWrapper, ids: Collection[int]) -> tuple[UndoneRow, ...]:
    """The steps of these invoices that have been undone, oldest first."""
    cursor.execute(
        """SELECT u.day, r.day, u.invoice_id, t.step, u.reason, u.not_before, d.step,
                  d.decided_by
           FROM step_undone u JOIN step_taken t ON t.id = u.step_taken_id
           JOIN undoing d ON d.id = u.undoing_id JOIN run r ON r.id = d.run_id
           WHERE u.invoice_id = ANY(%s) ORDER BY u.day, t.id""",
        [list(ids)],
    )
    return tuple(UndoneRow(*row) for row in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class Became:
    """What came of a decision to undo, in numbers."""

    steps: int
    parties: int
    stopped: int
    apologies: int
    apologies_sent: int


def became(
    cursor: CursorWrapper, *, night: date, creditor: str, procedure: str, step: str, day: date
) -> Became:
    """What has come of the decision of that day about that part of a night."""
    cursor.execute(
        """WITH undone AS (
               SELECT su.party_id, t.letter_id FROM undoing u
               JOIN run r ON r.id = u.run_id AND r.day = %s
               JOIN creditor c ON c.id = u.creditor_id AND c.code = %s
               JOIN step_undone su ON su.undoing_id = u.id
               JOIN step_taken t ON t.id = su.step_taken_id
               WHERE u.procedure = %s AND u.step = %s AND u.day = %s),
             apology AS (
               SELECT l.id FROM letter l WHERE l.key IN (
                   SELECT %s || ':' || letter_id FROM undone WHERE letter_id IS NOT NULL))
           SELECT count(*), count(DISTINCT party_id),
                  (SELECT count(*) FROM letter_event e WHERE e.state = 'stopped'
                   AND e.letter_id IN (SELECT letter_id FROM undone)),
                  (SELECT count(*) FROM apology),
                  (SELECT count(*) FROM letter_event e WHERE e.state IN ('printed', 'sent')
                   AND e.letter_id IN (SELECT id FROM apology))
           FROM undone""",
        [night, creditor, procedure, step, day, UNDONE],
    )
    return Became(*cursor.fetchone())
