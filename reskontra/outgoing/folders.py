"""Where letters are laid for those who carry them: a folder for each way of the day, with an index.

    print/2025-04-09/0f6c….pdf, index.csv              for the printer
    print/2025-04-09/0f6c….invoice_1003.pdf            what the letter encloses
    print/2025-04-09/0f6c….copy_social_services.pdf    a copy, with a row of its own in the index
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

from reskontra.domain.channels import LeavesAs
from reskontra.domain.rules import Policy
from reskontra.outgoing.beside import address_of
from reskontra.records.letters import Printed, Unsent

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
    """An index in each folder of the day; that of the folder itself comes last."""
    mine: defaultdict[Path, list[Printed]] = defaultdict(list)
    for letter in left:
        if leaves_as(letter, policy) is not LeavesAs.NOTHING:
            mine[home_of(folder, letter, policy)].append(letter)
    for home in sorted(mine, key=lambda home: home == folder):
        _write_index(home, mine[home], policy)
    if folder not in mine:
        _write_index(folder, [], policy)


def _write_index(home: Path, letters: Iterable[Printed], policy: Policy) -> None:
    home.mkdir(parents=True, exist_ok=True)
    draft = (home / INDEX).with_suffix(".part")
    with draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for letter in letters:
            writer.writerows(_rows(home, letter, policy))
    draft.replace(home / INDEX)


def _rows(home: Path, it: Printed, policy: Policy) -> Iterator[tuple[object, ...]]:
    """The letter, and each copy of it; no name or address but for the printer's envelopes."""
    kind = leaves_as(it, policy)
    on_paper = kind is LeavesAs.PRINT
    address = ", ".join(it.address_lines) if on_paper and not it.protected else ""
    name = f"{it.public_id}.json" if kind is LeavesAs.TEXT else pdf_name(it.public_id)
    size = (home / name).stat().st_size if kind is LeavesAs.TEXT else it.size_bytes
    beside = sorted(path.name for path in home.glob(f"{it.public_id}.*.pdf"))
    copies = [each for each in beside if f".{COPY}_" in each]
    enclosed = [each for each in beside if each not in copies]
    head = (name, it.creditor, it.template, it.language, it.name if on_paper else "", address)
    said = ("; ".join(it.enclosures), "; ".join(it.copies_to), it.channel)
    yield (*head, size, *said, "; ".join(enclosed))
    for role in it.copied_roles:
        found = address_of(role, policy.creditors[it.creditor])
        file = f"{it.public_id}.{COPY}_{role}.pdf"
        if found is not None and file in copies:
            to = (found.name, ", ".join(found.address_lines), (home / file).stat().st_size)
            yield (file, it.creditor, COPY, it.language, *to, "", "", it.channel, "")
