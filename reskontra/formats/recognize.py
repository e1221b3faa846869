"""Which format a file has, by what it holds and never by its name.

    recognize(Path("whatever.txt")) -> Format.CAMT

The one rule: a file that is none of the known formats is refused; nothing is guessed.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from reskontra.domain.refusal import Refused
from reskontra.formats.facility_file import RECORDS as OF_FACILITIES

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CAMT_MESSAGES = frozenset({"BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt"})
_MOST_READ = 1_000_000


class Format(StrEnum):
    """What can be taken in."""

    INVOICE_FILE = "invoice file"
    FACILITY_FILE = "facility file"
    CAMT = "camt"


class UnknownFormat(Refused):
    """{name} has no known format; allowed are invoice files and files of facilities (JSON Lines),
    camt.054 and camt.053.
    """

    swedish = (
        "{name} har inget känt format. Tillåtna är fakturafiler och filer med anläggningar "
        "(JSON Lines), camt.054 och camt.053."
    )


def recognize(path: Path) -> Format:
    """The format of the file at `path`, from its beginning; refuses a file of no known format."""
    with path.open("rb") as stream:
        if (ours := _ours(stream)) is not None:
            return ours
        stream.seek(0)
        if _is_camt(stream):
            return Format.CAMT
    raise UnknownFormat(name=path.name)


def _ours(stream: BinaryIO) -> Format | None:
    """Which of our files it is, by the `record` of the first line that holds anything."""
    line = stream.readline(_MOST_READ).removeprefix(_BYTE_ORDER_MARK)
    while line and not line.strip():
        line = stream.readline(_MOST_READ)
    try:
        first = json.loads(line)
    except ValueError:
        # A broken line of ours must be named by the invoice file's reader, not called unknown.
        broken = line.lstrip().startswith(b"{") and b'"record"' in line
        return Format.INVOICE_FILE if broken else None
    if not isinstance(first, dict) or "record" not in first:
        return None
    return Format.FACILITY_FILE if first["record"] in OF_FACILITIES else Format.INVOICE_FILE


def _is_camt(stream: BinaryIO) -> bool:
    """Whether the root or its first child is a message that we read."""
    try:
        for _, element in etree.iterparse(
            stream,
            events=("start",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            name = etree.QName(element).localname
            if name != "Document":
                return name in _CAMT_MESSAGES
    except etree.XMLSyntaxError:
        return False
    return False
