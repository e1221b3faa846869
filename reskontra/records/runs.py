"""A day's run: its row, its sums, and what failed in it.

    run = begin(day=date(2025, 4, 9), without_bank_files="")
    add_outcomes(cursor, run=run, selected=3, outcomes={("acted", "reminder"): 2, ...})

The sums are added in the transaction that does the work, so a run that is killed and run again
ends with the sums of a run that was left in peace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSums:
    """How a run closed, in claims. `failed` counts those of parties not mended since."""

    selected: int
    outcomes: dict[tuple[str, str], int]
    """(acted, waiting or stopped; reason) -> claims."""
    failed: int

    def total(self, outcome: str) -> int:
        """Claims that ended in `outcome`, whatever the reason."""
        return sum(n for (name, _), n in self.outcomes.items() if name == outcome)

    @property
    def closes(self) -> bool:
        """Whether selected = acted + waiting + stopped + failed."""
        return self.selected == sum(self.outcomes.values()) + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A party whose claims could not be worked, and why."""

    party: int
    claims: int
    error: str


def begin(cursor: CursorWrapper, *, day: date, without_bank_files: str) -> int:
    """The run of the day, begun or taken up again; its id."""
    cursor.execute(
        """INSERT INTO run (day, selected, without_bank_files) VALUES (%s, 0, %s)
           ON CONFLICT (day) DO UPDATE SET without_bank_files =
               CASE WHEN excluded.without_bank_files = '' THEN run.without_bank_files
                    ELSE excluded.without_bank_files END
           RETURNING id""",
        [day, without_bank_files],
    )
    return int(cursor.fetchone()[0])


def finish(cursor: CursorWrapper, *, run: int) -> None:
    """The run has come to its end."""
    cursor.execute("UPDATE run SET finished_at = now() WHERE id = %s", [run])


def add_outcomes(
    cursor: CursorWrapper, *, run: int, selected: int, outcomes: Mapping[tuple[str, str], int]
) -> None:
    """Add what became of some claims to the run's sums."""
    cursor.execute("UPDATE run SET selected = selected + %s WHERE id = %s", [selected, run])
    cursor.execute(
        """INSERT INTO run_outcome (run_id, outcome, reason, claims)
           SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::int[])
           ON CONFLICT (run_id, outcome, reason)
           DO UPDATE SET claims = run_outcome.claims + excluded.claims""",
        [
            run,
            [outcome for outcome, _ in outcomes],
            [reason for _, reason in outcomes],
            list(outcomes.values()),
        ],
    )


def add_failure(cursor: CursorWrapper, *, run: int, failure: Failure) -> None:
    """The party's claims could not be worked today."""
    cursor.execute(
        """INSERT INTO run_failure (run_id, party_id, claims, error, mended)
           VALUES (%s, %s, %s, %s, false)
           ON CONFLICT (run_id, party_id)
           DO UPDATE SET claims = excluded.claims, error = excluded.error, mended = false""",
        [run, failure.party, failure.claims, failure.error],
    )
    _count_failed(cursor, run)


def mend(cursor: CursorWrapper, *, run: int, parties: Sequence[int]) -> None:
    """These parties went well now, though they may have failed before in this run."""
    cursor.execute(
        "UPDATE run_failure SET mended = true WHERE run_id = %s AND party_id = ANY(%s)"
        " AND NOT mended",
        [run, list(parties)],
    )
    if cursor.rowcount:
        _count_failed(cursor, run)


def _count_failed(cursor: CursorWrapper, run: int) -> None:
    """Claims that failed are counted among the selected until they are mended and worked."""
    # Another chunk may be adding outcomes: they are seen once the run's row is ours.
    cursor.execute("SELECT 1 FROM run WHERE id = %s FOR UPDATE", [run])
    cursor.execute(
        """UPDATE run SET selected =
               coalesce((SELECT sum(claims) FROM run_outcome WHERE run_id = %(run)s), 0)
             + coalesce((SELECT sum(claims) FROM run_failure
                         WHERE run_id = %(run)s AND NOT mended), 0)
           WHERE id = %(run)s""",
        {"run": run},
    )


def sums(cursor: CursorWrapper, *, run: int) -> RunSums:
    """How the run stands."""
    cursor.execute("SELECT selected FROM run WHERE id = %s", [run])
    selected = int(cursor.fetchone()[0])
    cursor.execute(
        "SELECT outcome, reason, claims FROM run_outcome WHERE run_id = %s ORDER BY 1, 2", [run]
    )
    outcomes = {(outcome, reason): claims for outcome, reason, claims in cursor.fetchall()}
    failed = sum(each.claims for each in failures(cursor, run=run))
    return RunSums(selected=selected, outcomes=outcomes, failed=failed)


def failures(cursor: CursorWrapper, *, run: int) -> tuple[Failure, ...]:
    """The parties that failed and have not been mended."""
    cursor.execute(
        "SELECT party_id, claims, error FROM run_failure WHERE run_id = %s AND NOT mended"
        " ORDER BY party_id",
        [run],
    )
    return tuple(Failure(party=p, claims=n, error=e) for p, n, e in cursor.fetchall())


def due_parties(cursor: CursorWrapper, *, day: date) -> list[int]:
    """The parties that have something to be looked at on the day, in order of id."""
    cursor.execute(
        "SELECT DISTINCT party_id FROM claim_state WHERE next_look_on <= %s ORDER BY party_id",
        [day],
    )
    return [party for (party,) in cursor.fetchall()]


def latest_day(cursor: CursorWrapper) -> date | None:
    """The latest day that has been run, if any has."""
    cursor.execute("SELECT max(day) FROM run")
    latest: date | None = cursor.fetchone()[0]
    return latest


def take_turns(cursor: CursorWrapper) -> bool:
    """Become the only run of this database until the connection ends; false when there is one."""
    cursor.execute("SELECT pg_try_advisory_lock(hashtext('reskontra nightly run'))")
    return bool(cursor.fetchone()[0])


def end_turn(cursor: CursorWrapper) -> None:
    """Let another run begin."""
    cursor.execute("SELECT pg_advisory_unlock(hashtext('reskontra nightly run'))")


def bank_files_until(
    cursor: CursorWrapper, *, creditor: str, accounts: Sequence[str]
) -> date | None:
    """The day up to which the bank's files of all these accounts are in; None when one has none.

    The first account is the usual one.
    """
    cursor.execute(
        """SELECT CASE WHEN bool_and(until IS NOT NULL) THEN min(until) END FROM (
               SELECT (SELECT max(b.day) FROM bank_day b JOIN creditor c ON c.id = b.creditor_id
                       WHERE c.code = %s
                         AND (b.account = w.account OR (w.place = 1 AND b.account = ''))) AS until
               FROM unnest(%s::text[]) WITH ORDINALITY AS w (account, place)) each""",
        [creditor, list(accounts)],
    )
    row = cursor.fetchone()
    found: date | None = row[0]
    return found


def bank_files_missing(
    cursor: CursorWrapper, *, accounts: Mapping[str, Sequence[str]], until: date
) -> tuple[str, ...]:
    """The creditors for whom no bank file speaks up to the day yet, as "town" or "town 9991234".

    `accounts` are the bankgiro numbers of each, the usual one first; each has a file of its own.
    A creditor that has never been owed anything needs none.
    """
    asked = [(code, each, each == all_[0]) for code, all_ in accounts.items() for each in all_]
    cursor.execute(
        """SELECT CASE WHEN w.usual THEN c.code ELSE c.code || ' ' || w.account END
           FROM unnest(%s::text[], %s::text[], %s::boolean[]) AS w (code, account, usual)
           JOIN creditor c ON c.code = w.code
           WHERE EXISTS (SELECT 1 FROM invoice i WHERE i.creditor_id = c.id)
             AND NOT EXISTS (SELECT 1 FROM bank_day b
                             WHERE b.creditor_id = c.id AND b.day >= %s
                               AND (b.account = w.account OR (w.usual AND b.account = '')))
           ORDER BY 1""",
        [*([row[at] for row in asked] for at in range(3)), until],
    )
    return tuple(code for (code,) in cursor.fetchall())
