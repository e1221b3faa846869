"""Where letters are laid for those who carry them: a folder for each way of the day, with an index.

    print/2025-04-09/0f6c….pdf, index.csv              for the printer
    print/2025-04-09/0f6c….invoice_1003.pdf            what the letter encloses
    print/2025-04-09/0f6c….copy_social_services.pdf    a copy, with a row of its own in the index
    print/2025-04-09/0f6c….copy_representative_1.pdf   the one of somebody who stands for the party
    print/2025-04-09/digital_mailbox/0f6c….pdf, .json  a message with its PDF
    print/2025-04-09/sms/0f6c….json                    a short text
    print/2025-04-09/protected/…                       letters that a person must handle

The one rule: a folder without its index is not done; the index is written last, and tells exactly
what lies there.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from uuid import UUID

from reskontra.domain.channels import LETTER, LeavesAs
from reskontra.domain.rules import Policy
from reskontra.outgoing.beside import address_of, name_for
from reskontra.records.letters import Unsent
from reskontra.records.letters_printed import Printed
from reskontra.records.readers import Reader

INDEX = "index.csv"
COLUMNS = (
    *("file", "creditor", "letter", "language", "name", "address", "bytes"),
    *("enclosures", "copies_to", "channel", "files"),
)
PROTECTED = "protected"
COPY = "copy"


def leaves_as(letter: Unsent | Printed, policy: Policy) -> LeavesAs:
    """What is made for the way that the letter goes."""
    return policy.channel_kinds[letter.channel].leaves_as


def home_of(folder: Path, letter: Unsent | Printed, policy: Policy) -> Path:
    """Where in the day's folder the letter lies."""
    if letter.protected:
        return folder / PROTECTED
    on_paper = leaves_as(letter, policy) is LeavesAs.PRINT
    return folder if on_paper else folder / letter.channel


def home_of_reader(folder: Path, reader: Reader) -> Path:
    """Where in the day's folder the letter of one who stands for its party lies: on paper."""
    return folder / PROTECTED if reader.protected else folder


def pdf_name(public_id: UUID) -> str:
    """The letter's file."""
    return f"{public_id}.pdf"


def lay(home: Path, files: Mapping[str, bytes]) -> None:
    """Write each file beside its place and move it there, so that no half file is ever carried."""
    home.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        draft = home / f"{name}.part"
        draft.write_bytes(content)
        draft.replace(home / name)


def remove_indexes(folder: Path) -> None:
    """A folder without an index is not done yet."""
    for index in folder.rglob(INDEX):
        index.unlink()


def write_indexes(folder: Path, left: Iterable[Printed], policy: Policy) -> None:
    """An index in each folder of the day; its own, with the copies, comes last."""
    rows: defaultdict[Path, list[tuple[object, ...]]] = defaultdict(list)
    for letter in left:
        home = home_of(folder, letter, policy)
        if leaves_as(letter, policy) is not LeavesAs.NOTHING:
            rows[home].append(_row(home, letter, policy))
        rows[folder] += _copy_rows(folder, letter, policy)
        for reader in letter.readers:
            beside = home_of_reader(folder, reader)
            rows[beside] += _reader_rows(beside, letter, reader)
    for home in sorted({folder, *rows}, key=lambda home: home == folder):
        _write_index(home, rows[home])


def _write_index(home: Path, rows: Iterable[tuple[object, ...]]) -> None:
    home.mkdir(parents=True, exist_ok=True)
    draft = (home / INDEX).with_suffix(".part")
    with draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    draft.replace(home / INDEX)


def _row(home: Path, it: Printed, policy: Policy) -> tuple[object, ...]:
    """The letter; no name or address but for the printer's envelopes."""
    kind = leaves_as(it, policy)
    on_paper = kind is LeavesAs.PRINT
    address = ", ".join(it.address_lines) if on_paper and not it.protected else ""
    name = f"{it.public_id}.json" if kind is LeavesAs.TEXT else pdf_name(it.public_id)
    size = (home / name).stat().st_size if kind is LeavesAs.TEXT else it.size_bytes
    beside = sorted(path.name for path in home.glob(f"{it.public_id}.*.pdf"))
    enclosed = "; ".join(each for each in beside if f".{COPY}_" not in each)
    head = (name, it.creditor, it.template, it.language, it.name if on_paper else "", address)
    return (*head, size, "; ".join(it.enclosures), "; ".join(it.copies_to), it.channel, enclosed)


def _copy_rows(folder: Path, it: Printed, policy: Policy) -> Iterator[tuple[object, ...]]:
    """The copies of the letter for others, which go on paper whatever way it went itself."""
    for role in it.copied_roles:
        found = address_of(role, policy.creditors[it.creditor])
        file = folder / f"{it.public_id}.{COPY}_{role}.pdf"
        if found is not None and file.exists():
            head = (file.name, it.creditor, COPY, it.language, found.name)
            size = file.stat().st_size
            yield (*head, ", ".join(found.address_lines), size, "", "", LETTER, "")


def _reader_rows(folder: Path, it: Printed, reader: Reader) -> Iterator[tuple[object, ...]]:
    """The letter of one who stands for the party: the same letter, or a copy for information."""
    file = folder / name_for(reader, it.public_id)
    if file.exists():
        what = it.template if reader.instead else COPY
        address = "" if reader.protected else ", ".join(reader.address_lines)
        head = (file.name, it.creditor, what, it.language, reader.name, address)
        yield (*head, file.stat().st_size, "", "", LETTER, "")
