"""A whole life at an agency: by files both ways, and by the API over HTTP.

The one rule: the agency is the small one of the demo, and it runs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from reskontra.casework.agency_steps import take_steps
from reskontra.domain.handover import HandoverState
from reskontra.intake import returns
from reskontra.nightly.demo.small_agency import AgencyCase, SmallAgency
from reskontra.outgoing.agency_api import Access, ApiCarrier
from tests.agency.at_the_agency import (
    AGENCY,
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    handover_of,
)
from tests.build import a_credit, a_payment, ledger, open_ore, sample_policy, steps_taken

KEY = "only-for-tests"


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims handed over, nothing sent."""
    return a_handed_over_town(tmp_path)


def an_agency() -> SmallAgency:
    """It knows us by the API's own name of us."""
    return SmallAgency(name=AGENCY, day=LATER, key=KEY, creditors={"6540": "municipality"})


class Quiet(WSGIRequestHandler):
    """A server that does not write what it is asked."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(agency: SmallAgency, *, key: str = KEY) -> Iterator[ApiCarrier]:
    """The agency at an address of its own, and our way to it."""
    with make_server("localhost", 0, agency, handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://localhost:{server.server_port}"
        try:
            yield ApiCarrier(Access(url=url, key=key, account="6000", creditor="6540"))
        finally:
            server.shutdown()


def hear(place: AtTheAgency, agency: SmallAgency) -> None:
    """Take in what the agency has to tell."""
    path = place.town.folder / "from_agency.jsonl"
    path.write_text("\n".join(agency.returns()), encoding="utf-8")
    returns.take_in(path, day=LATER, policy=sample_policy())
    take_steps(policy=sample_policy(), today=LATER)


def case_of(agency: SmallAgency, invoice: str) -> AgencyCase:
    """The agency's case about an invoice."""
    return next(case for case in agency.cases.values() if case.invoice == invoice)


def test_a_life_by_files(place: AtTheAgency) -> None:
    agency = an_agency()
    place.send(HANDED_OVER)
    agency.take_folder(place.folder, day=LATER)
    case = case_of(agency, "1001")
    agency.demand(case, day=LATER)
    agency.assess(case, day=LATER, ability="good", course="demand")
    agency.receive(case, case.left_ore + case.own_ore, day=LATER)
    hear(place, agency)
    assert open_ore("1001") == 0
    assert ledger()["agency"] == 30_000
    assert handover_of("1001").state is HandoverState.CLOSED
    assert handover_of("1002").state is HandoverState.REGISTERED
    assert place.send(LATER).recalls == 0


def test_a_demand_before_the_money_is_a_step(place: AtTheAgency) -> None:
    agency = an_agency()
    place.send(HANDED_OVER)
    agency.take_folder(place.folder, day=LATER)
    agency.demand(case_of(agency, "1002"), day=LATER)
    hear(place, agency)
    assert ("1002", "collection_demand", LATER) in steps_taken()


def test_a_life_by_the_api(place: AtTheAgency) -> None:
    agency = an_agency()
    with served(agency) as carrier:
        assert place.send(HANDED_OVER, carrier).cases == 2
        case = case_of(agency, "1001")
        assert (case.left_ore, case.copies) == (30_000, 1)
        assert handover_of("1001").case_number == case.number
        place.town.pay(a_payment(10_000, "1001"), day=LATER)
        place.town.bill(a_credit("9001", of="1001", amount_ore=5_000, day=LATER), day=LATER)
        assert place.send(LATER, carrier).told == 2
        assert case.left_ore == 15_000
        agency.receive(case, 15_000, day=LATER)
        hear(place, agency)
        place.town.pay(a_payment(50_000, "1002"), day=LATER)
        assert place.send(LATER, carrier).recalls == 1
        hear(place, agency)
    assert [handover_of(number).state for number in ("1001", "1002")] == [
        HandoverState.CLOSED,
        HandoverState.CLOSED,
    ]
    assert open_ore("1001") == 0


def test_the_same_news_twice_is_one_piece_of_news(place: AtTheAgency) -> None:
    agency = an_agency()
    with served(agency) as carrier:
        place.send(HANDED_OVER, carrier)
        before = dict(agency.cases)
        place.send(HANDED_OVER, carrier)
        assert agency.cases == before


def test_an_agency_that_does_not_know_us_takes_nothing(place: AtTheAgency) -> None:
    with served(an_agency(), key="wrong") as carrier:
        failures = place.send(HANDED_OVER, carrier).failures
    assert len(failures) == 2
    assert "401" in failures[0].error
    assert KEY not in failures[0].error
    assert "wrong" not in failures[0].error
    assert handover_of("1001").state is HandoverState.WAITING


def test_an_agency_that_does_not_answer_is_asked_again(place: AtTheAgency) -> None:
    carrier = ApiCarrier(Access(url="http://localhost:1", key=KEY, account="6", creditor="6"))
    assert len(place.send(HANDED_OVER, carrier).failures) == 2
    assert place.send(HANDED_OVER).cases == 2
