"""A file is recognized by what it holds; its name says nothing."""

from pathlib import Path

import pytest

from reskontra.formats.recognize import Format, UnknownFormat, recognize

CAMT = b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.%b"><%b><GrpHdr/></%b></Document>'


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b'{"record": "invoice"}\n', Format.INVOICE_FILE),
        (b'\xef\xbb\xbf\n\n{"record": "credit"}', Format.INVOICE_FILE),
        (b'{"record": "invoice", oops\n', Format.INVOICE_FILE),
        (CAMT % (b"054.001.02", b"BkToCstmrDbtCdtNtfctn", b"BkToCstmrDbtCdtNtfctn"), Format.CAMT),
        (CAMT % (b"053.001.13", b"BkToCstmrStmt", b"BkToCstmrStmt"), Format.CAMT),
        (b'<?xml version="1.0"?><!-- x --><Document><BkToCstmrStmt>', Format.CAMT),
        ("<Document><BkToCstmrStmt/></Document>".encode("utf-16"), Format.CAMT),
    ],
)
def test_a_known_format_is_recognized(content: bytes, format_: Format, tmp_path: Path) -> None:
    path = tmp_path / "anything.txt"
    path.write_bytes(content)
    assert recognize(path) is format_


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"01BGMAX",
        b"{}",
        b'["record"]',
        b'{"other": 1}',
        b"<Document><Other/></Document>",
        b"<Document></Document>",
        b"<html>",
        bytes(range(256)),
    ],
)
def test_any_other_file_is_refused_with_the_formats_that_are_known(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "payments.camt054.xml"
    path.write_bytes(content)
    with pytest.raises(UnknownFormat, match=r"payments\.camt054\.xml.*camt\.054") as refused:
        recognize(path)
    assert "fakturafiler" in refused.value.swedish_text()
