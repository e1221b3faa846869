"""A bank's payments: ISO 20022 camt.054 (notification) and camt.053 (statement), any version.

    for item in read(stream, name="march.xml"):
        match item:
            case BankPayment(): ...   # one payment, as soon as it has been read
            case AccountEnd(): ...    # one account is done for one day; its control sums agree

The one rule: money in the file is money given, to the öre. The parts of an entry must add up to
the entry and the entries to the account's totals, or the file is refused; so whoever reads must
keep nothing until the last item has come.

Where a field lies is in `camt_paths.py`, what must agree in `camt_sums.py`, and how the elements
become payments in `camt_reader.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from lxml.etree import _Element as Element

from reskontra.formats.camt_reader import ELEMENTS, Reader
from reskontra.formats.camt_values import AccountEnd, BankAccount, BankPayment, Reference
from reskontra.formats.problems import one_problem

__all__ = ["AccountEnd", "BankAccount", "BankPayment", "Reference", "read"]


def read(
    stream: BinaryIO, *, name: str, currency: str = "SEK"
) -> Iterator[BankPayment | AccountEnd]:
    """Give the booked payments of a camt file one by one, and an end for each account.

    Memory is bounded by one payment. Refuses (FileRefused, at the place) what is not a camt file,
    entries in another currency, more than two decimals, an unknown direction, and sums that do
    not agree. A part (TxDtls) in another currency has no amount of its own: its entry's counts.
    """
    reader: Reader | None = None
    try:
        for _, element in _ends(stream):
            reader = reader or Reader(name=name, currency=currency, first=element)
            item = reader.actions[element.tag](element)
            if item is not None:
                yield item
    except etree.XMLSyntaxError as error:
        raise one_problem(
            name=name,
            line=error.lineno or 0,
            field="XML",
            found=error.msg or "–",
            allowed="well-formed XML",
            swedish="välformad XML",
        ) from error
    if reader is None or not reader.accounts:
        raise one_problem(
            name=name,
            line=0,
            field="Ntfctn or Stmt",
            found="–",
            allowed="a camt.054 or camt.053 file with at least one account",
            swedish="en fil camt.054 eller camt.053 med minst ett konto",
        )


def _ends(stream: BinaryIO) -> Iterator[tuple[str, Element]]:
    """The ends of the elements that count: no entities, no network, no huge nodes."""
    return etree.iterparse(
        stream,
        events=("end",),
        tag=tuple(f"{{*}}{name}" for name in ELEMENTS),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )
