"""What the rows of a claim add up to, and that whatever is booked the books balance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.ledger import RECEIVABLE_OF, Balance, Entry, EntryKind, LedgerAccount, sums
from tests.domain.claims import DUE, REMINDED, an_entry, billed, fee, given_up, paid, taken_back

PARTS = frozenset(account.value for account in RECEIVABLE_OF.values())


def moves_between_parts(entry: Entry) -> bool:
    """No shape of entry moves an amount from one part of a claim to another."""
    return {entry.debit, entry.credit} <= PARTS


ROWS = st.lists(
    st.builds(
        an_entry,
        st.sampled_from(EntryKind),
        st.sampled_from(LedgerAccount),
        st.sampled_from(LedgerAccount),
        st.integers(1, 1_000_000),
    ).filter(lambda entry: entry.debit != entry.credit and not moves_between_parts(entry))
)


def test_an_unpaid_invoice_is_owed_whole() -> None:
    found = sums([billed(30_000)])
    assert (found.balance, found.billed_ore) == (Balance(30_000), 30_000)
    assert found.last_change is None


def test_a_fee_is_owed_beside_the_principal() -> None:
    found = sums([billed(30_000), fee(6_000)])
    assert found.balance == Balance(30_000, 6_000)
    assert (found.balance.total_ore, found.fee_ore) == (36_000, 6_000)


def test_a_payment_lowers_what_is_left_on_its_value_date() -> None:
    found = sums([billed(30_000), paid(10_000, DUE), paid(5_000, REMINDED)])
    assert (found.balance.total_ore, found.paid_ore) == (15_000, 15_000)
    assert found.last_change == REMINDED


def test_money_above_the_claim_is_no_payment_of_it() -> None:
    found = sums([billed(30_000), paid(30_000), paid(500, on=LedgerAccount.OVERPAID)])
    assert (found.balance.total_ore, found.paid_ore, found.overpaid_ore) == (0, 30_000, 500)


def test_what_the_bank_takes_back_has_not_been_paid() -> None:
    found = sums([billed(30_000), paid(30_000), taken_back(30_000, REMINDED)])
    assert (found.balance.total_ore, found.paid_ore) == (30_000, 0)


def test_a_claim_that_is_written_down_is_owed_as_before() -> None:
    down = an_entry(
        EntryKind.WRITE_DOWN, LedgerAccount.EXPECTED_LOSS, LedgerAccount.WRITTEN_DOWN, 30_000
    )
    assert sums((billed(), down)) == sums((billed(),))


def test_credits_withdrawals_and_write_offs_are_told_apart() -> None:
    found = sums(
        [
            billed(30_000),
            given_up(EntryKind.CREDIT, 1_000),
            given_up(EntryKind.WITHDRAWAL, 2_000),
            given_up(EntryKind.WRITE_OFF, 3_000),
        ]
    )
    assert (found.credited_ore, found.withdrawn_ore, found.written_off_ore) == (
        1_000,
        2_000,
        3_000,
    )
    assert found.balance.total_ore == 24_000


def test_a_credit_of_what_was_paid_is_the_payers() -> None:
    back = an_entry(EntryKind.CREDIT, LedgerAccount.CREDITED, LedgerAccount.OVERPAID, 1_000)
    found = sums([billed(30_000), paid(30_000), back])
    assert (found.credited_ore, found.overpaid_ore, found.balance.total_ore) == (1_000, 1_000, 0)


@given(rows=ROWS)
def test_debit_and_credit_are_always_equal(rows: list[Entry]) -> None:
    left = dict.fromkeys((account.value for account in LedgerAccount), 0)
    for row in rows:
        left[row.debit] += row.amount_ore
        left[row.credit] -= row.amount_ore
    assert sum(left.values()) == 0
    receivables = Balance(left["receivable"], left["fee_receivable"], left["interest_receivable"])
    assert sums(rows).balance == receivables


@given(rows=ROWS, seed=st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Entry], seed: object) -> None:
    assert sums(reversed(rows)) == sums(rows)


def test_what_is_sold_is_owed_to_us_no_more_and_is_no_payment() -> None:
    sold = an_entry(EntryKind.ASSIGNMENT, LedgerAccount.SOLD, LedgerAccount.RECEIVABLE, 20_000)
    found = sums([billed(30_000), paid(10_000, day=DUE), sold])
    assert (found.balance.total_ore, found.sold_ore, found.paid_ore) == (0, 20_000, 10_000)
    assert found.last_change == DUE
