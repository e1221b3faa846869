"""Letters leave: each is made a PDF once, copied to the day's print folder, and noted as printed.

    send_out(day=date(2025, 4, 9), folder=Path(".reskontra/print")) -> Sent(printed=2, stopped=0)

Just before a letter leaves, what its claims owe is read again: a letter about something that has
been paid meanwhile is stopped. One that cannot be made, as when a name has a sign that the fonts
lack, is set aside with its error, and tried again the next time; the others leave. Letters to a
protected identity go to a folder of their own, for a person. Files first, rows next, the index
last; whatever is cut off is done again, the same way.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.outgoing import rendering
from reskontra.records import files, letters
from reskontra.records.letters import Printed, Unsent

BATCH_LETTERS = 500
WORTH_A_POOL = 200
"""Below this, starting other processes takes longer than the letters."""

INDEX = "index.csv"
COLUMNS = (
    *("file", "creditor", "letter", "language", "name", "address", "bytes"),
    *("enclosures", "copies_to"),
)
PROTECTED = "protected"


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
    stopped: int = 0
    failures: list[Failure] = field(default_factory=list)
    folder: Path | None = None

    @property
    def done(self) -> int:
        """How many letters have been looked at."""
        return self.printed + self.stopped + len(self.failures)


def send_out(
    *, day: date, folder: Path, tell: Callable[[int, int], None] = lambda done, of: None
) -> Sent:
    """Print every letter written up to `day` that has not left; `tell` hears of the progress."""
    sent, last = Sent(folder=folder / day.isoformat()), 0
    with connections["default"].cursor() as cursor:
        waiting = letters.unsent_count(cursor, until=day)
        if waiting:
            _remove_indexes(folder / day.isoformat())
            with _Renderer(waiting) as render_all:
                while batch := letters.unsent(cursor, until=day, after=last, limit=BATCH_LETTERS):
                    with transaction.atomic():
                        _send(cursor, batch, day, sent, render_all)
                    last = batch[-1].letter
                    tell(sent.done, waiting)
        _write_missing_index(cursor, folder, until=day)
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


def _send(
    cursor: CursorWrapper, batch: list[Unsent], day: date, sent: Sent, render_all: RenderAll
) -> None:
    assert sent.folder is not None
    paid = [letter for letter in batch if _paid_meanwhile(letter)]
    going = [letter for letter in batch if not _paid_meanwhile(letter)]
    kept, not_made = _keep([letter for letter in going if not letter.digest], render_all)
    digests = {letter.letter: letter.digest for letter in going}
    digests |= {letter: digest for letter, digest, _, _ in kept}
    going = [letter for letter in going if digests[letter.letter]]
    for letter in going:
        _copy(files.read(digests[letter.letter]), _place(sent.folder, letter))
    letters.add_files(cursor, kept)
    letters.add_events(
        cursor,
        [
            *((letter.letter, "stopped", day, "paid before it left") for letter in paid),
            *((letter.letter, "printed", day, "") for letter in going),
        ],
    )
    letters.add_failures(cursor, [(letter.letter, day, error) for letter, error in not_made])
    sent.printed += len(going)
    sent.stopped += len(paid)
    sent.failures += [_failure(letter, error) for letter, error in not_made]


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


def _paid_meanwhile(letter: Unsent) -> bool:
    return letter.owed_then_ore > 0 and letter.owed_now_ore == 0


def _place(folder: Path, letter: Unsent) -> Path:
    home = folder / PROTECTED if letter.protected else folder
    return home / _name(letter.public_id)


def _name(public_id: UUID) -> str:
    return f"{public_id}.pdf"


def _copy(pdf: bytes, place: Path) -> None:
    """Write beside the place and move there, so that no half file is ever printed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_suffix(".part")
    draft.write_bytes(pdf)
    draft.replace(place)


def _remove_indexes(folder: Path) -> None:
    """A folder without an index is not done yet."""
    for home in (folder, folder / PROTECTED):
        (home / INDEX).unlink(missing_ok=True)


def _write_missing_index(cursor: CursorWrapper, folder: Path, *, until: date) -> None:
    """Write the index of the last day that printed anything, unless it is there.

    Only that one can be missing: each run writes what an earlier one, cut off, could not. A folder
    that somebody has taken away to the printer is not made again.
    """
    day = letters.last_printed_day(cursor, until=until)
    if day is None:
        return
    home = folder / day.isoformat()
    if home.is_dir() and not (home / INDEX).exists():
        _write_indexes(home, letters.printed_on(cursor, day=day))


def _write_indexes(folder: Path, printed: list[Printed]) -> None:
    # That of the folder itself comes last: when it is there, all is.
    for home, protected in ((folder / PROTECTED, True), (folder, False)):
        mine = [letter for letter in printed if letter.protected is protected]
        if mine or home == folder:
            _write_index(home / INDEX, mine)


def _write_index(place: Path, printed: list[Printed]) -> None:
    draft = place.with_suffix(".part")
    with draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for it in printed:
            address = "" if it.protected else ", ".join(it.address_lines)
            row = (_name(it.public_id), it.creditor, it.template, it.language, it.name, address)
            writer.writerow(
                (*row, it.size_bytes, "; ".join(it.enclosures), "; ".join(it.copies_to))
            )
    draft.replace(place)
