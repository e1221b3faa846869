"""A bank's file whose sums disagree, or that is no such file, is refused at the place."""

from __future__ import annotations

import pytest

from reskontra.formats.camt import BankPayment
from reskontra.formats.problems import FileRefused
from tests.formats.camt_files import (
    ACCT,
    TOTALS,
    a_file,
    a_part,
    an_entry,
    items,
    problem_in,
    the_end,
)

BATCH = "<Btch><NbOfTxs>{}</NbOfTxs><TtlAmt Ccy='SEK'>{}</TtlAmt></Btch>"
CREDITS = (
    "<TxsSummry><TtlCdtNtries><NbOfNtries>{}</NbOfNtries><Sum>{}</Sum></TtlCdtNtries></TxsSummry>"
)
DEBITS = CREDITS.replace("Cdt", "Dbt")
NET_V02 = (
    "<TxsSummry><TtlNtries><TtlNetNtryAmt>{}</TtlNetNtryAmt><CdtDbtInd>{}</CdtDbtInd></TtlNtries>"
    "</TxsSummry>"
)
NET_V08 = (
    "<TxsSummry><TtlNtries><TtlNetNtry><Amt>{}</Amt><CdtDbtInd>{}</CdtDbtInd></TtlNetNtry>"
    "</TtlNtries></TxsSummry>"
)
IN_AND_OUT = (an_entry(), an_entry(amount="500.00", direction="DBIT"))


@pytest.mark.parametrize(
    "content",
    [
        a_file(*IN_AND_OUT, header=ACCT + TOTALS.format(2, "800")),
        a_file(*IN_AND_OUT, header=ACCT + CREDITS.format(1, "300.0")),
        a_file(*IN_AND_OUT, header=ACCT + DEBITS.format(1, "500.00")),
        a_file(*IN_AND_OUT, header=ACCT + NET_V02.format("200.00", "DBIT")),
        a_file(*IN_AND_OUT, header=ACCT + NET_V08.format("200.00", "DBIT")),
        a_file(an_entry(a_part("100.00"), a_part("200.00"), batch=BATCH.format(2, "300"))),
        a_file(an_entry(batch=BATCH.format(7, "300"))),
    ],
)
def test_sums_that_agree_are_accepted(content: bytes) -> None:
    assert the_end(content).count > 0


@pytest.mark.parametrize(
    ("content", "field", "found", "allowed"),
    [
        (
            a_file(an_entry(a_part("100.00"), a_part("150.00"))),
            "Ntry/Amt",
            "300.00",
            "250.00, the sum of its 2 parts",
        ),
        (
            a_file(an_entry(a_part("100.00"), a_part())),
            "TxDtls",
            "1 amounts",
            "2, one for each part",
        ),
        (
            a_file(an_entry(), header=ACCT + TOTALS.format(2, "300.00")),
            "TxsSummry/TtlNtries/NbOfNtries",
            "2",
            "1, the entries counted",
        ),
        (
            a_file(an_entry(), header=ACCT + TOTALS.format(1, "300.01")),
            "TxsSummry/TtlNtries/Sum",
            "300.01",
            "300.00, the entries' sum",
        ),
        (
            a_file(*IN_AND_OUT, header=ACCT + CREDITS.format(1, "800.00")),
            "TxsSummry/TtlCdtNtries/Sum",
            "800.00",
            "300.00, the entries' sum",
        ),
        (
            a_file(*IN_AND_OUT, header=ACCT + NET_V08.format("200.00", "CRDT")),
            "TxsSummry/TtlNtries/TtlNetNtry",
            "200.00",
            "-200.00, credits less debits",
        ),
        (
            a_file(an_entry(a_part("300.00"), batch=BATCH.format(2, "300"))),
            "Btch/NbOfTxs",
            "2",
            "1, the number of TxDtls",
        ),
        (
            a_file(an_entry(a_part("300.00"), batch=BATCH.format(1, "301"))),
            "Btch/TtlAmt",
            "301.00",
            "300.00, their sum",
        ),
    ],
)
def test_sums_that_do_not_agree_are_refused(
    content: bytes, field: str, found: str, allowed: str
) -> None:
    assert problem_in(content) == (field, found, allowed)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (a_file(an_entry(currency="EUR")), "Ntry/Amt"),
        (a_file(an_entry(amount="300.001")), "Amt"),
        (a_file(an_entry(amount="-300.00")), "Amt"),
        (a_file(an_entry(amount="3e2")), "Amt"),
        (a_file(an_entry(direction="IN")), "CdtDbtInd"),
        (a_file(an_entry(status="")), "Ntry/Sts"),
        (a_file(an_entry(dates="<BookgDt><Dt>10 mars</Dt></BookgDt>")), "a date in Ntry"),
        (a_file(an_entry(), header=""), "Acct/Id"),
        (a_file(an_entry(*[a_part()] * 1_001)), "TxDtls"),
        (a_file(an_entry())[:-20], "XML"),
        (b"", "XML"),
        (b"not xml", "XML"),
        (b"<a/>", "Ntfctn or Stmt"),
        (b"<Document><TxDtls/></Document>", "TxDtls"),
        (a_file(beginning="<!DOCTYPE Document>"), "DOCTYPE"),
        (a_file(beginning='<!DOCTYPE d [<!ENTITY e "x">]>'), "DOCTYPE"),
    ],
)
def test_what_is_not_a_right_camt_file_is_refused(content: bytes, field: str) -> None:
    assert problem_in(content)[0] == field


def test_another_currency_can_be_asked_for() -> None:
    (payment, _) = items(a_file(an_entry(currency="EUR")), currency="EUR")
    assert isinstance(payment, BankPayment)
    assert payment.amount_ore == 300_00


def test_a_refusal_names_file_and_line_in_both_languages() -> None:
    content = a_file(an_entry(), "\n\n", an_entry(direction="IN"))
    with pytest.raises(FileRefused) as refused:
        items(content)
    assert "march.xml" in str(refused.value)
    assert "line 3: CdtDbtInd" in str(refused.value)
    assert "rad 3: CdtDbtInd" in refused.value.swedish_text()
