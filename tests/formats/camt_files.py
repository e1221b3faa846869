"""The camt files of these tests, built from their parts: no bank's file is copied."""

from __future__ import annotations

import io
from datetime import date

import pytest

from reskontra.formats.camt import AccountEnd, BankAccount, BankPayment, read
from reskontra.formats.problems import FileRefused

DAY = date(2026, 3, 10)
ACCOUNT = BankAccount(scheme="BGNR", number="9876541")
ACCT = "<Acct><Id><Othr><Id>987-6541</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id></Acct>"
TOTALS = "<TxsSummry><TtlNtries><NbOfNtries>{}</NbOfNtries><Sum>{}</Sum></TtlNtries></TxsSummry>"


def a_file(
    *entries: str,
    header: str = ACCT,
    version: str = "054.001.02",
    names: tuple[str, str] = ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    beginning: str = "",
) -> bytes:
    message, report = names
    return (
        f'{beginning}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{version}"><{message}>'
        "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-11T06:00:00</CreDtTm></GrpHdr>"
        f"<{report}><Id>N1</Id>{header}{''.join(entries)}</{report}></{message}></Document>"
    ).encode()


def an_entry(
    *parts: str,
    amount: str = "300.00",
    currency: str = "SEK",
    direction: str = "CRDT",
    status: str = "BOOK",
    dates: str = "<BookgDt><Dt>2026-03-10</Dt></BookgDt>",
    bank_reference: str = "<AcctSvcrRef>B1</AcctSvcrRef>",
    more: str = "",
    batch: str = "",
) -> str:
    details = f"<NtryDtls>{batch}{''.join(parts)}</NtryDtls>" if parts or batch else ""
    return (
        f'<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{more}'
        f"<Sts>{status}</Sts>{dates}{bank_reference}{details}</Ntry>"
    )


def a_part(amount: str = "", inside: str = "", currency: str = "SEK") -> str:
    money = f'<AmtDtls><TxAmt><Amt Ccy="{currency}">{amount}</Amt></TxAmt></AmtDtls>'
    return f"<TxDtls>{money if amount else ''}{inside}</TxDtls>"


def a_reference(number: str, amounts: str = "") -> str:
    referred = f"<RfrdDocAmt>{amounts}</RfrdDocAmt>" if amounts else ""
    return f"<Strd>{referred}<CdtrRefInf><Ref>{number}</Ref></CdtrRefInf></Strd>"


def remittance(*inside: str) -> str:
    return f"<RmtInf>{''.join(inside)}</RmtInf>"


def items(content: bytes, currency: str = "SEK") -> list[BankPayment | AccountEnd]:
    return list(read(io.BytesIO(content), name="march.xml", currency=currency))


def payments(content: bytes) -> list[BankPayment]:
    return [item for item in items(content) if isinstance(item, BankPayment)]


def the_end(content: bytes) -> AccountEnd:
    (end,) = [item for item in items(content) if isinstance(item, AccountEnd)]
    return end


def problem_in(content: bytes) -> tuple[str, str, str]:
    with pytest.raises(FileRefused) as refused:
        items(content)
    (problem,) = refused.value.problems
    return problem.field, problem.found, problem.allowed
