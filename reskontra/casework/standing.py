"""How a party's claims stand, to be compared: before a decision, and after it.

    standings(cursor, party=4, invoices=[17], policy=policy, today=today)
    -> (Standing(number="1004", balance=…, statuses=…, holds=…, coming=…, letters=…),)

Reads only. Rates that the law has not set yet are taken to stay as they are. The one rule: what is
shown is read from the rows by the same functions that the night goes by.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.assumed import assumed
from reskontra.domain.claim import Claim, Hold, Status
from reskontra.domain.ledger import Balance
from reskontra.domain.projection import to_come
from reskontra.domain.representing import readers
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.status import statuses
from reskontra.domain.texts import Texts
from reskontra.records import as_of, letters_leaving, representatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A step to come if nothing is paid. Cost in öre."""

    step: str
    label: Texts
    day: date | None
    pay_by: date | None
    fee_ore: int
    stopped_by: tuple[str, ...]
    awaits_report: bool = False
    """Somebody else performs it, and tells us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A letter that has not left yet, and whether it will."""

    letter: int
    template: str
    day: date
    stopped: bool


@dataclass(frozen=True, slots=True)
class Standin:
    """Somebody who stands for the party."""

    name: str
    kind: str
    instead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One claim on one day. Amounts in öre."""

    invoice: int
    number: str
    creditor: str
    due_date: date
    balance: Balance
    asked_ore: int
    """What is asked for now: a part that is disputed is left out."""
    overpaid_ore: int
    statuses: tuple[Status, ...]
    holds: tuple[Hold, ...]
    """Those in force, and those to come."""
    coming: tuple[Coming, ...]
    letters: tuple[Leaving, ...]
    readers: tuple[Standin, ...] = ()
    """Who gets letters to the party that is asked about, besides or instead of it, today."""


def standings(
    cursor: CursorWrapper, *, party: int, invoices: Collection[int], policy: Policy, today: date
) -> tuple[Standing, ...]:
    """These invoices and all that the party still owes, in order of invoice id."""
    lasting, _ = assumed(policy, until=date.max)
    wanted = as_of.Wanted(
        "(s.party_id = %s OR s.invoice_id = ANY (ARRAY("
        "SELECT invoice_id FROM invoice_debtor WHERE party_id = %s)))"
        " AND (s.open_ore > 0 OR s.invoice_id = ANY(%s))",
        (party, party, list(invoices)),
        asking(policy),
    )
    claims = [each.claim for each in as_of.load(cursor, wanted)]
    leaving = _leaving(cursor, [claim.key for claim in claims], today)
    standins = _readers(cursor, party, today)
    found = (_standing(each, leaving.get(each.key, ()), lasting, today) for each in claims)
    return tuple(replace(each, readers=standins) for each in found)


def _readers(cursor: CursorWrapper, party: int, today: date) -> tuple[Standin, ...]:
    registered = {each.held.key: each for each in representatives.registered(cursor, [party])}
    now = readers([each.held for each in registered.values()], day=today)
    return tuple(Standin(registered[it.key].name, it.kind, it.instead) for it in now)


def _standing(claim: Claim, leaving: tuple[Leaving, ...], policy: Policy, today: date) -> Standing:
    ruled = under_rules(claim, policy, today=today)
    return Standing(
        invoice=claim.key,
        number=claim.number,
        creditor=claim.creditor,
        due_date=ruled.claim.due_date,
        balance=claim.sums.balance,
        asked_ore=ruled.claim.open_ore,
        overpaid_ore=claim.sums.overpaid_ore,
        statuses=statuses(ruled.claim, today=today),
        holds=tuple(each for each in ruled.claim.holds if not _over(each, today)),
        coming=tuple(
            Coming(
                step=each.step.name,
                label=each.step.label,
                day=each.day,
                pay_by=each.pay_by,
                fee_ore=each.fee_ore,
                stopped_by=each.stopped_by,
                awaits_report=each.awaits_report,
            )
            for each in to_come(ruled.claim, ruled.procedure, today)
        ),
        letters=leaving,
    )


def _over(hold: Hold, today: date) -> bool:
    return hold.last_day is not None and hold.last_day < today


def _leaving(
    cursor: CursorWrapper, invoices: list[int], today: date
) -> dict[int, tuple[Leaving, ...]]:
    found: dict[int, tuple[Leaving, ...]] = {}
    for letter in letters_leaving.about(cursor, invoices, until=today):
        said = Leaving(
            letter=letter.letter,
            template=letter.template,
            day=letter.day,
            stopped=letter.paid_meanwhile,
        )
        for invoice in letter.invoices:
            found[invoice] = (*found.get(invoice, ()), said)
    return found
