"""Writes camt.054 files: for tests, the demo and measurements. A bank writes the real ones.

    write(stream, message_id="M1", account=BankAccount(scheme="BGNR", number="9876541"),
          day=date(2026, 3, 10), payments=(PaymentToWrite(amount_ore=30000, ...),))

The one rule: what is written is valid against the ISO 20022 schema of its version, and is read
back the same by `camt.read`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import BinaryIO
from xml.sax.saxutils import escape

from reskontra.domain.money import decimal_text
from reskontra.formats.camt_values import GIRO_SCHEMES, BankAccount


class CamtVersion(StrEnum):
    """The versions of camt.054.001 that can be written."""

    V02 = "02"
    V08 = "08"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentToWrite:
    """One payment, booked on the file's day; öre above zero. An empty field is left out."""

    amount_ore: int
    reference: str = ""
    text: str = ""
    payer_name: str = ""
    value_date: date
    bank_reference: str = ""
    reversal: bool = False


def write(
    stream: BinaryIO,
    *,
    message_id: str,
    account: BankAccount,
    day: date,
    payments: Collection[PaymentToWrite],
    version: CamtVersion = CamtVersion.V02,
) -> None:
    """Write one account's notification for `day`, with its totals; `payments` may be empty.

    `payments` is gone through twice and never held, so a collection that makes them is enough.
    """
    stream.write(_head(message_id, account, day, payments, version).encode())
    for payment in payments:
        stream.write(_entry(payment, day, version).encode())
    stream.write(b"</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n")


def _head(
    message_id: str,
    account: BankAccount,
    day: date,
    payments: Collection[PaymentToWrite],
    version: CamtVersion,
) -> str:
    total_ore = sum(payment.amount_ore for payment in payments)
    made = f"<CreDtTm>{day}T23:59:59</CreDtTm>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.{version.value}">'
        f"<BkToCstmrDbtCdtNtfctn><GrpHdr>{_tag('MsgId', message_id)}{made}</GrpHdr>\n"
        f"<Ntfctn>{_tag('Id', message_id)}{made}"
        f"<FrToDt><FrDtTm>{day}T00:00:00</FrDtTm><ToDtTm>{day}T23:59:59</ToDtTm></FrToDt>"
        f"<Acct><Id>{_account(account)}</Id></Acct>"
        f"<TxsSummry><TtlNtries><NbOfNtries>{len(payments)}</NbOfNtries>"
        f"<Sum>{decimal_text(total_ore)}</Sum></TtlNtries></TxsSummry>\n"
    )


def _account(account: BankAccount) -> str:
    if account.scheme == "IBAN":
        return _tag("IBAN", account.number)
    kind = "Prtry" if account.scheme in GIRO_SCHEMES else "Cd"
    scheme = f"<SchmeNm>{_tag(kind, account.scheme)}</SchmeNm>"
    return f"<Othr>{_tag('Id', account.number)}{scheme}</Othr>"


def _entry(payment: PaymentToWrite, day: date, version: CamtVersion) -> str:
    direction = _tag("CdtDbtInd", "DBIT" if payment.reversal else "CRDT")
    amount = f'<Amt Ccy="SEK">{decimal_text(payment.amount_ore)}</Amt>'
    status = "BOOK" if version is CamtVersion.V02 else "<Cd>BOOK</Cd>"
    return (
        f"<Ntry>{amount}{direction}"
        f"{'<RvslInd>true</RvslInd>' if payment.reversal else ''}<Sts>{status}</Sts>"
        f"<BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{payment.value_date}</Dt></ValDt>"
        f"{_tag('AcctSvcrRef', payment.bank_reference)}"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn>"
        f"</BkTxCd><NtryDtls><TxDtls>{_details(payment, amount, direction, version)}"
        "</TxDtls></NtryDtls></Ntry>\n"
    )


def _details(payment: PaymentToWrite, amount: str, direction: str, version: CamtVersion) -> str:
    name = _tag("Nm", payment.payer_name)
    if version is CamtVersion.V02:
        money = f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>"
    else:
        money = amount + direction
        name = f"<Pty>{name}</Pty>"
    parties = f"<RltdPties><Dbtr>{name}</Dbtr></RltdPties>" if payment.payer_name else ""
    text = _tag("Ustrd", payment.text)
    if payment.reference:
        text += f"<Strd><CdtrRefInf>{_tag('Ref', payment.reference)}</CdtrRefInf></Strd>"
    return money + parties + (f"<RmtInf>{text}</RmtInf>" if text else "")


def _tag(name: str, text: str) -> str:
    """The element, or nothing when it would be empty."""
    return f"<{name}>{escape(text)}</{name}>" if text else ""
