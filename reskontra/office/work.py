"""The work lists: what waits for a person, each with its count and its pages.

    lists(cursor, policy=policy, today=today)[0]  -> Counted(name="signatures", count=3)
    page_of(cursor, LISTS["unmatched"], page=2, ...)

A new list is one entry in `LISTS`: how many, and one page. The one rule: a list costs what waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.casework.guardians_list import unguarded
from reskontra.casework.limitation_list import limitation_near
from reskontra.domain.asking import AskedFor
from reskontra.domain.claim import Claim
from reskontra.domain.dunning import NEEDS
from reskontra.domain.projection import project
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.records import (
    as_of,
    courses,
    decisions,
    money_waiting,
    returned,
    search,
    work,
    worklists,
)
from reskontra.records.requests import requests_waiting
from reskontra.records.work import Waiting
from reskontra.records.worklists import PartyWaiting

PAGE = 25
MOST_GATES = 400
"""Claims without a day that are looked at for gates; a list longer than that says so."""


@dataclass(frozen=True, slots=True)
class LetterOfRow:
    """A letter that a line is about."""

    public_id: UUID
    template: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list, as the page places it."""

    waiting: Waiting
    decision: UUID | None = None
    kind: str = ""
    """The decision that would help, or the kind of the one that waits."""
    creditor: str = ""
    """The one whose doings the decision is about, when it is about nobody's claim."""
    given: tuple[str, str] = ("", "")
    """The field of such a decision that is filled in at first, and with what."""
    needs: tuple[str, ...] = ()
    letter: LetterOfRow | None = None
    """The letter that it is about."""
    suggested: tuple[Waiting, ...] = ()
    """Invoices that the decision may be about, when the thing itself is about none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list is asked for."""

    cursor: CursorWrapper
    policy: Policy
    today: date
    language: str = "sv"
    limit: int = PAGE
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """A list: its name in `wording`, and how it is counted and read."""

    name: str
    count: Callable[[Asked], int]
    rows: Callable[[Asked], Sequence[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A list and how many wait in it."""

    name: str
    count: int


def counts(asked: Asked) -> tuple[Counted, ...]:
    """Every list with its count."""
    return tuple(Counted(name=each.name, count=each.count(asked)) for each in LISTS.values())


def _signatures(asked: Asked) -> list[Row]:
    found = decisions.waiting(asked.cursor, limit=asked.limit, offset=asked.offset)
    return [
        Row(
            waiting=Waiting(
                key=each.key,
                public_id=None,
                number=each.number,
                name=each.party_name,
                day=each.day,
                amount_ore=0,
                words=f"{each.reason} ({each.made_by_name})",
            ),
            decision=each.public_id,
            kind=each.kind,
        )
        for each in found
    ]


Read = Callable[..., list[Waiting]]


def _plain(name: str, count: Callable[[CursorWrapper], int], read: Read) -> WorkList:
    """A list that the records know by themselves."""
    return WorkList(
        name=name,
        count=lambda asked: count(asked.cursor),
        rows=lambda asked: [
            Row(waiting=each) for each in read(asked.cursor, limit=asked.limit, offset=asked.offset)
        ],
    )


def _gated_kinds(policy: Policy) -> list[str]:
    """The kinds of invoice that some step with a gate can concern."""
    return sorted(
        {
            kind
            for creditor in policy.creditors.values()
            for procedure in creditor.procedures
            if any(step.needs for step in procedure.steps)
            for kind in procedure.scope.kinds
        }
    )


def _gates(asked: Asked) -> list[tuple[int, tuple[str, ...]]]:
    """The claims that wait for a finding and nothing else, with the findings."""
    kinds = _gated_kinds(asked.policy)
    ids = work.without_a_day(asked.cursor, kinds=kinds, most=MOST_GATES)
    loaded = as_of.load(asked.cursor, as_of.Wanted.invoices(ids, asking=asking(asked.policy)))
    needed = ((each.claim.key, needs_of(each.claim, asked)) for each in loaded)
    return [(key, needs) for key, needs in needed if needs]


def needs_of(claim: Claim, asked: Asked) -> tuple[str, ...]:
    """What a person must find before the claim's next step is taken; empty when nothing."""
    ruled = under_rules(claim, asked.policy, today=asked.today)
    for step in project(ruled.claim, ruled.procedure, asked.today):
        open_now = step.day is not None and step.day <= asked.today and step.stopped_by
        if open_now and all(each.startswith(f"{NEEDS}:") for each in step.stopped_by):
            return tuple(each.removeprefix(f"{NEEDS}:") for each in step.stopped_by)
    return ()


def _gate_rows(asked: Asked) -> list[Row]:
    found = _gates(asked)[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [key for key, _ in found])
    return [Row(waiting=named[key], kind="clear", needs=needs) for key, needs in found]


def _courses(asked: Asked) -> list[Row]:
    found = courses.waiting(asked.cursor, limit=asked.limit, offset=asked.offset)
    named = work.named(asked.cursor, [each.invoice for each in found])
    return [
        Row(
            waiting=replace(
                named[each.invoice], day=each.day, words=each.because.say(asked.language)
            ),
            kind="confirm_course",
        )
        for each in found
    ]


def _unmatched(asked: Asked) -> list[Row]:
    found = work.unmatched(asked.cursor, limit=asked.limit, offset=asked.offset)
    hints = money_waiting.suggestions(asked.cursor, [each.key for each in found])
    return [
        Row(
            waiting=each,
            kind="place_payment",
            suggested=work.of_numbers(asked.cursor, each.key, hints.get(each.key, ())),
        )
        for each in found
    ]


def _messages(asked: Asked) -> list[Row]:
    found = work.messages(asked.cursor, limit=asked.limit, offset=asked.offset)
    return [
        Row(
            waiting=each,
            kind="set_aside_message",
            creditor=each.creditor,
            given=("message", str(each.key)),
        )
        for each in found
    ]


def _payouts(asked: Asked) -> list[Row]:
    found = work.payouts(asked.cursor, limit=asked.limit, offset=asked.offset)
    return [
        Row(
            waiting=each,
            kind="settle_payout",
            creditor=each.creditor,
            given=("payout", str(each.key)),
        )
        for each in found
    ]


def _overpaid(asked: Asked) -> list[Row]:
    found = [each for each in money_waiting.overpaid(asked.cursor) if each.free_ore > 0]
    page = found[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [each.invoice for each in page])
    return [
        Row(
            waiting=replace(named[each.invoice], amount_ore=each.free_ore),
            kind="pay_out",
        )
        for each in page
    ]


def _overpaid_count(asked: Asked) -> int:
    return sum(1 for each in money_waiting.overpaid(asked.cursor) if each.free_ore > 0)


def _parties(asked: Asked, found: Sequence[PartyWaiting], kind: str) -> list[Row]:
    page = found[asked.offset : asked.offset + asked.limit]
    return [
        Row(
            waiting=Waiting(
                key=each.party,
                public_id=search.latest_of(asked.cursor, each.party),
                number=each.invoices[0],
                name=each.name,
                day=each.since,
                amount_ore=each.open_ore,
                words=each.reason,
            ),
            kind=kind,
        )
        for each in page
    ]


def _returned(asked: Asked) -> list[Row]:
    """The letters that have come back, each with what it was about."""
    page = returned.waiting(asked.cursor)[asked.offset : asked.offset + asked.limit]
    about = {each.letter: (*each.invoices, *each.listed)[0] for each in page}
    named = work.named(asked.cursor, list(about.values()))
    return [
        Row(
            waiting=replace(
                named[about[each.letter]],
                name=each.name,
                day=each.returned_on or each.day,
                amount_ore=0,
                words=each.reason,
            ),
            letter=LetterOfRow(each.public_id, each.template, each.day),
            kind="moved",
        )
        for each in page
    ]


def _requests(asked: Asked) -> list[Row]:
    found = requests_waiting(asked.cursor)[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [each.invoice for each in found])
    return [
        Row(
            waiting=replace(named[each.invoice], day=each.day, words=each.text),
            kind="settle_dispute" if each.kind is AskedFor.OBJECTION else "grant_request",
        )
        for each in found
    ]


def _near(asked: Asked) -> list[Row]:
    found = limitation_near(asked.cursor, policy=asked.policy, today=asked.today)
    page = found[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [each.invoice for each in page])
    return [
        Row(waiting=replace(named[each.invoice], day=each.lapses_on), kind="interrupt_limitation")
        for each in page
    ]


LISTS: dict[str, WorkList] = {
    each.name: each
    for each in (
        WorkList(
            name="signatures",
            count=lambda asked: decisions.waiting_count(asked.cursor),
            rows=_signatures,
        ),
        WorkList(
            name="requests",
            count=lambda asked: len(requests_waiting(asked.cursor)),
            rows=_requests,
        ),
        WorkList(
            name="courses",
            count=lambda asked: courses.waiting_count(asked.cursor),
            rows=_courses,
        ),
        WorkList(name="gates", count=lambda asked: len(_gates(asked)), rows=_gate_rows),
        WorkList(
            name="unmatched",
            count=lambda asked: work.unmatched_count(asked.cursor),
            rows=_unmatched,
        ),
        WorkList(name="overpaid", count=_overpaid_count, rows=_overpaid),
        _plain("broken", work.broken_count, work.broken),
        WorkList(
            name="limitation",
            count=lambda asked: len(
                limitation_near(asked.cursor, policy=asked.policy, today=asked.today)
            ),
            rows=_near,
        ),
        WorkList(
            name="estates",
            count=lambda asked: len(worklists.estates(asked.cursor)),
            rows=lambda asked: _parties(asked, worklists.estates(asked.cursor), "estate_goes_on"),
        ),
        WorkList(
            name="returned",
            count=lambda asked: len(returned.waiting(asked.cursor)),
            rows=_returned,
        ),
        WorkList(
            name="addresses",
            count=lambda asked: len(worklists.unknown_addresses(asked.cursor)),
            rows=lambda asked: _parties(asked, worklists.unknown_addresses(asked.cursor), "moved"),
        ),
        WorkList(
            name="guardians",
            count=lambda asked: len(
                unguarded(asked.cursor, policy=asked.policy, today=asked.today)
            ),
            rows=lambda asked: _parties(
                asked,
                unguarded(asked.cursor, policy=asked.policy, today=asked.today),
                "represent",
            ),
        ),
        _plain("recalls", work.recalls_count, work.recalls),
        WorkList(
            name="messages",
            count=lambda asked: work.messages_count(asked.cursor),
            rows=_messages,
        ),
        WorkList(
            name="payouts",
            count=lambda asked: work.payouts_count(asked.cursor),
            rows=_payouts,
        ),
        _plain("failures", work.failures_count, work.failures),
        _plain("letters", work.letters_count, work.letters),
    )
}
"""By name, in the order in which the start page shows them."""
