"""Where each field of a camt file lies: one table for every version of camt.054 and camt.053.

    ENTRY["status"] == ("Sts/Cd", "Sts/Prtry", "Sts")

says that an entry's status is the text of `Sts/Cd` in versions from .04 on and of `Sts` in .02.
Supporting another version is adding a path here; `camt.py` names no element of its own.

The one rule: a field's paths exclude each other within a version, or say the same; the first one
in the document counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

MESSAGE = {
    "message_id": ("MsgId",),
    "created": ("CreDtTm",),
}
"""Below GrpHdr."""

REPORT = {
    "id": ("Id",),
    "created": ("CreDtTm",),
    "first_at": ("FrToDt/FrDtTm",),
    "last_at": ("FrToDt/ToDtTm",),
    "iban": ("Acct/Id/IBAN",),
    "number": ("Acct/Id/Othr/Id",),
    "scheme": ("Acct/Id/Othr/SchmeNm/Prtry", "Acct/Id/Othr/SchmeNm/Cd"),
    "all_count": ("TxsSummry/TtlNtries/NbOfNtries",),
    "all_sum": ("TxsSummry/TtlNtries/Sum",),
    "net_sum": ("TxsSummry/TtlNtries/TtlNetNtryAmt", "TxsSummry/TtlNtries/TtlNetNtry/Amt"),
    "net_direction": (
        "TxsSummry/TtlNtries/CdtDbtInd",
        "TxsSummry/TtlNtries/TtlNetNtry/CdtDbtInd",
    ),
    "credit_count": ("TxsSummry/TtlCdtNtries/NbOfNtries",),
    "credit_sum": ("TxsSummry/TtlCdtNtries/Sum",),
    "debit_count": ("TxsSummry/TtlDbtNtries/NbOfNtries",),
    "debit_sum": ("TxsSummry/TtlDbtNtries/Sum",),
}
"""Below Ntfctn (camt.054) or Stmt (camt.053)."""

ENTRY = {
    "amount": ("Amt",),
    "direction": ("CdtDbtInd",),
    "status": ("Sts/Cd", "Sts/Prtry", "Sts"),
    "booking_date": ("BookgDt/Dt", "BookgDt/DtTm"),
    "value_date": ("ValDt/Dt", "ValDt/DtTm"),
    "bank_reference": ("AcctSvcrRef",),
    "texts": ("AddtlNtryInf",),
}
"""Below Ntry."""

BATCH = {
    "count": ("NbOfTxs",),
    "amount": ("TtlAmt",),
}
"""Below NtryDtls/Btch."""

PART = {
    "amount": ("Amt", "AmtDtls/TxAmt/Amt"),
    "direction": ("CdtDbtInd",),
    "end_to_end_id": ("Refs/EndToEndId",),
    "payer_name": ("RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Nm"),
    "paid_to": ("RltdPties/CdtrAcct/Id/Othr/Id",),
    "paid_to_scheme": (
        "RltdPties/CdtrAcct/Id/Othr/SchmeNm/Prtry",
        "RltdPties/CdtrAcct/Id/Othr/SchmeNm/Cd",
    ),
    "texts": ("RmtInf/Ustrd",),
    "structured": ("RmtInf/Strd",),
}
"""Below TxDtls."""

STRUCTURED = {
    "reference": ("CdtrRefInf/Ref",),
    "document": ("RfrdDocInf/Nb",),
    "amount": ("RfrdDocAmt/RmtdAmt",),
    "credited": ("RfrdDocAmt/CdtNoteAmt",),
}
"""Below Strd, which may be repeated: one payment for several invoices."""

AMOUNTS = frozenset({"amount", "credited", "all_sum", "net_sum", "credit_sum", "debit_sum"})
"""Fields that are money, some of whose elements name a currency."""

REPEATED = frozenset({"texts", "structured"})
"""Fields that may come several times: given as a list of elements."""

Fields = dict[str, Any]
"""What an element says, by the names of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What to do with one element: take it as a field, go on below it, or both."""

    field: str
    is_text: bool
    below: Mapping[object, Node]


Tree = Mapping[object, Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The table made ready for one namespace, so that reading an element is one lookup."""

    message: Tree
    report: Tree
    entry: Tree
    batch: Tree
    part: Tree
    structured: Tree


def paths_for(prefix: str) -> Paths:
    """The table for documents whose element names begin with `prefix`, like "{urn:…}"."""
    return Paths(
        message=_tree(MESSAGE, prefix),
        report=_tree(REPORT, prefix),
        entry=_tree(ENTRY, prefix),
        batch=_tree(BATCH, prefix),
        part=_tree(PART, prefix),
        structured=_tree(STRUCTURED, prefix),
    )


def _tree(table: Mapping[str, tuple[str, ...]], prefix: str) -> Tree:
    ways = {tuple(path.split("/")): field for field, paths in table.items() for path in paths}
    return _branch(ways, prefix)


def _branch(ways: Mapping[tuple[str, ...], str], prefix: str) -> Tree:
    tree: dict[object, Node] = {}
    for name in dict.fromkeys(way[0] for way in ways):
        below = {way[1:]: field for way, field in ways.items() if way[0] == name and way[1:]}
        field = ways.get((name,), "")
        tree[prefix + name] = Node(
            field=field,
            is_text=bool(field) and field not in AMOUNTS | REPEATED,
            below=_branch(below, prefix),
        )
    return tree


def collect(element: Element, tree: Tree, *, money: Callable[[Element], int | None]) -> Fields:
    """The fields of `element` by the table; `money` makes öre of a money field's element.

    A field that is missing or empty, or of which `money` makes None, is left out.
    """
    found: Fields = {}
    _walk(element, tree, money, found)
    return found


def _walk(
    element: Element, tree: Tree, money: Callable[[Element], int | None], found: Fields
) -> None:
    for child in element:
        node = tree.get(child.tag)
        if node is None:
            continue
        field = node.field
        if node.is_text:
            # The common case comes first and calls nothing: this is the inner loop of a big file.
            text = child.text
            if text and field not in found and (text := text.strip()):
                found[field] = text
        elif field in AMOUNTS:
            if field not in found and (ore := money(child)) is not None:
                found[field] = ore
        elif field:
            found.setdefault(field, []).append(child)
        if node.below:
            _walk(child, node.below, money, found)
