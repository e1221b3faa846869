"""Those of the cast whose invoices people decide about: one for each way off the ladder.

    Omar Nyberg disputes half of an invoice; the other half is reminded of

The one rule: a case says who decides what on which day; the rest is the rules'.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.domain.calendar import add_working_days, next_banking_day
from reskontra.nightly.demo.conduct import Conduct
from reskontra.nightly.demo.deeds import (
    MANAGER,
    AuthorityTells,
    Courses,
    Decides,
    Deed,
    UndoesNight,
)
from reskontra.nightly.demo.households import HOUSEHOLDS
from reskontra.nightly.demo.part import Part, acts, days, draft
from reskontra.nightly.demo.people import Inhabitant
from reskontra.nightly.demo.plan import Draft


def _half_disputed(who: Inhabitant, until: date) -> Iterator[Draft]:
    disputes = Decides(
        day=next_banking_day(until - days(22)),
        kind="dispute",
        given={"amount": "400"},
        reason="Hälften av lektionerna blev inställda",
    )
    yield draft(who, "culture", until - days(20), deeds=(disputes,))


def _in_parts(day: date, parts: int) -> Deed:
    return Decides(
        day=day,
        kind="plan",
        given={
            "parts": f"{parts}",
            "first_on": str(next_banking_day(day + days(14))),
            "agreed_on": str(day),
        },
        reason="Har blivit arbetslös",
    )


def _plan_kept(who: Inhabitant, until: date) -> Iterator[Draft]:
    plan = _in_parts(next_banking_day(until - days(60)), 6)
    yield draft(who, "culture", until - days(66), deeds=(plan,), parts_paid=6)


def _plan_broken(who: Inhabitant, until: date) -> Iterator[Draft]:
    plan = _in_parts(next_banking_day(until - days(70)), 6)
    yield draft(who, "culture", until - days(76), deeds=(plan,), parts_paid=1)


def _called_back(who: Inhabitant, until: date) -> Iterator[Draft]:
    disputes = Decides(
        day=next_banking_day(until - days(8)),
        kind="dispute",
        reason="Har sagt upp platsen",
    )
    yield draft(who, "culture", until - days(60), deeds=(disputes,))


def _bankrupt(who: Inhabitant, until: date) -> Iterator[Draft]:
    held = Decides(
        day=next_banking_day(until - days(25)),
        kind="hold",
        given={"kind": "bankruptcy"},
        officer=MANAGER,
        reason="Konkurs vid Granviks tingsrätt",
    )
    yield draft(who, "parking", until - days(30), deeds=(held,))


def _waits_for_a_course(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "mooring", until - days(85))


def _applied_for(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(112)
    goes = Courses(day=next_banking_day(due + days(80)), course="enforcement_authority")
    received = AuthorityTells(
        day=next_banking_day(due + days(85)), record="received", said={"case_number": "01-238-26"}
    )
    yield draft(who, "mooring", due, deeds=(goes, received))


def _verdict(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(150)
    goes = Courses(day=next_banking_day(due + days(80)), course="enforcement_authority")
    served = AuthorityTells(day=next_banking_day(due + days(95)), record="served")
    verdict = AuthorityTells(day=next_banking_day(due + days(120)), record="verdict")
    yield draft(who, "mooring", due, deeds=(goes, served, verdict))


def _monitored(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(120)
    rests = Courses(
        day=next_banking_day(due + days(80)), course="monitoring", reason="Saknar inkomst"
    )
    yield draft(who, "mooring", due, deeds=(rests,))


def _written_off(who: Inhabitant, until: date) -> Iterator[Draft]:
    gives_up = Decides(
        day=next_banking_day(until - days(10)),
        kind="write_off",
        reason="Dödsboet saknar tillgångar",
        officer=MANAGER,
    )
    yield draft(who, "parking", until - days(45), deeds=(gives_up,))


def _stands_for(day: date, kind: str, name: str, street: str) -> Deed:
    return Decides(
        day=next_banking_day(day),
        kind="represent",
        given={"kind": kind, "name": name, "address": f"{street}; 999 12 Granvik"},
        reason="Enligt beslut som har visats",
    )


def _child(who: Inhabitant, until: date) -> Iterator[Draft]:
    guardians = (
        _stands_for(until - days(40), "guardian", "Karin Nyström", "Nygatan 4"),
        _stands_for(until - days(40), "guardian", "Per Nyström", "Holmgatan 9"),
    )
    yield draft(who, "culture", until - days(16), deeds=guardians)


def _child_of_nobody_known(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "culture", until - days(16))


def _with_a_special_representative(who: Inhabitant, until: date) -> Iterator[Draft]:
    day = until - days(40)
    deeds = (_stands_for(day, "special_representative", "Siv Hammar", "Åvägen 2"),)
    yield draft(who, "culture", until - days(16), deeds=deeds)


TAGE = Part("Tage Åberg", date(1978, 8, 23), 992, (), lambda who, until: iter(()))
"""Owes together with Signe, and nothing alone."""


def _owed_together(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "culture", until - days(16), others=(TAGE.inhabitant(len(CASES)),))


def _paid_back(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(35)
    refunded = Decides(
        day=next_banking_day(due + days(22)),
        kind="pay_out",
        given={"account_kind": "account", "account": "8000-1 123 456 7", "payee": who.name},
        reason="Betalade två gånger och vill ha tillbaka det",
        signer=MANAGER,
    )
    yield draft(who, "culture", due, acts(Conduct.TWICE), deeds=(refunded,))


def _undone(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = next_banking_day(until - days(32))
    undone = UndoesNight(
        day=add_working_days(due, REMINDED_AFTER) + days(1),
        procedure="mooring",
        step="reminder",
        not_before=add_working_days(due, REMINDED_AFTER) + days(8),
        reason="Betalningarna på helgen var inte inlästa när påminnelserna skickades",
    )
    yield draft(who, "mooring", due, deeds=(undone,))


REMINDED_AFTER = 7
"""Working days, as the sample procedure for moorings says."""

CASES = (
    Part("Omar Nyberg", date(1985, 3, 14), 238, (), _half_disputed),
    Part("Hanna Berg", date(1981, 6, 6), 980, (), _plan_kept),
    Part("Erik Lund", date(1972, 2, 11), 981, (), _plan_broken),
    Part("Fatima Ali", date(1989, 12, 24), 982, (), _called_back),
    Part("Bengt Sund", date(1966, 4, 1), 983, (), _bankrupt),
    Part("Maj Holmgren", date(1959, 7, 7), 984, (), _waits_for_a_course),
    Part("Tor Sandell", date(1970, 1, 28), 985, (), _applied_for),
    Part("Lena Brodin", date(1963, 10, 3), 986, (), _verdict),
    Part("Kent Asp", date(1977, 5, 16), 987, (), _monitored),
    Part("Rut Alm", date(1941, 3, 30), 988, (), _written_off),
    Part("Ines Falk", date(1986, 8, 22), 994, (), _paid_back),
    Part("Nora Sund", date(1974, 9, 9), 995, (), _undone),
    *HOUSEHOLDS,
    Part("Elsa Nyström", date(2014, 6, 5), 991, (), _child),
    Part("Alvin Krans", date(2013, 9, 17), 993, (), _child_of_nobody_known),
    Part("Astrid Löf", date(1943, 2, 27), 994, (), _with_a_special_representative),
    Part("Signe Åberg", date(1980, 4, 30), 995, (), _owed_together),
)
