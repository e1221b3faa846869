"""Letters leave: each is made a PDF once, copied to the day's print folder, and noted as printed.

    send_out(day=date(2025, 4, 9), folder=Path(".reskontra/print")) -> Sent(printed=2, stopped=0)

Just before a letter leaves, what its claims owe is read again: a letter about something that has
been paid meanwhile is stopped. Letters to a protected identity go to a folder of their own, for
a person. Files first, rows next, the index last; whatever is cut off is done again, the same way.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
PROTECTED = "protected"


@dataclass(slots=True, kw_only=True)
class Sent:
    """What became of the letters that were waiting."""

    printed: int = 0
    stopped: int = 0
    folder: Path | None = None


def send_out(
    *, day: date, folder: Path, tell: Callable[[int, int], None] = lambda done, of: None
) -> Sent:
    """Print every letter written up to `day` that has not left; `tell` hears of the progress."""
    sent = Sent(folder=folder / day.isoformat())
    with connections["default"].cursor() as cursor:
        waiting = letters.unsent_count(cursor, until=day)
        if waiting:
            _remove_indexes(folder / day.isoformat())
            with _Renderer(waiting) as render_all:
                while batch := letters.unsent(cursor, until=day, limit=BATCH_LETTERS):
                    with transaction.atomic():
                        _send(cursor, batch, day, sent, render_all)
                    tell(sent.printed + sent.stopped, waiting)
        _write_missing_index(cursor, folder, until=day)
    return sent


Pages = tuple[str, str, str]
"""Template, language and data of a letter."""


def _render(pages: Pages) -> bytes:
    template, language, data = pages
    return rendering.render(template=template, language=language, data_json=data)


class _Renderer:
    """One process for a few letters, one a core for many."""

    def __init__(self, waiting: int) -> None:
        many = waiting >= WORTH_A_POOL
        self._pool = get_context("spawn").Pool(os.cpu_count()) if many else None

    def __enter__(self) -> Callable[[Iterable[Pages]], Iterator[bytes]]:
        if self._pool is None:
            return lambda pages: map(_render, pages)
        pool = self._pool
        return lambda pages: pool.imap(_render, pages, chunksize=20)

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.terminate()


def _send(
    cursor: CursorWrapper,
    batch: list[Unsent],
    day: date,
    sent: Sent,
    render_all: Callable[[Iterable[Pages]], Iterator[bytes]],
) -> None:
    assert sent.folder is not None
    going = [letter for letter in batch if not _paid_meanwhile(letter)]
    new = [letter for letter in going if not letter.digest]
    made = render_all((it.template, it.language, it.data) for it in new)
    rows, digests = [], {letter.letter: letter.digest for letter in going}
    for letter, pdf in zip(new, made, strict=True):
        digests[letter.letter] = files.keep(pdf)
        template = rendering.template_digest(letter.template, letter.language)
        rows.append((letter.letter, digests[letter.letter], template, len(pdf)))
    for letter in going:
        _copy(files.read(digests[letter.letter]), _place(sent.folder, letter))
    letters.add_files(cursor, rows)
    letters.add_events(
        cursor,
        [
            (letter.letter, "stopped", day, "paid before it left")
            if _paid_meanwhile(letter)
            else (letter.letter, "printed", day, "")
            for letter in batch
        ],
    )
    sent.printed += len(going)
    sent.stopped += len(batch) - len(going)


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
        writer.writerow(("file", "creditor", "letter", "language", "name", "address", "bytes"))
        for it in printed:
            address = "" if it.protected else ", ".join(it.address_lines)
            row = (_name(it.public_id), it.creditor, it.template, it.language, it.name, address)
            writer.writerow((*row, it.size_bytes))
    draft.replace(place)
