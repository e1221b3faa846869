"""What a decision would do is shown, done at once or signed by another, and never half-done.

The one rule: real rows, through the desk that the office's pages use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import desk
from reskontra.casework.decision_kind import FieldsRefused, NotFilledIn
from reskontra.casework.decision_kinds import KINDS
from reskontra.casework.decisions import NotTheirFinding, clear
from reskontra.casework.deferrals import NotGranted
from reskontra.casework.desk import (
    Effect,
    NobodyMay,
    NotForYou,
    NotWaiting,
    NotYourDecision,
    OwnDecision,
    Proposal,
)
from reskontra.domain.calendar import Span
from reskontra.domain.claim import Status
from reskontra.domain.deciding import DecisionRule, Officer
from reskontra.domain.rules import Policy
from reskontra.domain.step import Need
from reskontra.domain.terms import DeferralTerms, Grant
from reskontra.nightly.cli import REFUSED, main
from reskontra.policy.load import SAMPLE, load_policy
from tests.build import (
    DUE,
    MUNICIPALITY,
    REMINDED,
    Municipality,
    a_municipality,
    an_invoice,
    one,
    rows,
    sample_policy,
)

TODAY = date(2025, 3, 28)
ANNA = Officer(subject="anna", name="Anna Ek", roles=frozenset({"case_officer"}))
BERIT = Officer(subject="berit", name="Berit Lund", roles=frozenset({"case_officer"}))
CARIN = Officer(subject="carin", name="Carin Ås", roles=frozenset({"finance_manager"}))
TEKLA = Officer(subject="tekla", name="Tekla Dal", roles=frozenset({"technician"}))


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Two invoices of one person, not yet due."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"), an_invoice("1002"))
    return town


@contextmanager
def at_the_desk() -> Iterator[CursorWrapper]:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        yield cursor


def a_proposal(
    kind: str,
    given: Mapping[str, str] | None = None,
    *,
    invoice: int | None = 1,
    reason: str = "ringde",
) -> Proposal:
    return Proposal(
        kind=kind,
        party=1,
        invoice=invoice,
        creditor=MUNICIPALITY,
        given=given or {},
        reason=reason,
    )


def seen(proposal: Proposal, day: date = TODAY, policy: Policy | None = None) -> Effect:
    with at_the_desk() as cursor:
        return desk.preview(
            cursor, proposal, officer=ANNA, policy=policy or sample_policy(), today=day
        )


def decided(
    proposal: Proposal,
    officer: Officer = ANNA,
    day: date = TODAY,
    policy: Policy | None = None,
) -> desk.Decided:
    with at_the_desk() as cursor:
        return desk.decide(
            cursor, proposal, officer=officer, policy=policy or sample_policy(), today=day
        )


def signed(made: desk.Decided, officer: Officer, policy: Policy | None = None) -> None:
    with at_the_desk() as cursor:
        desk.sign(
            cursor, made.public_id, officer=officer, policy=policy or sample_policy(), today=TODAY
        )


def with_rule(kind: str, rule: DecisionRule) -> Policy:
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    changed = replace(creditor, decisions={**creditor.decisions, kind: rule})
    return replace(policy, creditors={**policy.creditors, MUNICIPALITY: changed})


def outcomes() -> list[tuple[object, ...]]:
    return rows("SELECT outcome, officer_name FROM decision_outcome ORDER BY id")


HOLD = {"kind": "investigation", "until": "2025-06-30"}
NO_END = {"kind": "investigation"}


def test_what_is_shown_is_not_done(town: Municipality) -> None:
    effect = seen(a_proposal("hold", HOLD))
    ((before, after),) = effect.changed
    assert before is not None
    assert after is not None
    assert (before.number, after.number) == ("1001", "1001")
    assert [each.kind for each in after.holds] == ["investigation"]
    assert before.coming[0].day == REMINDED
    assert after.coming[0].day is None
    assert one("SELECT count(*) FROM hold") == 0
    assert one("SELECT count(*) FROM decision") == 0


def test_a_hold_on_all_that_is_owed_changes_every_claim(town: Municipality) -> None:
    effect = seen(a_proposal("hold", HOLD, invoice=None))
    assert [after.number for _, after in effect.changed if after] == ["1001", "1002"]


def test_what_ones_role_allows_is_done_at_once(town: Municipality) -> None:
    assert not decided(a_proposal("hold", HOLD)).waits
    assert outcomes() == [("carried_out", "Anna Ek")]
    assert rows("SELECT kind, first_day, last_day, reason, decided_by FROM hold") == [
        ("investigation", TODAY, date(2025, 6, 30), "ringde", "Anna Ek")
    ]


def test_what_is_above_the_limit_waits_and_is_done_when_another_signs(town: Municipality) -> None:
    made = decided(a_proposal("hold", NO_END))
    assert made.waits
    assert made.say.may == {"finance_manager"}
    assert one("SELECT count(*) FROM hold") == 0
    signed(made, CARIN)
    assert outcomes() == [
        ("waiting", "Anna Ek"),
        ("signed", "Carin Ås"),
        ("carried_out", "Carin Ås"),
    ]
    assert one("SELECT decided_by FROM hold") == "Anna Ek, Carin Ås"


def test_one_whose_role_may_not_cannot_sign(town: Municipality) -> None:
    made = decided(a_proposal("hold", NO_END))
    with pytest.raises(NotForYou, match="The finance manager"):
        signed(made, BERIT)
    assert one("SELECT count(*) FROM hold") == 0


def test_nobody_signs_or_refuses_what_they_have_decided_themselves(town: Municipality) -> None:
    policy = with_rule("hold", DecisionRule(grants=(Grant(role="case_officer"),), second=True))
    made = decided(a_proposal("hold", HOLD), policy=policy)
    assert made.waits
    with pytest.raises(OwnDecision):
        signed(made, ANNA, policy)
    with pytest.raises(OwnDecision), at_the_desk() as cursor:
        desk.refuse(cursor, made.public_id, officer=ANNA, reason="nej", policy=policy, today=TODAY)
    signed(made, BERIT, policy)
    assert one("SELECT count(*) FROM hold") == 1


def test_a_decision_is_refused_with_a_reason_and_ends(town: Municipality) -> None:
    made = decided(a_proposal("hold", NO_END))
    for reason, refusal in (("", NotFilledIn), ("för långt", None), ("igen", NotWaiting)):
        with at_the_desk() as cursor:
            if refusal is None:
                desk.refuse(
                    cursor,
                    made.public_id,
                    officer=CARIN,
                    reason=reason,
                    policy=sample_policy(),
                    today=TODAY,
                )
                continue
            with pytest.raises(refusal):
                desk.refuse(
                    cursor,
                    made.public_id,
                    officer=CARIN,
                    reason=reason,
                    policy=sample_policy(),
                    today=TODAY,
                )
    with pytest.raises(NotWaiting):
        signed(made, CARIN)
    assert one("SELECT count(*) FROM hold") == 0


def test_only_the_one_who_made_it_withdraws_a_decision(town: Municipality) -> None:
    made = decided(a_proposal("hold", NO_END))
    with pytest.raises(NotYourDecision), at_the_desk() as cursor:
        desk.withdraw(cursor, made.public_id, officer=CARIN, reason="fel", today=TODAY)
    with at_the_desk() as cursor:
        desk.withdraw(cursor, made.public_id, officer=ANNA, reason="fel", today=TODAY)
    assert outcomes()[-1] == ("withdrawn", "Anna Ek")


def test_the_effect_is_shown_afresh_to_the_one_who_signs(town: Municipality) -> None:
    made = decided(a_proposal("hold", NO_END))
    decided(a_proposal("hold", {"kind": "dispute", "until": "2025-05-31"}), officer=BERIT)
    with at_the_desk() as cursor:
        _, effect = desk.effect_of(cursor, made.public_id, policy=sample_policy(), today=TODAY)
    ((before, after),) = effect.changed
    assert before is not None
    assert after is not None
    assert [each.kind for each in before.holds] == ["dispute"]
    assert [each.kind for each in after.holds] == ["dispute", "investigation"]


def test_who_has_no_say_may_not_even_propose(town: Municipality) -> None:
    with pytest.raises(NotForYou, match="The technician"):
        decided(a_proposal("hold", HOLD), officer=TEKLA)


def test_what_nobody_may_is_refused(town: Municipality) -> None:
    rule = DecisionRule(grants=(Grant(role="case_officer", up_to=Span.parse("1 month")),))
    with pytest.raises(NobodyMay, match="Granviks"):
        decided(a_proposal("hold", HOLD), policy=with_rule("hold", rule))


def test_a_decision_without_a_reason_is_refused(town: Municipality) -> None:
    with pytest.raises(NotFilledIn):
        decided(a_proposal("hold", HOLD, reason="  "))


@pytest.mark.parametrize(
    ("kind", "given", "wrong"),
    [
        ("hold", {"until": "2025-06-31"}, {"kind", "until"}),
        ("hold", {"kind": "weather"}, {"kind"}),
        ("hold", {"kind": "deferral"}, {"kind"}),
        ("relieve_interest", {"from": "2025-04-01", "share": "3/2"}, {"share", "reference"}),
        ("report_step", {"step": "reminder", "day": "i går"}, {"step", "day"}),
    ],
)
def test_each_field_tells_what_is_wrong_in_it(
    town: Municipality, kind: str, given: Mapping[str, str], wrong: set[str]
) -> None:
    with pytest.raises(FieldsRefused) as refused:
        seen(a_proposal(kind, given))
    assert set(refused.value.by_field) == wrong


def with_more_time() -> Policy:
    """The sample, where a case officer gives 30 days for at most 200 kr."""
    terms = DeferralTerms(
        longest=Span.parse("30 days"),
        apply_within=Span.parse("0 days"),
        grants=(Grant(role="case_officer", up_to_ore=20_000), Grant(role="finance_manager")),
    )
    return on_terms(terms)


def on_terms(terms: DeferralTerms | None) -> Policy:
    """The sample with these terms of more time for all of the municipality's claims."""
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    offering = tuple(replace(each, deferral=terms) for each in creditor.procedures)
    changed = replace(creditor, procedures=offering)
    return replace(policy, creditors={**policy.creditors, MUNICIPALITY: changed})


def test_more_time_is_judged_by_the_terms_and_granted_by_their_roles(town: Municipality) -> None:
    policy, asked = with_more_time(), a_proposal("deferral", {"until": "2025-04-25"})
    ((_, after),) = seen(asked, policy=policy).changed
    assert after is not None
    assert after.statuses[0] is Status.DEFERRED
    made = decided(asked, policy=policy)
    assert made.waits
    assert made.say.may == {"finance_manager"}
    signed(made, CARIN, policy)
    assert rows("SELECT kind, last_day FROM hold") == [("deferral", date(2025, 4, 25))]


def test_more_time_than_the_terms_give_is_refused_with_the_last_day(town: Municipality) -> None:
    too_long = a_proposal("deferral", {"until": "2025-12-24"})
    with pytest.raises(NotGranted, match="2025-04-30"):
        seen(too_long, policy=with_more_time())
    with pytest.raises(NotGranted, match="cannot get more time"):
        seen(too_long, policy=on_terms(None))


def test_a_hold_is_lifted_from_today(town: Municipality) -> None:
    decided(a_proposal("hold", HOLD))
    key = str(one("SELECT id FROM hold"))
    later = date(2025, 4, 2)
    decided(a_proposal("lift_hold", {"hold": key}), day=later)
    assert one("SELECT last_day FROM hold_lifted") == date(2025, 4, 1)
    assert one("SELECT next_look_on FROM claim_state WHERE invoice_id = 1") == later
    with pytest.raises(FieldsRefused):
        decided(a_proposal("lift_hold", {"hold": key}), day=later)


def test_a_finding_that_is_left_to_a_role_is_made_by_it_alone(town: Municipality) -> None:
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    need = Need(clearance="served", by="technician")
    left = tuple(
        replace(each, steps=tuple(replace(step, needs=(need,)) for step in each.steps))
        for each in creditor.procedures
    )
    asked = replace(
        policy, creditors={**policy.creditors, MUNICIPALITY: replace(creditor, procedures=left)}
    )
    served = a_proposal("clear", {"kind": "served"})
    with pytest.raises(NotForYou, match="The technician"):
        decided(served, officer=ANNA, policy=asked)
    with pytest.raises(NotTheirFinding, match="technician"), at_the_desk() as cursor:
        clear(
            cursor,
            invoice=1,
            kind="served",
            finding="ja",
            by="Anna Ek",
            roles={"case_officer"},
            policy=asked,
            day=TODAY,
        )
    decided(served, officer=TEKLA, policy=asked)
    assert rows("SELECT kind, finding, decided_by FROM clearance") == [
        ("served", "ringde", "Tekla Dal")
    ]


def test_a_claim_is_called_back_and_we_are_the_ones_to_pay(town: Municipality) -> None:
    for night in (REMINDED, date(2025, 4, 24)):
        town.night(night)
    effect = seen(a_proposal("recall"), day=date(2025, 4, 25))
    assert Status.DEBT_COLLECTION in effect.before[0].statuses
    assert Status.DEBT_COLLECTION not in effect.after[0].statuses
    decided(a_proposal("recall"), day=date(2025, 4, 25))
    assert rows("SELECT kind, text FROM handover_event ORDER BY id") == [
        ("recall_asked", "ringde"),
        ("closed", "never_sent"),
    ]


def test_interest_given_up_counts_towards_the_limit(town: Municipality) -> None:
    town.bill(an_invoice("2001", amount_ore=50_000_00, due=DUE))
    given = {"from": "2025-04-01", "share": "1", "reference": "KS 2025/1"}
    little = a_proposal("relieve_interest", given)
    assert not decided(little, day=date(2025, 5, 5)).waits
    much = replace(little, invoice=3)
    made = decided(much, day=date(2025, 5, 5))
    assert made.waits
    assert made.say.may == {"finance_manager"}
    assert one("SELECT count(*) FROM interest_relief") == 1


def test_every_kind_has_words(schema: None) -> None:
    assert set(KINDS) == set(load_policy(SAMPLE).decision_kinds)


def test_a_terminal_shows_decides_and_signs(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = ["--by", "Anna Ek", "--role", "case_officer", "--day", f"{TODAY}"]
    what = ["hold", "1001", "--set", "kind=dispute", *anna]
    assert main(["desk", "show", *what]) == 0
    assert f"dispute: {TODAY}" in capsys.readouterr().out
    assert main(["desk", "decide", *what, "--reason", "ringde"]) == 0
    assert "The finance manager" in capsys.readouterr().out
    assert main(["desk", "waiting"]) == 0
    key = capsys.readouterr().out.split()[0]
    assert main(["desk", "refuse", key, "--reason", "nej", *anna]) == REFUSED
    assert "another must sign" in capsys.readouterr().err
    carin = ["--by", "Carin Ås", "--role", "finance_manager", "--day", f"{TODAY}"]
    assert main(["desk", "sign", key, *carin]) == 0
    assert outcomes()[-1] == ("carried_out", "Carin Ås")
    assert main(["desk", "withdraw", key, "--reason", "fel", *anna]) == REFUSED
