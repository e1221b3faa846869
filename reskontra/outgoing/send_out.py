"""Letters leave: each is made a PDF once, laid in the day's folder, and noted as gone.

    send_out(day=date(2025, 4, 9), folder=Path(".reskontra/print"), policy=policy)
    -> Sent(printed=2, sent=1, stopped=0)

Just before a letter leaves, what its claims owe is read again: a letter about something that has
been paid meanwhile is stopped, and so is one to a minor for whom nobody is registered, or to an
unknown address: it is written anew when a person has said whither. One that cannot be made, as
when a name has a sign that the fonts lack, is set aside with its error, and tried again the next
time; the others leave. Files first, rows next, the indexes last; whatever is cut off is done again,
the same way. What lies where is said in `folders`. A collection demand leaves on its own day and
says what is owed then, or it does not leave: see `casework.demands`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.channels import LeavesAs
from reskontra.domain.identity import birth_date_of
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.representing import is_under_age
from reskontra.domain.rules import Policy
from reskontra.domain.step import COLLECTION_DEMAND
from reskontra.formats import message
from reskontra.outgoing import beside, folders, rendering
from reskontra.outgoing.message_of import message_of
from reskontra.records import files, letters, letters_printed, readers, returned
from reskontra.records.letters import Unsent
from reskontra.records.readers import Reader

PAID_BEFORE = "paid before it left"
"""Why a letter was stopped that nothing was left to pay of."""
BATCH_LETTERS = 500
WORTH_A_POOL = 200
"""Below this, starting other processes takes longer than the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A letter that could not be made, and why. It waits, and is tried again the next time."""

    public_id: UUID
    party: int
    template: str
    error: str


@dataclass(slots=True, kw_only=True)
class Sent:
    """What became of the letters that were waiting."""

    printed: int = 0
    """On paper."""
    sent: int = 0
    """By other channels."""
    stopped: int = 0
    kept_back: int = 0
    """Collection demands that are not to leave as they are."""
    withheld: int = 0
    """To minors for whom nobody is registered, or to an unknown address: a person must see."""
    by_hand: int = 0
    """Copies whose readers' addresses a person must find."""
    failures: list[Failure] = field(default_factory=list)
    folder: Path | None = None

    @property
    def done(self) -> int:
        """How many letters have been looked at."""
        left = self.printed + self.sent
        kept = self.kept_back + self.withheld
        return left + self.stopped + kept + len(self.failures)


def send_out(
    *,
    day: date,
    folder: Path,
    policy: Policy,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Sent:
    """Let every letter written up to `day` leave that has not; `tell` hears of the progress."""
    sent, last = Sent(folder=folder / day.isoformat()), 0
    with connections["default"].cursor() as cursor:
        waiting = letters.unsent_count(cursor, until=day)
        if waiting:
            folders.remove_indexes(folder / day.isoformat())
            with _Renderer(waiting) as render_all:
                while batch := letters.unsent(cursor, until=day, after=last, limit=BATCH_LETTERS):
                    with transaction.atomic():
                        _send(_Work(cursor, day, policy, sent), batch, render_all)
                    last = batch[-1].letter
                    tell(sent.done, waiting)
        _write_missing_index(cursor, folder, policy, until=day)
    return sent


Pages = tuple[str, str, str]
"""Template, language and data of a letter."""


@dataclass(frozen=True, slots=True)
class NotMade:
    """In place of a PDF: why there is none."""

    error: str


def _render(pages: Pages) -> bytes | NotMade:
    template, language, data = pages
    try:
        return rendering.render(template=template, language=language, data_json=data)
    except rendering.FontMissing:
        # No fault of this letter: nothing can be made until the font is there.
        raise
    except Exception as error:
        return NotMade(f"{type(error).__name__}: {error}")


RenderAll = Callable[[Iterable[Pages]], Iterator[bytes | NotMade]]


class _Renderer:
    """One process for a few letters, one a core for many."""

    def __init__(self, waiting: int) -> None:
        many = waiting >= WORTH_A_POOL
        self._pool = get_context("spawn").Pool(os.cpu_count()) if many else None

    def __enter__(self) -> RenderAll:
        if self._pool is None:
            return lambda pages: map(_render, pages)
        pool = self._pool
        return lambda pages: pool.imap(_render, pages, chunksize=20)

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.terminate()


@dataclass(frozen=True, slots=True)
class _Work:
    """What the batches of one call share."""

    cursor: CursorWrapper
    day: date
    policy: Policy
    sent: Sent

    @property
    def folder(self) -> Path:
        """The day's."""
        assert self.sent.folder is not None
        return self.sent.folder

    def has_pdf(self, letter: Unsent) -> bool:
        """Whether its channel carries the letter itself."""
        return folders.leaves_as(letter, self.policy).whole


def _send(work: _Work, batch: list[Unsent], render_all: RenderAll) -> None:
    paid = [letter for letter in batch if _paid_meanwhile(letter)]
    waiting = [letter for letter in batch if not _paid_meanwhile(letter)]
    withheld = [(it, why) for it in waiting if (why := _is_for_nobody(it, work.policy))]
    true = [letter for letter in waiting if not _untrue(letter, work.day)]
    work.sent.kept_back += len(waiting) - len(true)
    nowhere = {letter.letter for letter, _ in withheld}
    going = [letter for letter in true if letter.letter not in nowhere]
    new = [letter for letter in going if not letter.digest and work.has_pdf(letter)]
    kept, not_made = _keep(new, render_all)
    digests = {letter.letter: letter.digest for letter in going}
    digests |= {letter: digest for letter, digest, _, _ in kept}
    others = readers.besides(work.cursor, [letter.letter for letter in going])
    gone: list[Unsent] = []
    failed = {letter.letter for letter, _ in not_made}
    for letter in going:
        if letter.letter in failed:
            continue
        beside_it = others.get(letter.letter, ())
        if error := _lay(work, letter, digests[letter.letter], beside_it):
            not_made.append((letter, error))
        else:
            gone.append(letter)
    _withhold(work, withheld)
    _note(work, kept=kept, paid=paid, gone=gone, not_made=not_made, others=others)


def _note(
    work: _Work,
    *,
    kept: list[tuple[int, str, str, int]],
    paid: list[Unsent],
    gone: list[Unsent],
    not_made: list[tuple[Unsent, str]],
    others: Mapping[int, tuple[Reader, ...]],
) -> None:
    """The rows, and the sums for whoever asked."""
    states = [(letter.letter, _state(work, letter)) for letter in gone]
    letters.add_files(work.cursor, kept)
    letters.add_events(
        work.cursor,
        [
            *((letter.letter, "stopped", work.day, PAID_BEFORE) for letter in paid),
            *((letter, state, work.day, "") for letter, state in states),
        ],
    )
    failures = [(letter.letter, work.day, error) for letter, error in not_made]
    letters.add_failures(work.cursor, failures)
    sent, on_paper = work.sent, sum(state == "printed" for _, state in states)
    sent.printed += on_paper
    sent.sent += len(gone) - on_paper
    sent.stopped += len(paid)
    sent.failures += [_failure(letter, error) for letter, error in not_made]
    creditors = work.policy.creditors
    sent.by_hand += sum(
        len(beside.by_hand(it, creditors[it.creditor], others.get(it.letter, ()))) for it in gone
    )


def _withhold(work: _Work, withheld: list[tuple[Unsent, str]]) -> None:
    """A letter to nobody goes nowhere: it is written anew when a person has said whither."""
    letters.add_events(
        work.cursor,
        [(letter.letter, "stopped", work.day, why) for letter, why in withheld],
    )
    work.sent.withheld += len(withheld)


def _state(work: _Work, letter: Unsent) -> str:
    on_paper = folders.leaves_as(letter, work.policy) is LeavesAs.PRINT
    return "printed" if on_paper else "sent"


def _lay(work: _Work, letter: Unsent, digest: str, others: Collection[Reader]) -> str:
    """Lay the letter with what goes beside it; why not, when something could not be made."""
    home = folders.home_of(work.folder, letter, work.policy)
    creditor = work.policy.creditors[letter.creditor]
    try:
        enclosed = beside.enclosed(work.cursor, letter, policy=work.policy)
        copies = beside.copies(letter, creditor)
        theirs = [(it, beside.for_reader(letter, it)) for it in others]
    except (Refused, OSError) as error:
        return f"{type(error).__name__}: {error}"
    if copies:
        folders.lay(work.folder, copies)
    for reader, pdf in theirs:
        name = beside.name_for(reader, letter.public_id)
        folders.lay(folders.home_of_reader(work.folder, reader), {name: pdf})
    match folders.leaves_as(letter, work.policy):
        case LeavesAs.NOTHING:
            return ""
        case LeavesAs.TEXT:
            told = message_of(letter, creditor, files={})
            files_ = {f"{letter.public_id}.json": message.write(told).encode()}
        case LeavesAs.MESSAGE:
            files_ = {folders.pdf_name(letter.public_id): files.read(digest), **enclosed}
            told = message_of(letter, creditor, files=files_)
            files_ |= {f"{letter.public_id}.json": message.write(told).encode()}
        case _:
            files_ = {folders.pdf_name(letter.public_id): files.read(digest), **enclosed}
    folders.lay(home, files_)
    return ""


def _keep(
    new: list[Unsent], render_all: RenderAll
) -> tuple[list[tuple[int, str, str, int]], list[tuple[Unsent, str]]]:
    """Make and store the PDFs: their rows for `letters.add_files`, and the letters without one."""
    rows: list[tuple[int, str, str, int]] = []
    not_made: list[tuple[Unsent, str]] = []
    pages = ((it.template, it.language, it.data) for it in new)
    for letter, made in zip(new, render_all(pages), strict=True):
        if isinstance(made, NotMade):
            not_made.append((letter, made.error))
        else:
            template = rendering.template_digest(letter.template, letter.language)
            rows.append((letter.letter, files.keep(made), template, len(made)))
    return rows, not_made


def _failure(letter: Unsent, error: str) -> Failure:
    return Failure(
        public_id=letter.public_id, party=letter.party, template=letter.template, error=error
    )


def _is_for_nobody(letter: Unsent, policy: Policy) -> str:
    """Why nobody would read the letter: a child would, or it has no way to go; empty otherwise."""
    if letter.read_by_another:
        return ""
    if letter.address_unknown:
        return returned.NOWHERE
    born = birth_date_of(letter.identity_number) if letter.kind == PartyKind.PERSON else None
    return returned.TO_A_CHILD if is_under_age(born, law=policy.law, day=letter.day) else ""


def _paid_meanwhile(letter: Unsent) -> bool:
    return letter.owed_then_ore > 0 and letter.owed_now_ore == 0


def _untrue(letter: Unsent, day: date) -> bool:
    """Whether a collection demand has another amount, or another day, than the law lets it have.

    It waits: the next look at demands undoes it. One that is sent again has its days already.
    """
    if letter.template != COLLECTION_DEMAND:
        return False
    late = letter.day < day and not letter.sent_again
    return late or letter.owed_now_ore != letter.owed_then_ore


def _write_missing_index(
    cursor: CursorWrapper, folder: Path, policy: Policy, *, until: date
) -> None:
    """Write the indexes of the last day on which anything left, unless they are there.

    Only those can be missing: each run writes what an earlier one, cut off, could not. A folder
    that somebody has taken away to the printer is not made again.
    """
    day = letters_printed.last_printed_day(cursor, until=until)
    if day is None:
        return
    home = folder / day.isoformat()
    if home.is_dir() and not (home / folders.INDEX).exists():
        folders.write_indexes(home, letters_printed.printed_on(cursor, day=day), policy)
