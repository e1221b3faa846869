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

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CAMT_MESSAGES = frozenset({"BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt"})
_MOST_READ = 1_000_000


class Format(StrEnum):
    """What can be taken in."""

    INVOICE_FILE = "invoice file"
    CAMT = "camt"


class UnknownFormat(Refused):
    """{name} has no known format; allowed are invoice files (JSON Lines), camt.054 and camt.053."""

    swedish = (
        "{name} har inget känt format. Tillåtna är fakturafiler (JSON Lines), "
        "camt.054 och camt.053."
    )


def recognize(path: Path) -> Format:
    """The format of the file at `path`, from its beginning; refuses a file of no known format."""
    with path.open("rb") as stream:
        if _is_invoice_file(stream):
            return Format.INVOICE_FILE
        stream.seek(0)
        if _is_camt(stream):
            return Format.CAMT
    raise UnknownFormat(name=path.name)


def _is_invoice_file(stream: BinaryIO) -> bool:
    """Whether the first line that holds anything is a JSON object that says its `record`."""
    line = stream.readline(_MOST_READ).removeprefix(_BYTE_ORDER_MARK)
    while line and not line.strip():
        line = stream.readline(_MOST_READ)
    try:
        first = json.loads(line)
    except ValueError:
        # A broken line of ours must be named by the invoice file's reader, not called unknown.
        return line.lstrip().startswith(b"{") and b'"record"' in line
    return isinstance(first, dict) and "record" in first


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
