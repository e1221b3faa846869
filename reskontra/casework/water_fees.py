"""Fees by the water tariff: entered when the work is done, each once, and paid by what lies ready.

    charge(cursor, visited, order, FeeKind.RECONNECTION, policy=policy, today=today)

The one rule: a fee goes on the oldest of the claims that the water was closed for, and never on a
claim that has no charge for water.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework.water_sites import Visited
from reskontra.domain.ledger import LedgerAccount
from reskontra.domain.reconnection import fee_by_tariff
from reskontra.domain.rules import Part, Policy
from reskontra.domain.water_work import FeeKind
from reskontra.records import claim_states, money_waiting, parties, water_work
from reskontra.records.placing import Placing
from reskontra.records.post import Occasion, fee, moved_out, post
from reskontra.records.water_work import Charged, Order

FEE_FIRST = (Part.FEE, Part.INTEREST, Part.PRINCIPAL)


def charge(
    cursor: CursorWrapper,
    visited: Visited,
    order: Order,
    kind: FeeKind,
    *,
    policy: Policy,
    today: date,
    claims: Sequence[int] = (),
) -> int:
    """Enter the fee, in öre; 0 when the tariff has none, or the order has had it already."""
    found = fee_by_tariff(visited.site, kind, today)
    bearing = _bears(visited, tuple(claims) or tuple(order.claims))
    if found is None or found[0] == 0 or bearing is None:
        return 0
    amount_ore, tariff_from = found
    served = visited.site.premises.served_on(today)
    assert served is not None
    charged = Charged(
        kind=kind,
        invoice=bearing,
        amount_ore=amount_ore,
        tariff=served.tariff,
        tariff_from=tariff_from,
        day=today,
    )
    claim_states.lock(cursor, [bearing])
    if not water_work.add_fee(cursor, order.key, charged):
        return 0
    code = visited.place.creditor
    occasion = Occasion(
        creditor=parties.creditors(cursor, [code])[code],
        value_date=today,
        booking_date=today,
        cause=f"tariff {served.tariff} {tariff_from}: {kind.value}",
    )
    post(cursor, [fee(occasion, amount_ore=amount_ore, invoice=bearing)])
    claim_states.move(cursor, {bearing: claim_states.Change(amount_ore, today)})
    if policy.creditors[code].asks_party:
        claim_states.look_at_parties_of(cursor, [bearing], creditor=occasion.creditor, on=today)
    _pay_by_what_lies_ready(cursor, occasion, bearing, tuple(claims) or tuple(order.claims))
    return amount_ore


def _bears(visited: Visited, claims: Sequence[int]) -> int | None:
    """The oldest of the claims that has a charge for water."""
    services = visited.rules.services
    mine = [each for each in visited.site.claims if each.key in claims and each.services & services]
    oldest = min(mine, key=lambda each: (each.due_date, each.key), default=None)
    return None if oldest is None else oldest.key


def _pay_by_what_lies_ready(
    cursor: CursorWrapper, occasion: Occasion, bearing: int, claims: Sequence[int]
) -> None:
    """What was paid for the work before it was done pays its fee now."""
    for each in money_waiting.overpaid_on(cursor, list(claims)):
        placing = Placing.on(cursor, {bearing})
        due_ore = placing.claims[bearing].balance.total_ore
        used_ore = min(each.free_ore, due_ore)
        if used_ore <= 0:
            continue
        post(cursor, [moved_out(occasion, amount_ore=used_ore, invoice=each.invoice)])
        placing.place(occasion, bearing, used_ore, order=FEE_FIRST, money=LedgerAccount.UNMATCHED)
        placing.post(cursor, {bearing: occasion.booking_date})
