"""Where in a camt file the reader is: the message, its account, that account's entry, its parts.

    Ntfctn                account opened by its first entry, ended with its own end
      Ntry 100.00         entry opened by its first part, ended with its own end
        NtryDtls
          TxDtls 60.00    given at once: it has an amount of its own
          TxDtls 40.00
      Ntry 300.00
        NtryDtls
          TxDtls          given at the end of Ntry: the amount is the entry's

The one rule: an element is forgotten when it has been read, so memory is bounded by one payment.
An entry of several parts without amounts is one payment, with all their references.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from lxml import etree
from lxml.etree import _Element as Element

from reskontra.formats.camt_elements import Elements, Part, bank_account, moment, texts_of
from reskontra.formats.camt_paths import Fields
from reskontra.formats.camt_sums import DIRECTIONS, AccountSums, Disagreement, EntrySums
from reskontra.formats.camt_values import AccountEnd, BankAccount, BankPayment

ELEMENTS = ("GrpHdr", "Btch", "TxDtls", "NtryDtls", "Ntry", "Ntfctn", "Stmt")
"""The elements whose ends `Reader` takes."""

Item = BankPayment | AccountEnd | None
Action = Callable[[Element], Item]

# PAID is how Kivra says BOOK. Pending (PDNG) and informative (INFO) entries are not money yet.
_BOOKED = frozenset({"BOOK", "PAID"})
_MOST_PARTS_WITHOUT_AMOUNT = 1_000


@dataclass(slots=True, kw_only=True)
class _Entry:
    """The entry that is being read."""

    booked: bool
    sign: int
    booking_date: date
    value_date: date
    texts: tuple[str, ...]
    key: str
    sums: EntrySums
    unpriced: list[Part] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Account:
    """The account that is being read."""

    id: str
    account: BankAccount
    stated: Fields
    latest_date: date | None = None
    entries: int = 0
    count: int = 0
    total_ore: int = 0
    sums: AccountSums = field(default_factory=AccountSums)


class Reader:
    """Takes the elements of one file in order, and gives what each of them completes."""

    def __init__(self, *, name: str, currency: str, first: Element) -> None:
        """Begin the file called `name`, at its `first` element, counting money in `currency`."""
        namespace = etree.QName(first).namespace
        prefix = f"{{{namespace}}}" if namespace else ""
        self.accounts = 0
        self._elements = Elements(name=name, currency=currency, prefix=prefix)
        self._entry_tag = f"{prefix}Ntry"
        self._account_tags = (f"{prefix}Ntfctn", f"{prefix}Stmt")
        self._message: Fields = {}
        self._account: _Account | None = None
        self._entry: _Entry | None = None
        # How often each bank reference has been seen in an account: some banks repeat them.
        self._seen: dict[BankAccount, dict[str, int]] = {}
        self.actions = self._actions(prefix)
        """What to do at the end of each element, by its name."""
        if doctype := first.getroottree().docinfo.doctype:
            self._elements.refuse(
                first,
                field="DOCTYPE",
                found=doctype,
                allowed="no document type",
                swedish="ingen dokumenttyp",
            )

    def _actions(self, prefix: str) -> dict[object, Action]:
        actions = (
            self._take_message,
            self._take_batch,
            self._take_part,
            self._end_parts,
            self._end_entry,
            self._end_account,
            self._end_account,
        )
        return {prefix + name: action for name, action in zip(ELEMENTS, actions, strict=True)}

    def _take_message(self, element: Element) -> Item:
        self._message = self._elements.collect(element, self._elements.paths.message)
        return None

    def _take_batch(self, element: Element) -> Item:
        entry = self._entry or self._open_entry(element)
        entry.sums.batch = self._elements.collect(element, self._elements.paths.batch)
        return None

    def _take_part(self, element: Element) -> Item:
        entry = self._entry or self._open_entry(element)
        payment = self._part_payment(element, entry) if entry.booked else None
        _forget(element)
        return payment

    def _end_parts(self, element: Element) -> Item:
        entry = self._entry or self._open_entry(element)
        self._agree(element, entry.sums.end_batch())
        _forget(element)
        return None

    def _end_entry(self, element: Element) -> Item:
        entry = self._entry or self._open_entry(element)
        self._agree(element, entry.sums.end())
        payment = self._entry_payment(entry) if entry.booked else None
        self._entry = None
        _forget(element)
        return payment

    def _end_account(self, element: Element) -> Item:
        account = self._account or self._open_account(element)
        self._agree(element, account.sums.end(account.stated))
        end = AccountEnd(
            notification_id=account.id,
            account=account.account,
            day=self._day(element, account),
            count=account.count,
            total_ore=account.total_ore,
            message_id=self._message.get("message_id", ""),
        )
        self._account = None
        self.accounts += 1
        _forget(element)
        return end

    def _open_account(self, element: Element) -> _Account:
        """Read the account's header, which stands before its entries."""
        stated = self._elements.collect(element, self._elements.paths.report)
        if iban := stated.get("iban"):
            scheme, number = "IBAN", iban
        else:
            scheme, number = stated.get("scheme", "OTHER"), stated.get("number", "")
        if not number:
            self._elements.refuse(
                element,
                field="Acct/Id",
                found="–",
                allowed="an account number",
                swedish="ett kontonummer",
            )
        self._account = _Account(
            id=stated.get("id", ""), account=bank_account(scheme, number), stated=stated
        )
        return self._account

    def _open_entry(self, element: Element) -> _Entry:
        """Read the entry's header, which stands before its parts."""
        node = _upward(element, self._entry_tag)
        above = None if node is None else _upward(node, *self._account_tags)
        if node is None or above is None:
            self._elements.refuse(
                element,
                field=etree.QName(element).localname,
                found="an element outside its account",
                allowed="Ntry in Ntfctn or Stmt",
                swedish="Ntry i Ntfctn eller Stmt",
            )
        account = self._account or self._open_account(above)
        account.entries += 1
        fields = self._elements.collect(node, self._elements.paths.entry)
        sign = self._sign(node, fields)
        signed_ore = sign * self._amount(node, fields)
        account.sums.add(signed_ore)
        booking_date, value_date = self._entry_dates(node, account, fields)
        self._entry = _Entry(
            booked=self._status(node, fields) in _BOOKED,
            sign=sign,
            booking_date=booking_date,
            value_date=value_date,
            texts=texts_of(fields),
            key=self._key(account, fields.get("bank_reference", "")),
            sums=EntrySums(signed_ore=signed_ore),
        )
        return self._entry

    def _sign(self, node: Element, fields: Fields) -> int:
        """CRDT is money in, DBIT money out.

        RvslInd does not turn it: by ISO 20022 a reversed debit is a CRDT, and is money in.
        """
        direction = fields.get("direction", "–")
        if direction not in DIRECTIONS:
            self._elements.refuse(
                node,
                field="CdtDbtInd",
                found=direction,
                allowed="CRDT or DBIT",
                swedish="CRDT eller DBIT",
            )
        return DIRECTIONS[direction]

    def _amount(self, node: Element, fields: Fields) -> int:
        amount_ore = fields.get("amount")
        if not isinstance(amount_ore, int):
            found = node.find("{*}Amt")
            self._elements.refuse(
                node,
                field="Ntry/Amt",
                found="–" if found is None else f"{found.text} {found.get('Ccy')}",
                allowed=f"an amount in {self._elements.currency}",
                swedish=f"ett belopp i {self._elements.currency}",
            )
        return amount_ore

    def _status(self, node: Element, fields: Fields) -> str:
        status = fields.get("status")
        if not isinstance(status, str):
            self._elements.refuse(
                node,
                field="Ntry/Sts",
                found="–",
                allowed="BOOK, PDNG or INFO",
                swedish="BOOK, PDNG eller INFO",
            )
        return status

    def _entry_dates(self, node: Element, account: _Account, fields: Fields) -> tuple[date, date]:
        """Booking date and value date, each standing in for the other when one is missing."""
        booked, valued = fields.get("booking_date"), fields.get("value_date")
        if not booked and not valued:
            booked = account.stated.get("created") or self._message.get("created")
        booking_date = self._elements.date_of(node, booked or valued)
        if account.latest_date is None or booking_date > account.latest_date:
            account.latest_date = booking_date
        return booking_date, self._elements.date_of(node, valued or booked)

    def _key(self, account: _Account, bank_reference: str) -> str:
        if not bank_reference:
            return f"{self._message.get('message_id', '')}/{account.id}/{account.entries}"
        seen = self._seen.setdefault(account.account, {})
        times = seen[bank_reference] = seen.get(bank_reference, 0) + 1
        return bank_reference if times == 1 else f"{bank_reference}#{times}"

    def _part_payment(self, element: Element, entry: _Entry) -> BankPayment | None:
        fields = self._elements.collect(element, self._elements.paths.part)
        sign = self._sign(element, fields) if "direction" in fields else entry.sign
        amount_ore = fields.get("amount")
        entry.sums.add(None if amount_ore is None else sign * amount_ore)
        part = self._elements.part(fields)
        if amount_ore is not None:
            return self._payment(entry, part, signed_ore=sign * amount_ore)
        entry.unpriced.append(part)
        if len(entry.unpriced) > _MOST_PARTS_WITHOUT_AMOUNT:
            self._elements.refuse(
                element,
                field="TxDtls",
                found=f"more than {_MOST_PARTS_WITHOUT_AMOUNT} parts without an amount",
                allowed="an amount for each part",
                swedish="ett belopp för varje del",
            )
        return None

    def _entry_payment(self, entry: _Entry) -> BankPayment | None:
        """The payment that an entry is when none of its parts has an amount of its own."""
        if entry.sums.priced:
            return None
        parts = entry.unpriced or [Part(texts=entry.texts)]
        whole = Part(
            references=tuple(each for part in parts for each in part.references),
            texts=tuple(each for part in parts for each in part.texts),
            payer_name=parts[0].payer_name,
            paid_to=parts[0].paid_to,
        )
        entry.sums.parts = 1
        return self._payment(entry, whole, signed_ore=entry.sums.signed_ore)

    def _payment(self, entry: _Entry, part: Part, *, signed_ore: int) -> BankPayment | None:
        account = self._account
        # A payment of nothing moves nothing: it counts in the sums and is not given.
        if account is None or not signed_ore:
            return None
        account.count += 1
        account.total_ore += signed_ore
        return BankPayment(
            account=account.account,
            paid_to=part.paid_to or account.account,
            amount_ore=abs(signed_ore),
            reversal=signed_ore < 0,
            booking_date=entry.booking_date,
            value_date=entry.value_date,
            references=part.references,
            texts=part.texts,
            payer_name=part.payer_name,
            bank_reference=f"{entry.key}/{entry.sums.parts}",
            message_id=self._message.get("message_id", ""),
        )

    def _day(self, element: Element, account: _Account) -> date:
        """The last day covered: by the header, else by the entries, else by the file's making."""
        stated = account.stated
        if last_at := stated.get("last_at"):
            day = self._elements.date_of(element, last_at)
            first_at = stated.get("first_at")
            # An end at midnight belongs to the day before: saying less is safe, for a day whose
            # payments are not all in must not pass as complete.
            if (
                moment(last_at).time() == time.min
                and first_at
                and self._elements.date_of(element, first_at) < day
            ):
                return day - timedelta(days=1)
            return day
        created = stated.get("created") or self._message.get("created")
        return account.latest_date or self._elements.date_of(element, created)

    def _agree(self, element: Element, disagreement: Disagreement | None) -> None:
        if disagreement is not None:
            self._elements.refuse(
                element,
                field=disagreement.field,
                found=disagreement.found,
                allowed=disagreement.right,
                swedish=disagreement.right_swedish,
            )


def _upward(start: Element, *tags: str) -> Element | None:
    """The element itself or the nearest one around it with one of `tags`; None without any."""
    element: Element | None = start
    while element is not None and element.tag not in tags:
        element = element.getparent()
    return element


def _forget(element: Element) -> None:
    """Free an element and those before it: this bounds the memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
