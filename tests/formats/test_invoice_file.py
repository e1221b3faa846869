"""An invoice file is taken whole, or refused with everything that is wrong in it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.formats.invoice_file import (
    CreditRecord,
    InvoiceRecord,
    Record,
    WithdrawalRecord,
    json_schema,
    read,
)
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem

PERSON = "199001012385"
RECIPIENT = {
    "identity_number": PERSON,
    "name": "Cilla Citron",
    "address": ["Gatan 1", "123 45 Orten"],
    "language": "sv",
    "protected_identity": False,
}
ANOTHER = RECIPIENT | {"identity_number": "199001022384", "name": "Nils Nektarin"}
THIRD = "199001032383"
LINE = {"text": "Avgift mars", "service": "childcare", "amount_ore": 30000, "vat_ore": 0}
INVOICE = {
    "record": "invoice",
    "creditor": "municipality",
    "number": "1001",
    "ocr_number": "100164",
    "kind": "childcare",
    "department": "education",
    "our_reference": "Eva Ek",
    "invoice_date": "2025-03-03",
    "due_date": "2025-03-31",
    "recipient": RECIPIENT,
    "lines": [LINE],
    "total_ore": 30000,
    "pdf": "1001.pdf",
}
CREDIT = {
    "record": "credit",
    "creditor": "municipality",
    "number": "9001",
    "credits": "1001",
    "date": "2025-03-10",
    "amount_ore": 10000,
    "reason": "Platsen sades upp",
}
WITHDRAWAL = {
    "record": "withdrawal",
    "creditor": "municipality",
    "withdraws": "1001",
    "date": "2025-03-10",
    "reason": "Fel mottagare",
}


def an_invoice(**changes: Any) -> dict[str, Any]:
    return {**INVOICE, **changes}


def a_recipient(**changes: Any) -> dict[str, Any]:
    return an_invoice(recipient={**RECIPIENT, **changes})


def a_line(**changes: Any) -> dict[str, Any]:
    return an_invoice(lines=[{**LINE, **changes}])


def without(record: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != field}


def a_file(*records: object) -> io.BytesIO:
    lines = [text if isinstance(text, str) else json.dumps(text) for text in records]
    return io.BytesIO("\n".join(lines).encode())


def refusal_of(stream: io.BytesIO) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        list(read(stream, name="march.jsonl"))
    return refused.value


def problems_in(*records: object) -> tuple[Problem, ...]:
    return refusal_of(a_file(*records)).problems


def test_the_three_records_are_read_with_their_lines() -> None:
    records = list(read(a_file(INVOICE, "", CREDIT, WITHDRAWAL), name="march.jsonl"))
    assert [(type(record), record.line) for record in records] == [
        (InvoiceRecord, 1),
        (CreditRecord, 3),
        (WithdrawalRecord, 4),
    ]


def the_invoice(record: dict[str, Any]) -> InvoiceRecord:
    (read_back,) = read(a_file(record), name="march.jsonl")
    assert isinstance(read_back, InvoiceRecord)
    return read_back


def test_an_invoice_keeps_what_it_was_given() -> None:
    given = a_recipient(estate=True) | {
        "marks": ["final_invoice", "e_invoice"],
        "facility": "A-17",
        "co_debtors": [{**ANOTHER, "estate": False, "share": "1/2"}],
    }
    assert the_invoice(given).model_dump(mode="json") == given


def test_an_invoice_need_not_be_marked_nor_concern_a_facility() -> None:
    invoice = the_invoice(INVOICE)
    assert (invoice.marks, invoice.facility, invoice.recipient.estate) == ((), "", False)


def test_an_invoice_may_name_more_who_owe_it() -> None:
    invoice = the_invoice(INVOICE | {"co_debtors": [ANOTHER, ANOTHER | {"identity_number": THIRD}]})
    assert [each.identity_number for each in invoice.co_debtors] == [
        ANOTHER["identity_number"],
        THIRD,
    ]
    assert [each.share_of_it for each in invoice.co_debtors] == [None, None]


@pytest.mark.parametrize(
    ("co_debtors", "field", "allowed"),
    [
        ([RECIPIENT], "co_debtors[1].identity_number", "each who owes it once"),
        ([ANOTHER, ANOTHER], "co_debtors[2].identity_number", "each who owes it once"),
        ([ANOTHER | {"share": "1/1"}], "co_debtors", "a share for each or for none, less than"),
        (
            [ANOTHER | {"share": "1/2"}, ANOTHER | {"identity_number": THIRD}],
            "co_debtors",
            "a share for each or for none, less than 1 in all",
        ),
        ([ANOTHER | {"share": "half"}], "co_debtors[1].share", "a fraction like 1/2"),
        ([without(ANOTHER, "name")], "co_debtors[1].name", "this field"),
    ],
)
def test_those_who_owe_it_too_are_named_once_and_wholly(
    co_debtors: list[dict[str, Any]], field: str, allowed: str
) -> None:
    (problem,) = problems_in(INVOICE | {"co_debtors": co_debtors})
    assert problem.field == field
    assert problem.allowed.startswith(allowed)
    assert PERSON not in f"{problem}"


@pytest.mark.parametrize("field", ["our_reference", "pdf"])
def test_a_field_that_may_be_missing_is_then_none(field: str) -> None:
    assert getattr(the_invoice(without(INVOICE, field)), field) is None


@pytest.mark.parametrize(
    "record",
    [
        a_recipient(address=[]),
        a_recipient(identity_number="212000-0142", language="en", protected_identity=True),
        an_invoice(due_date="2025-03-03"),
        an_invoice(lines=[LINE, {**LINE, "amount_ore": -100, "vat_ore": -20}], total_ore=29900),
        an_invoice(number="A/2025-1"),
    ],
)
def test_what_is_allowed_is_taken(record: dict[str, Any]) -> None:
    assert the_invoice(record).number == record["number"]


def test_an_identity_number_comes_out_in_its_stored_form() -> None:
    record = a_recipient(identity_number="19900101-2385")
    assert the_invoice(record).recipient.identity_number == PERSON


def test_a_byte_order_mark_is_passed_over() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf" + json.dumps(INVOICE).encode())
    assert len(list(read(stream, name="march.jsonl"))) == 1


@pytest.mark.parametrize("field", sorted(set(INVOICE) - {"our_reference", "pdf", "record"}))
def test_every_other_field_of_an_invoice_is_needed(field: str) -> None:
    (problem,) = problems_in(without(INVOICE, field))
    assert (problem.line, problem.field, problem.allowed) == (1, field, "this field")


@pytest.mark.parametrize(
    ("record", "field", "found", "allowed"),
    [
        (an_invoice(total=1), "total", "1", "no field of this name"),
        (an_invoice(number=1001), "number", "1001", "a text"),
        (an_invoice(number=""), "number", "''", "1 to 30 letters"),
        (an_invoice(kind="Child care"), "kind", "'Child care'", "small letters"),
        (an_invoice(our_reference="a\nb"), "our_reference", "'a\\nb'", "a text on one line"),
        (an_invoice(ocr_number="100165"), "ocr_number", "'100165'", "a right check digit"),
        (an_invoice(invoice_date="2025-02-30"), "invoice_date", "'2025-02-30'", "2025-03-31"),
        (an_invoice(invoice_date="3 mars"), "invoice_date", "'3 mars'", "a date like"),
        (an_invoice(due_date=20250331), "due_date", "20250331", "a date like"),
        (an_invoice(due_date="2025-03-02"), "due_date", "2025-03-02", "2025-03-03 or later"),
        (an_invoice(total_ore=300.0), "total_ore", "300.0", "a whole number"),
        (an_invoice(total_ore="30000"), "total_ore", "'30000'", "a whole number"),
        (an_invoice(total_ore=0), "total_ore", "0", "1 or more"),
        (an_invoice(total_ore=30001), "total_ore", "30001", "30000, the sum of the lines"),
        (an_invoice(lines=[]), "lines", "[…]", "at least 1"),
        (an_invoice(lines={}), "lines", "{…}", "a list"),
        (a_line(amount_ore=True), "lines[1].amount_ore", "True", "a whole number"),
        (a_line(vat_ore=30001), "lines[1].vat_ore", "30001", "0 to 30000"),
        (a_line(vat_ore=-1), "lines[1].vat_ore", "-1", "0 to 30000"),
        (a_line(text="x" * 201), "lines[1].text", f"'{'x' * 59}…", "at most 200 characters"),
        (a_recipient(language="no"), "recipient.language", "'no'", "'sv' or 'en'"),
        (a_recipient(protected_identity="no"), "recipient.protected_identity", "'no'", "true or"),
        (a_recipient(address=["x"] * 7), "recipient.address", "[…]", "at most 6"),
        (an_invoice(recipient="Cilla"), "recipient", "'Cilla'", "an object"),
        (an_invoice(pdf="../1001.pdf"), "pdf", "'../1001.pdf'", "without a folder"),
        (an_invoice(pdf="a\\1001.pdf"), "pdf", "'a\\\\1001.pdf'", "without a folder"),
        (an_invoice(pdf="1001.exe"), "pdf", "'1001.exe'", "the name of a PDF"),
        (an_invoice(marks=["Final"]), "marks[1]", "'Final'", "small letters"),
        (an_invoice(facility="-7"), "facility", "'-7'", "at most 40 letters, digits"),
        ({**CREDIT, "amount_ore": -1}, "amount_ore", "-1", "1 or more"),
        ({**WITHDRAWAL, "reason": " "}, "reason", "' '", "a text on one line"),
        ({**INVOICE, "record": "bill"}, "the record", "'bill'", "invoice, credit or withdrawal"),
        (without(INVOICE, "record"), "the record", "–", "a field record"),
        ("[]", "the record", "[…]", "an object"),
        ('{"record": "invoice"', "the record", "EOF while parsing", "a JSON object"),
        ("Infinity", "the record", "inf", "an object"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    record: object, field: str, found: str, allowed: str
) -> None:
    (problem,) = problems_in(record)
    assert (problem.line, problem.field) == (1, field)
    assert found in problem.found
    assert allowed in problem.allowed


def test_every_problem_of_every_line_is_listed() -> None:
    problems = problems_in(
        an_invoice(number=1, total_ore=0),
        INVOICE,
        "nonsense",
        an_invoice(number="1002", due_date="2025-01-01", total_ore=1),
    )
    assert [(problem.line, problem.field) for problem in problems] == [
        (1, "number"),
        (1, "total_ore"),
        (3, "the record"),
        (4, "total_ore"),
        (4, "due_date"),
        (4, "ocr_number"),
    ]


@pytest.mark.parametrize(
    ("records", "field"),
    [
        ((INVOICE, an_invoice(ocr_number="100172")), "number"),
        ((INVOICE, an_invoice(number="1002")), "ocr_number"),
        ((an_invoice(number="9001"), CREDIT), "number"),
        ((WITHDRAWAL, WITHDRAWAL), "withdraws"),
    ],
)
def test_a_number_used_twice_is_refused(records: tuple[object, ...], field: str) -> None:
    (problem,) = problems_in(*records)
    assert (problem.line, problem.field) == (2, field)
    assert "line 1" in problem.allowed


def test_two_creditors_may_use_the_same_number() -> None:
    other = an_invoice(creditor="water_company")
    assert len(list(read(a_file(INVOICE, other), name="march.jsonl"))) == 2


def test_an_empty_file_is_refused() -> None:
    (problem,) = refusal_of(io.BytesIO(b"\n\n")).problems
    assert (problem.line, problem.field) == (0, "the file")


def test_a_line_without_end_is_refused() -> None:
    assert refusal_of(io.BytesIO(b'{"record":' + b" " * 3_000_000)).problems


def test_right_records_are_given_although_others_are_wrong() -> None:
    given: list[Record] = []
    with pytest.raises(FileRefused):
        given.extend(read(a_file("nonsense", INVOICE), name="march.jsonl"))
    stream = read(a_file("nonsense", INVOICE), name="march.jsonl")
    assert next(stream).line == 2


def test_a_long_list_is_cut_and_counted() -> None:
    refused = refusal_of(a_file(*["nonsense"] * (MOST_SHOWN + 5)))
    assert len(refused.problems) == MOST_SHOWN
    assert f"problems found: {MOST_SHOWN + 5}, shown here: {MOST_SHOWN}" in str(refused)


@pytest.mark.parametrize(
    "record",
    [
        a_recipient(identity_number="199001012386"),
        a_recipient(identity_number="19900101-2386"),
        a_recipient(identity_number=199001012385),
        a_recipient(name=199001012385),
        an_invoice(ocr_number="19900101-2385"),
        an_invoice(kind="900101-2385"),
        {**INVOICE, "199001012385": 1},
        {**INVOICE, "record": "199001012385"},
        an_invoice(recipient=["199001012385"]),
    ],
)
def test_a_refusal_never_repeats_a_whole_identity_number(record: dict[str, Any]) -> None:
    refused = refusal_of(a_file(record))
    for text in (str(refused), refused.swedish_text()):
        digits = "".join(filter(str.isdigit, text))
        assert "0101238" not in digits


def test_a_refusal_is_told_in_both_languages() -> None:
    refused = refusal_of(a_file(an_invoice(total_ore=0)))
    assert "line 1: total_ore\n  found:   0\n  allowed: 1 or more" in str(refused)
    assert "rad 1: total_ore\n  fann:    0\n  tillåtet: 1 eller mer" in refused.swedish_text()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(INVOICE)), ANYTHING, min_size=1))
def test_whatever_a_field_holds_the_answer_is_a_record_or_a_refusal(
    changes: dict[str, Any],
) -> None:
    listed = 0
    records: list[Record] = []
    try:
        records = list(read(a_file(an_invoice(**changes)), name="march.jsonl"))
    except FileRefused as refused:
        listed = len(refused.problems)
    assert bool(records) != bool(listed)


def test_the_schema_knows_the_three_records() -> None:
    schema = json_schema()
    assert set(schema["discriminator"]["mapping"]) == {"invoice", "credit", "withdrawal"}
    assert schema["$defs"]["InvoiceRecord"]["additionalProperties"] is False
