"""People who have asked for it are told by e-mail that an invoice falls due, and only then.

The one rule: a real mail server of this machine takes what the real nightly sends; what nobody
should hear of is shown beside somebody who hears.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext

from reskontra.casework import deferrals, dispute, installment_plan, undo_night
from reskontra.nightly.cli import main
from reskontra.outgoing.early_notices import choose as choosing
from reskontra.records import representatives, steps
from reskontra.records.access import own_notices
from reskontra.records.steps import NewHold
from reskontra.records.views import Citizen
from tests.build import (
    REMINDED,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_withdrawal,
    an_invoice,
    one,
    party_of,
    person,
    rows,
    sample_policy,
)
from tests.nightly.mailbox import Mailbox, body_of
from tests.nightly.noticing import (
    DUE,
    FIVE_BEFORE,
    address,
    choose,
    pay,
    tell,
    to_whom,
    two_persons,
)


def test_chosen_and_confirmed_it_is_sent_so_many_days_before(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    two_persons(tmp_path, kind="childcare")
    choose(1)
    choose(2, confirmed=False)
    tell(FIVE_BEFORE - timedelta(days=1))
    assert mailbox.taken == []
    assert tell(FIVE_BEFORE).sent.sent == 1
    (mail,) = mailbox.taken
    assert to_whom(mailbox) == [address(1)]
    for text in (body_of(mail), body_of(mail, "html"), str(mail["Subject"])):
        for private in ("300", "1001", person(1), person(1)[2:], "örskol", "hildcare", "Person"):
            assert private not in text
    assert "14 april 2025" in body_of(mail)
    assert "http://localhost:8000/sv/" in body_of(mail)
    off = "http://localhost:8000/sv/epostbesked/av/?t=token-1"
    assert mail["List-Unsubscribe"] == f"<{off}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert off in body_of(mail)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "Granviks kommun" in str(mail["From"])


def test_nobody_hears_twice_of_the_same(db: None, tmp_path: Path, mailbox: Mailbox) -> None:
    two_persons(tmp_path)
    choose(1)
    for day in (FIVE_BEFORE, FIVE_BEFORE, FIVE_BEFORE + timedelta(days=1)):
        tell(day)
    assert len(mailbox.taken) == 1


def test_two_invoices_are_one_email(db: None, tmp_path: Path, mailbox: Mailbox) -> None:
    town = two_persons(tmp_path)
    town.bill(an_invoice("1003", party=person(1), kind="parking", due=DUE - timedelta(days=1)))
    choose(1)
    tell(FIVE_BEFORE)
    (mail,) = mailbox.taken
    assert "13 april 2025 och den 14 april 2025" in body_of(mail)


def test_both_who_owe_together_hear_as_each_has_chosen(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    town = a_municipality(tmp_path)
    both = an_invoice("1001", party=person(1), due=DUE, co_debtors=[a_co_debtor(person(2))])
    town.bill(both)
    choose(1, days_before=2)
    choose(2, days_before=5)
    tell(FIVE_BEFORE)
    assert to_whom(mailbox) == [address(2)]
    tell(DUE - timedelta(days=2))
    assert to_whom(mailbox) == [address(2), address(1)]


def test_a_missed_night_is_made_up_for_until_the_day_itself(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    two_persons(tmp_path)
    choose(1)
    tell(DUE)
    assert mailbox.taken == [], "on its day it is too late to say that it comes"
    tell(DUE - timedelta(days=1))
    assert to_whom(mailbox) == [address(1)]


def _invoice(number: str = "1001") -> int:
    found = one("SELECT id FROM invoice WHERE number = %s", number)
    assert isinstance(found, int)
    return found


def _withdraw(town: Municipality) -> None:
    town.bill(a_withdrawal("1001", day=date(2025, 4, 4)), day=date(2025, 4, 4))


def _dispute_half(_: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        dispute.dispute(
            cursor,
            invoice=_invoice(),
            amount_ore=10_000,
            reason="fel",
            by="E. Lind",
            policy=sample_policy(),
            today=FIVE_BEFORE,
        )


def _defer(_: Municipality) -> None:
    ask = deferrals.Ask(invoice=_invoice(), until=date(2025, 5, 5), reason="lön", by="E. Lind")
    with transaction.atomic(), connections["default"].cursor() as cursor:
        deferrals.grant(cursor, ask, policy=sample_policy(), today=FIVE_BEFORE)


def _plan(_: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        installment_plan.grant(
            cursor,
            invoices=[_invoice()],
            parts=3,
            first_on=DUE,
            agreed_on=FIVE_BEFORE,
            reason="lön",
            by="E. Lind",
            policy=sample_policy(),
            today=FIVE_BEFORE,
        )


def _on_party(kind: str) -> Callable[[Municipality], None]:
    def hold(_: Municipality) -> None:
        new = NewHold(
            party=party_of(1),
            invoice=None,
            kind=kind,
            first_day=date(2025, 4, 4),
            last_day=None,
            reason="–",
            decided_by="E. Lind",
        )
        with transaction.atomic(), connections["default"].cursor() as cursor:
            steps.add_hold(cursor, new)

    return hold


def _protected_by_file(town: Municipality) -> None:
    recipient = {"protected_identity": True, "address": ["Hemliga gatan 7"]}
    later = an_invoice("1009", party=person(1), due=date(2025, 6, 2), recipient=recipient)
    town.bill(later, day=date(2025, 4, 4))


def _represent(_: Municipality) -> None:
    new = representatives.NewRepresentative(
        party=party_of(1),
        kind="administrator",
        instead=True,
        name="God Man",
        address_lines=("Storgatan 2",),
        protected=False,
        first_day=date(2025, 4, 1),
        last_day=None,
        reason="förordnande",
        decided_by="E. Lind",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        representatives.add(cursor, new)


def _turn_off(_: Municipality) -> None:
    own_notices.end(citizen=Citizen(party_id=party_of(1)), today=FIVE_BEFORE)


def _turn_off_by_link(_: Municipality) -> None:
    own_notices.end_by_link(token="token-1", today=FIVE_BEFORE)


@pytest.mark.parametrize(
    "happens",
    [
        pay,
        _withdraw,
        _dispute_half,
        _defer,
        _plan,
        _on_party("death"),
        _on_party("bankruptcy"),
        _on_party("protected_identity"),
        _protected_by_file,
        _represent,
        _turn_off,
        _turn_off_by_link,
    ],
)
def test_nothing_is_said_when_it_is_not_simply_to_be_paid(
    db: None, tmp_path: Path, mailbox: Mailbox, happens: Callable[[Municipality], None]
) -> None:
    town = two_persons(tmp_path)
    choose(1)
    choose(2)
    happens(town)
    tell(FIVE_BEFORE)
    assert to_whom(mailbox) == [address(2)]


def test_a_night_undone_leaves_what_was_sent_and_says_nothing_again(
    db: None, tmp_path: Path, mailbox: Mailbox
) -> None:
    town = two_persons(tmp_path)
    town.bill(an_invoice("1003", party=person(2)))
    choose(1)
    town.night(REMINDED)
    tell(REMINDED)
    order = undo_night.Order(
        night=REMINDED,
        reason="fel",
        by="A. Ek",
        today=REMINDED + timedelta(days=1),
        not_before=REMINDED + timedelta(days=3),
        policy=sample_policy(),
    )
    undo_night.undo(order, confirm=1)
    tell(REMINDED + timedelta(days=1))
    assert len(mailbox.taken) == 1
    assert one("SELECT count(*) FROM early_notice_event WHERE state = 'sent'") == 1


def test_without_a_mail_server_nothing_is_chosen(db: None, tmp_path: Path) -> None:
    town = two_persons(tmp_path)
    choose(1)
    town.banks_are_in(FIVE_BEFORE)
    assert main(["nightly", "--day", f"{FIVE_BEFORE}"]) == 0
    assert rows("SELECT 1 FROM early_notice") == []


def test_a_night_asks_as_much_of_many_as_of_few(db: None, tmp_path: Path, mailbox: Mailbox) -> None:
    town = a_municipality(tmp_path)
    town.bill(*(an_invoice(f"{1000 + at}", party=person(at), due=DUE) for at in range(1, 31)))
    asked: list[int] = []
    for places in (range(1, 3), range(3, 31)):
        for place in places:
            choose(place)
        with CaptureQueriesContext(connections["default"]) as seen:
            choosing(day=FIVE_BEFORE, policy=sample_policy())
        asked.append(len(seen))
    assert asked[0] == asked[1]
    assert one("SELECT count(*) FROM early_notice") == 30
