"""The work lists: what waits for a person, each with its count and its pages.

    lists(cursor, policy=policy, today=today)[0]  -> Counted(name="signatures", count=3)
    page_of(cursor, LISTS["unmatched"], page=2, ...)

A new list is one entry in `LISTS`: how many, and one page. The one rule: a list costs what waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.casework.guardians_list import unguarded
from reskontra.casework.limitation_list import count_near, page_near
from reskontra.domain.asking import AskedFor
from reskontra.domain.rules import Policy
from reskontra.office import water_lists
from reskontra.office.wording import say
from reskontra.office.work_list import Asked as Asked
from reskontra.office.work_list import Counted, LetterOfRow, WorkList
from reskontra.office.work_list import Row as Row
from reskontra.records import (
    courses,
    decisions,
    early_notices,
    money_waiting,
    requests,
    returned,
    search,
    work,
    worklists,
)
from reskontra.records.work import Waiting
from reskontra.records.worklists import PartyWaiting


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


def _gates(asked: Asked) -> list[Row]:
    found = work.gates(asked.cursor, today=asked.today, limit=asked.limit, offset=asked.offset)
    return [Row(waiting=each, kind="clear", needs=tuple(each.words.split())) for each in found]


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


def _notices(asked: Asked) -> list[Row]:
    found = early_notices.troubled(
        asked.cursor, day=asked.today, limit=asked.limit, offset=asked.offset
    )
    said = {
        each: say(f"notice.{each}", language=asked.language) for each in {n.words for n in found}
    }
    return [Row(waiting=replace(each, words=said[each.words])) for each in found]


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


def _refund_rules(policy: Policy) -> tuple[money_waiting.PaidOutFrom, ...]:
    """From how much on each creditor pays out what is too much."""
    return tuple(
        money_waiting.PaidOutFrom(
            creditor=creditor.code,
            least_ore=max(creditor.refunds.kept_below_ore, creditor.refunds.next_invoice_below_ore),
            never=tuple(sorted(creditor.refunds.bound_kinds)),
        )
        for creditor in policy.creditors.values()
    )


def _overpaid(asked: Asked) -> list[Row]:
    rules = _refund_rules(asked.policy)
    found = money_waiting.to_pay_out(asked.cursor, rules, limit=asked.limit, offset=asked.offset)
    named = work.named(asked.cursor, [invoice for invoice, _ in found])
    return [
        Row(waiting=replace(named[invoice], amount_ore=free_ore), kind="pay_out")
        for invoice, free_ore in found
    ]


def _held(asked: Asked, hold: str, kind: str) -> list[Row]:
    page = worklists.held(asked.cursor, hold, limit=asked.limit, offset=asked.offset)
    return _parties(asked, page, kind)


def _parties(asked: Asked, page: Sequence[PartyWaiting], kind: str) -> list[Row]:
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
    found = requests.requests_waiting(asked.cursor, limit=asked.limit, offset=asked.offset)
    named = work.named(asked.cursor, [each.invoice for each in found])
    return [
        Row(
            waiting=replace(named[each.invoice], day=each.day, words=each.text),
            kind="answer_objection" if each.kind is AskedFor.OBJECTION else "grant_request",
        )
        for each in found
    ]


def _near(asked: Asked) -> list[Row]:
    page = page_near(
        asked.cursor,
        policy=asked.policy,
        today=asked.today,
        limit=asked.limit,
        offset=asked.offset,
    )
    named = work.named(asked.cursor, [each.invoice for each in page])
    return [
        Row(
            waiting=replace(named[each.invoice], day=each.lapses_on or named[each.invoice].day),
            kind="interrupt_limitation",
        )
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
            count=lambda asked: requests.waiting_count(asked.cursor),
            rows=_requests,
        ),
        WorkList(
            name="courses",
            count=lambda asked: courses.waiting_count(asked.cursor),
            rows=_courses,
        ),
        WorkList(
            name="gates",
            count=lambda asked: work.gates_count(asked.cursor, today=asked.today),
            rows=_gates,
        ),
        WorkList(
            name="unmatched",
            count=lambda asked: work.unmatched_count(asked.cursor),
            rows=_unmatched,
        ),
        WorkList(
            name="overpaid",
            count=lambda asked: money_waiting.to_pay_out_count(
                asked.cursor, _refund_rules(asked.policy)
            ),
            rows=_overpaid,
        ),
        *water_lists.LISTS,
        _plain("broken", work.broken_count, work.broken),
        WorkList(
            name="limitation",
            count=lambda asked: count_near(asked.cursor, policy=asked.policy, today=asked.today),
            rows=_near,
        ),
        WorkList(
            name="estates",
            count=lambda asked: worklists.held_count(asked.cursor, worklists.ESTATE),
            rows=lambda asked: _held(asked, worklists.ESTATE, "estate_goes_on"),
        ),
        WorkList(
            name="returned",
            count=lambda asked: len(returned.waiting(asked.cursor)),
            rows=_returned,
        ),
        WorkList(
            name="addresses",
            count=lambda asked: worklists.held_count(asked.cursor, worklists.ADDRESS),
            rows=lambda asked: _held(asked, worklists.ADDRESS, "moved"),
        ),
        WorkList(
            name="guardians",
            count=lambda asked: len(
                unguarded(asked.cursor, policy=asked.policy, today=asked.today)
            ),
            rows=lambda asked: _parties(
                asked,
                unguarded(asked.cursor, policy=asked.policy, today=asked.today)[
                    asked.offset : asked.offset + asked.limit
                ],
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
        WorkList(
            name="notices",
            count=lambda asked: early_notices.troubled_count(asked.cursor, day=asked.today),
            rows=_notices,
        ),
    )
}
"""By name, in the order in which the start page shows them."""
