"""A file of facilities and owners becomes the register of them, each change from its own day.

    take_in(Path("facilities.jsonl"), day=date(2025, 3, 3), policy=policy) -> Receipt

One file, one transaction: all of it or nothing, with every fault by its line. What the register
says already is not said again, so that the whole register may be sent every night. The one rule:
nothing is changed before the latest day that is known, and no debt moves with a house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.premises import FacilityKind
from reskontra.domain.rules import Policy
from reskontra.formats import facility_file
from reskontra.formats.facility_file import FacilityRecord, OwnersRecord, Record
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem
from reskontra.intake.digest import digest_of
from reskontra.intake.invoice_checks import party_kind
from reskontra.records import facilities, parties, protection
from reskontra.records.facilities import Known, NewFact, NewOwnership
from reskontra.records.parties import NewParty


@dataclass(slots=True, kw_only=True)
class Receipt:
    """What a file of facilities came to."""

    name: str
    known_already: bool = False
    facilities: int = 0
    """New ones."""
    facts: int = 0
    """Facilities of which something is new or has changed."""
    owners: int = 0
    """Facilities that have owners now, or others."""


@dataclass(slots=True)
class _Work:
    cursor: CursorWrapper
    day: date
    policy: Policy
    file: int
    receipt: Receipt


def take_in(path: Path, *, day: date, policy: Policy) -> Receipt:
    """Read the file and keep all of it, or refuse it whole with every fault listed."""
    digest = digest_of(path)
    receipt = Receipt(name=path.name)
    with transaction.atomic(), connections["default"].cursor() as cursor, path.open("rb") as stream:
        if facilities.file_known(cursor, digest=digest):
            receipt.known_already = True
            return receipt
        records = facility_file.read(stream, name=path.name)
        file = facilities.add_file(cursor, digest=digest, name=path.name, day=day)
        work = _Work(cursor=cursor, day=day, policy=policy, file=file, receipt=receipt)
        by_creditor: defaultdict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_creditor[record.creditor].append(record)
        problems = [each for code, mine in by_creditor.items() for each in _take(work, code, mine)]
        if problems:
            shown = tuple(sorted(problems, key=lambda each: each.line)[:MOST_SHOWN])
            raise FileRefused(name=path.name, problems=shown, count=len(problems))
    return receipt


def _take(work: _Work, code: str, records: Sequence[Record]) -> list[Problem]:
    """Keep the records of one creditor; what is wrong with any of them."""
    creditor = work.policy.creditors.get(code)
    if creditor is None or creditor.water is None:
        known = [each.code for each in work.policy.creditors.values() if each.water]
        return [_one_of(record, "creditor", code, known) for record in records]
    key = parties.creditors(work.cursor, [code])[code]
    codes = {record.facility for record in records}
    known_before = facilities.known(work.cursor, creditor=key, codes=codes)
    facts = [each for each in records if isinstance(each, FacilityRecord)]
    owners = [each for each in records if isinstance(each, OwnersRecord)]
    tariffs = creditor.water.tariffs
    problems = [
        *(_one_of(e, "tariff", e.tariff, tariffs) for e in facts if e.tariff not in tariffs),
        *_unknown(owners, {*known_before, *(each.facility for each in facts)}),
    ]
    if problems:
        return problems
    new = [each for each in dict.fromkeys(e.facility for e in facts) if each not in known_before]
    added = facilities.add(work.cursor, creditor=key, codes=new) if new else {}
    ids = {c: known.facility for c, known in known_before.items()} | added
    work.receipt.facilities += len(new)
    return [
        *_take_facts(work, facts, ids, known_before),
        *_take_owners(work, owners, ids, known_before),
    ]


def _unknown(owners: Sequence[OwnersRecord], known: set[str]) -> Iterator[Problem]:
    for record in owners:
        if record.facility not in known:
            yield Problem(
                line=record.line,
                field="facility",
                found=repr(record.facility),
                allowed="a facility that this file or an earlier one has",
                allowed_swedish="en anläggning som den här filen eller en tidigare har",
            )


def _take_facts(
    work: _Work,
    records: Sequence[FacilityRecord],
    ids: dict[str, int],
    known: dict[str, Known],
) -> list[Problem]:
    latest = {code: each.fact for code, each in known.items()}
    new: list[NewFact] = []
    problems: list[Problem] = []
    for record in sorted(records, key=lambda each: each.first_day):
        before = latest.get(record.facility)
        said = (record.kind, record.tariff, record.address)
        if before is not None and before[1:] == said:
            continue
        if before is not None and record.first_day <= before[0]:
            problems.append(_too_early(record, before[0]))
            continue
        latest[record.facility] = (record.first_day, *said)
        new.append(
            NewFact(
                facility=ids[record.facility],
                first_day=record.first_day,
                kind=FacilityKind(record.kind),
                tariff=record.tariff,
                address_lines=record.address,
            )
        )
    facilities.add_facts(work.cursor, new, file=work.file)
    work.receipt.facts += len(new)
    return problems


def _take_owners(
    work: _Work,
    records: Sequence[OwnersRecord],
    ids: dict[str, int],
    known: dict[str, Known],
) -> list[Problem]:
    named = [owner for record in records for owner in record.owners]
    parties_by = parties.keep(
        work.cursor,
        (
            NewParty(
                identity_number=each.identity_number,
                kind=party_kind(each),
                name=each.name,
                address_lines=each.address,
                language=each.language,
            )
            for each in named
        ),
    )
    said = {parties_by[each.identity_number]: each.protected_identity for each in named}
    protection.follow_file(work.cursor, said, day=work.day, file=work.receipt.name)
    latest = {code: (each.owned_from, each.owners) for code, each in known.items()}
    new: list[NewOwnership] = []
    problems: list[Problem] = []
    for record in sorted(records, key=lambda each: each.first_day):
        owners = tuple((parties_by[e.identity_number], e.share_of_it) for e in record.owners)
        first_day, before = latest.get(record.facility, (None, frozenset()))
        if before == frozenset(party for party, _ in owners):
            continue
        if first_day is not None and record.first_day <= first_day:
            problems.append(_too_early(record, first_day))
            continue
        latest[record.facility] = (record.first_day, frozenset(party for party, _ in owners))
        new.append(
            NewOwnership(facility=ids[record.facility], first_day=record.first_day, owners=owners)
        )
    facilities.add_ownerships(work.cursor, new, file=work.file)
    facilities.look_again(work.cursor, [each.facility for each in new], on=work.day)
    work.receipt.owners += len(new)
    return problems


def _too_early(record: Record, known: date) -> Problem:
    return Problem(
        line=record.line,
        field="from",
        found=str(record.first_day),
        allowed=f"a day after {known}, the latest change that is known of the facility",
        allowed_swedish=f"en dag efter {known}, den senaste ändring som är känd",
    )


def _one_of(record: Record, field: str, found: str, allowed: Collection[str]) -> Problem:
    names = ", ".join(sorted(allowed))
    return Problem(
        line=record.line,
        field=field,
        found=repr(found),
        allowed=f"one of {names or '–'}",
        allowed_swedish=f"något av {names or '–'}",
    )
