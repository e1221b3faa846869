"""Money is placed on claims: the parts in their order, and what was written off owed again.

    placing = Placing.on(cursor, {17})
    placing.place(occasion, 17, 30_000, order=order)   -> öre that no part took
    placing.post(cursor, looks={17: date(2025, 4, 10)})

The one rule: the claims are kept from others from the first look at them until all is booked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.allocation import allocate, owed_again
from reskontra.domain.ledger import Balance, LedgerAccount
from reskontra.domain.rules import Part
from reskontra.records import claim_states, payments
from reskontra.records.claim_states import Change
from reskontra.records.payments import OpenClaim
from reskontra.records.post import NewEntry, Occasion, overpaid, paid, post, recovered


@dataclass(slots=True, kw_only=True)
class Placing:
    """Some claims, what is left of each by now, and what is to be booked. Amounts in öre."""

    claims: dict[int, OpenClaim]
    left: dict[int, Balance]
    written_off: dict[int, Balance]
    entries: list[NewEntry] = field(default_factory=list)
    moved: Counter[int] = field(default_factory=Counter)

    @classmethod
    def on(cls, cursor: CursorWrapper, invoices: Collection[int]) -> Placing:
        """These claims, kept from others until the transaction ends."""
        claims = payments.lock_claims(cursor, invoices)
        return cls(
            claims=claims,
            left={key: claim.balance for key, claim in claims.items()},
            written_off={key: claim.written_off for key, claim in claims.items()},
        )

    def place(
        self,
        occasion: Occasion,
        invoice: int,
        amount_ore: int,
        *,
        order: Sequence[Part],
        money: LedgerAccount = LedgerAccount.BANK,
    ) -> int:
        """Pay the claim with money from that ledger account; what no part took."""
        again = owed_again(
            amount_ore=amount_ore,
            balance=self.left[invoice],
            written_off=self.written_off[invoice],
            order=order,
        )
        for part, share_ore in again:
            entry = recovered(occasion, part=part, amount_ore=share_ore, invoice=invoice)
            self.entries.append(entry)
            self.left[invoice] = self.left[invoice].more(part, share_ore)
            self.written_off[invoice] = self.written_off[invoice].less(part, share_ore)
            self.moved[invoice] += share_ore
        shares = allocate(amount_ore=amount_ore, balance=self.left[invoice], order=order)
        for part, share_ore in shares.parts:
            self.entries.append(
                paid(occasion, part=part, amount_ore=share_ore, invoice=invoice, money=money)
            )
            self.left[invoice] = self.left[invoice].less(part, share_ore)
            self.moved[invoice] -= share_ore
        return shares.over_ore

    def keep(
        self,
        occasion: Occasion,
        invoice: int,
        amount_ore: int,
        *,
        money: LedgerAccount = LedgerAccount.BANK,
    ) -> None:
        """Keep money on the claim that it does not owe: it is the payer's."""
        self.entries.append(overpaid(occasion, amount_ore=amount_ore, invoice=invoice, money=money))

    def post(self, cursor: CursorWrapper, looks: Mapping[int, date | None]) -> None:
        """Book everything; `looks` are the claims that money was for, and when to look at them."""
        post(cursor, self.entries)
        changes = {key: Change(self.moved[key], look) for key, look in looks.items()}
        claim_states.move(cursor, changes)
