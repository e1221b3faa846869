"""Two persons alike: each with rows in every table that a person can have rows in. And two more,
who owe some invoices together.

The one rule: it is made once for a module, whose tests only look.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import installment_plan, undo_night
from reskontra.casework.agency_payouts import settle_found
from reskontra.domain.asking import Answered, AskedFor
from reskontra.domain.course import Course
from reskontra.domain.enforcement import News, Route
from reskontra.domain.interest import Interest
from reskontra.domain.limitation import Cause
from reskontra.domain.plan_night import PlanCharge
from reskontra.domain.premises import FacilityKind, WaterState
from reskontra.domain.proposal import Proposal
from reskontra.domain.relief import Relief
from reskontra.domain.texts import Texts
from reskontra.domain.water_work import FeeKind, OrderKind, WorkEvent
from reskontra.intake import returns
from reskontra.outgoing import hand_over
from reskontra.outgoing.agency_carrier import FolderCarrier
from reskontra.outgoing.send_out import send_out
from reskontra.records import (
    audit,
    courses,
    decisions,
    early_notices,
    facilities,
    limitation,
    matters,
    own_notices,
    payouts,
    plans,
    representatives,
    requests,
    steps,
    water_work,
)
from reskontra.records.courses import NewProposal
from reskontra.records.matters import NewCase, NewEvent
from reskontra.records.requests import NewRequest
from reskontra.records.steps import NewHold, NewStep
from reskontra.records.views import Citizen
from tests.build import (
    INVOICED,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    party_of,
    person,
    rows,
    sample_policy,
)

TODAY = date(2025, 6, 2)
OF_LATER = "SELECT id, party_id FROM invoice WHERE due_date = '2025-05-30'"


@pytest.fixture(scope="module")
def town(db_for_module: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two persons alike: each with rows in every table that a person can have rows in."""
    folder = tmp_path_factory.mktemp("town")
    town = a_municipality(folder)
    for number, party in (("1001", person(1)), ("2001", person(2))):
        town.bill(
            an_invoice(number, party=party),
            an_invoice(f"{number}7", party=party, due=date(2025, 5, 30)),
        )
        town.pay(a_payment(1_000, number))
    _bill_together(town)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        proxies = [_with_a_proxy(cursor, party_of(place)) for place in (1, 2, 4, 5)]
    for night in (date(2025, 4, 9), date(2025, 4, 24)):
        town.night(night)
    send_out(day=date(2025, 4, 24), folder=folder, policy=sample_policy())
    _send_to_agency(folder)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for invoice, party in rows(
            "SELECT id, party_id FROM invoice WHERE due_date = '2025-05-30'"
        ):
            _decide(cursor, invoice, party)
            _decide_at_the_desk(cursor, invoice, party)
        for place in (4, 5):
            _hold_party(cursor, party_of(place))
        for key in proxies:
            representatives.end(cursor, key=key, last_day=TODAY, reason="–", by="E. Lind")
        for place in (1, 2):
            _close_water(cursor, place)
        for place in (1, 2, 4, 5):
            _tell_by_mail(cursor, party_of(place))
    _undo_hand_overs()


def _tell_by_mail(cursor: CursorWrapper, party: int) -> None:
    """A notice of an invoice that falls due, to an address that is confirmed and then given up."""
    me = Citizen(party_id=party)
    new = own_notices.NewWish(
        address=f"{party}@example.se",
        days_before=5,
        language="sv",
        token=f"token {party}",
        code_digest="x",
    )
    own_notices.wish(citizen=me, new=new, today=TODAY)
    wish = own_notices.standing(citizen=me, today=TODAY).latest
    assert wish is not None
    own_notices.tried(citizen=me, wish=wish)
    own_notices.confirm(citizen=me, wish=wish, today=TODAY)
    cursor.execute("SELECT min(id) FROM invoice WHERE party_id = %s", [party])
    about = ((cursor.fetchone()[0], TODAY),)
    early_notices.add(cursor, [early_notices.NewNotice(party, wish.key, about)], day=TODAY)
    unsent = early_notices.unsent(cursor, day=TODAY, after=0, limit=9)
    early_notices.happen(cursor, unsent[-1], "sent", day=TODAY)
    own_notices.end(citizen=me, today=TODAY)


def _close_water(cursor: CursorWrapper, place: int) -> None:
    """A house of one's own, whose water was turned off and then opened by somebody else."""
    party = party_of(place)
    file = facilities.add_file(cursor, digest=f"{place}", name="register.jsonl", day=TODAY)
    house = facilities.add(cursor, creditor=1, codes=[f"A-{place}"])[f"A-{place}"]
    fact = facilities.NewFact(
        facility=house,
        first_day=INVOICED,
        kind=FacilityKind.SINGLE_DWELLING,
        tariff="standard",
        address_lines=("Sjövägen 7",),
    )
    facilities.add_facts(cursor, [fact], file=file)
    owned = facilities.NewOwnership(facility=house, first_day=INVOICED, owners=((party, None),))
    facilities.add_ownerships(cursor, [owned], file=file)
    cursor.execute("SELECT min(id) FROM invoice WHERE party_id = %s", [party])
    invoice = cursor.fetchone()[0]
    new = water_work.NewOrder(
        facility=house,
        kind=OrderKind.DISCONNECT,
        day=TODAY,
        last_day=None,
        reason="–",
        note="",
        by="E. Lind",
        ordered_on=TODAY,
        owners=(party,),
        claims={invoice: 1},
    )
    order, _ = water_work.add_order(cursor, new)
    for kind in (WorkEvent.DONE, WorkEvent.FOUND_OPEN):
        water_work.add_event(cursor, order, water_work.Event(kind=kind, day=TODAY, by="T. Dal"))
    water_work.turn(
        cursor, facility=house, order=order, state=WaterState.ON, day=TODAY, by="T. Dal"
    )
    charged = water_work.Charged(
        kind=FeeKind.DISCONNECTION,
        invoice=invoice,
        amount_ore=1,
        tariff="standard",
        tariff_from=INVOICED,
        day=TODAY,
    )
    water_work.add_fee(cursor, order, charged)
    water_work.report_to_police(cursor, order, by="E. Lind", day=TODAY, reason="–")


def _pay_back(cursor: CursorWrapper, invoice: int, party: int) -> None:
    """A pay-out that another has approved."""
    key = payouts.add(
        cursor,
        payouts.NewPayout(
            creditor=1,
            party=party,
            invoice=invoice,
            payment=None,
            amount_ore=1,
            account_kind="account",
            account="800011234567",
            payee="E. Lind",
            reason="–",
            decided_by="E. Lind",
            day=TODAY,
        ),
    )
    payout = payouts.lock(cursor, key)
    assert payout is not None
    payouts.happen(cursor, payout.key, kind=payouts.APPROVED, day=TODAY, by="B. Lund")


def _with_a_proxy(cursor: CursorWrapper, party: int) -> int:
    """Somebody gets a copy of what is written to the party."""
    new = representatives.NewRepresentative(
        party=party,
        kind="proxy",
        instead=False,
        name="Bo Lund",
        address_lines=("Nygatan 2",),
        protected=False,
        first_day=INVOICED,
        last_day=None,
        reason="–",
        decided_by="E. Lind",
    )
    return representatives.add(cursor, new)


def _decide_at_the_desk(cursor: CursorWrapper, invoice: int, party: int) -> None:
    """A decision that waits for another to sign it."""
    decision = decisions.NewDecision(
        kind="write_off",
        party=party,
        invoice=invoice,
        creditor=1,
        fields={},
        reason="–",
        made_by="1",
        made_by_name="E. Lind",
        day=TODAY,
    )
    key, _ = decisions.add(cursor, decision)
    waits = decisions.Outcome(
        outcome=decisions.WAITING, officer="1", officer_name="E. Lind", day=TODAY
    )
    decisions.add_outcome(cursor, key, waits)


def _undo_hand_overs() -> None:
    order = undo_night.Order(
        night=date(2025, 4, 24),
        reason="fel bolag",
        by="E. Lind",
        today=TODAY,
        not_before=date(2025, 6, 3),
        policy=sample_policy(),
    )
    undo_night.undo(order, confirm=len(undo_night.look(order).steps))


def _bill_together(town: Municipality) -> None:
    """The fourth person and the fifth owe 4001 and 40017 together, and 4002 and 5001 alone."""
    with_fifth = [a_co_debtor(person(5), share="1/3")]
    town.bill(
        an_invoice("4001", party=person(4), co_debtors=with_fifth),
        an_invoice("40017", party=person(4), due=date(2025, 5, 30), co_debtors=with_fifth),
        an_invoice("4002", party=person(4)),
        an_invoice("5001", party=person(5)),
    )
    town.pay(a_payment(1_000, "4001"), a_payment(1_000, "4002"), a_payment(1_000, "5001"))


def _send_to_agency(folder: Path) -> None:
    """Both are handed over; the agency tells of a claim that nobody knows, and keeps its costs."""
    day, policy = date(2025, 4, 24), sample_policy()
    way = FolderCarrier(folder / "agency")
    hand_over.send(hand_over.Order(day=day, policy=policy, carrier_of=lambda *_: way))
    told = {"creditor": "municipality", "agency": "Exempel Inkasso AB", "date": f"{day}"}
    lost = {"record": "state", "message": "1", "case_number": "1", "text": "Ny"}
    kept = {"amount_ore": 0, "kept_ore": 100, "payment_reference": "U1"}
    payout = {"record": "payout", "message": "2", **kept}
    path = folder / "returns.jsonl"
    lines = (json.dumps({**told, **message}) for message in (lost, payout))
    path.write_text("\n".join(lines), encoding="utf-8")
    returns.take_in(path, day=day, policy=policy)
    settle_found(today=day)


def _hold_party(cursor: CursorWrapper, party: int) -> None:
    """Everything that the party owes is held, and then no more."""
    hold = NewHold(
        party=party,
        invoice=None,
        kind="debt_restructuring",
        first_day=TODAY,
        last_day=None,
        reason="beslut",
        decided_by="E. Lind",
    )
    key = steps.add_hold(cursor, hold)
    steps.lift_hold(cursor, hold=key, last_day=TODAY, look_on=TODAY, reason="–", by="E. Lind")


def _decide(cursor: CursorWrapper, invoice: int, party: int) -> None:
    """What a person decides; and a look at the party by an officer."""
    hold = steps.add_hold(
        cursor,
        NewHold(
            party=party,
            invoice=invoice,
            kind="dispute",
            first_day=INVOICED,
            last_day=None,
            reason="fel adress",
            decided_by="E. Lind",
        ),
    )
    steps.lift_hold(
        cursor, hold=hold, last_day=INVOICED, look_on=TODAY, reason="rättad", by="E. Lind"
    )
    steps.add_clearance(
        cursor, invoice=invoice, kind="no_health_risk", day=INVOICED, finding="–", by="E. Lind"
    )
    relief = Relief(
        first_day=INVOICED, last_day=None, share=Fraction(1, 2), reason="sjuk", reference="KS 1"
    )
    steps.add_relief(cursor, invoice=invoice, relief=relief, day=INVOICED, by="E. Lind")
    cursor.execute("SELECT min(id) FROM rule")
    new = NewStep(invoice, party, "disconnection", TODAY, None, cursor.fetchone()[0], None)
    steps.add_report(cursor, new, reported_by="E. Lind", rate="", note="")
    _let_pay_in_parts(cursor, invoice)
    _pay_back(cursor, invoice, party)
    _collect(cursor, invoice, party)
    _ask(cursor, invoice)
    audit.searched(
        cursor,
        actor="a",
        role="case_officer",
        purpose="case",
        sought_by="name",
        words="Ek",
        found=1,
    )
    cursor.execute(
        "INSERT INTO access_record (party_id, actor, purpose, what) VALUES (%s, 'a', 'b', 'c')",
        [party],
    )


def _let_pay_in_parts(cursor: CursorWrapper, invoice: int) -> None:
    given = installment_plan.grant(
        cursor,
        invoices=[invoice],
        parts=2,
        first_on=date(2025, 5, 14),
        agreed_on=INVOICED,
        reason="sjuk",
        by="E. Lind",
        policy=sample_policy(),
        today=date(2025, 4, 24),
    )
    charge = PlanCharge(
        claim=invoice, ordinal=2, fee_ore=6_000, interest=Interest(rows=(), accrued_ore=0)
    )
    cursor.execute("SELECT party_id FROM invoice WHERE id = %s", [invoice])
    party = cursor.fetchone()[0]
    plans.add_charges(cursor, [charge], plan=given.plan, party=party, day=TODAY)


def _collect(cursor: CursorWrapper, invoice: int, party: int) -> None:
    """In-house collection: a course, a matter at the Authority, and what interrupts limitation."""
    proposal = Proposal(course=Course.MONITORING, row=1, because=Texts(sv="–", en="–"))
    new = NewProposal(invoice=invoice, party=party, step="course", proposal=proposal, day=TODAY)
    courses.add_proposals(cursor, [new])
    proposed = courses.latest(cursor, invoice)
    assert proposed is not None
    courses.add_decision(
        cursor, proposed=proposed, course=Course.MONITORING, reason="–", by="E. Lind", day=TODAY
    )
    matters.add_cases(cursor, [NewCase(invoice, party, "order_to_pay", Route.ORDER_TO_PAY, TODAY)])
    (case,) = matters.cases_of(cursor, invoice)
    sent = NewEvent(case=case.key, party=party, key="sent", kind=News.SENT, day=TODAY)
    matters.happen(cursor, sent)
    limitation.add(
        cursor,
        invoice=invoice,
        cause=Cause.ACKNOWLEDGED,
        day=TODAY,
        proof="dnr 1",
        by="E. Lind",
    )


def _ask(cursor: CursorWrapper, invoice: int) -> None:
    new = NewRequest(invoice=invoice, kind=AskedFor.OBJECTION, day=TODAY, text="fel")
    cursor.execute("SELECT party_id FROM invoice WHERE id = %s", [invoice])
    requests.add(cursor, new, party=cursor.fetchone()[0])
    row = requests.of_invoice(cursor, invoice)[0]
    requests.answer(cursor, row, outcome=Answered.DECLINED, reason="rätt", by="E. Lind", day=TODAY)
