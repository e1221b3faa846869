"""A real claim becomes a story: what was given, what was done and by which rule, what it waits for.

    for line in tell(cursor, 17, day=date(2025, 4, 24), policy=policy): print(line)

Invoices that share a letter with it are told too, and so is its interest invoice, for without them
the story would not be true. No name and no identity number is in it, so a report from the office
can be lived again as it stands: it is a test already. The one rule: what is told can be parsed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from django.db.backends.utils import CursorWrapper

from reskontra.domain.calendar import is_working_day
from reskontra.domain.claim import Claim
from reskontra.domain.conditions import NOT_CONCERNED
from reskontra.domain.dunning import SETTLED, TRANSFERRED, Act, Stopped, assess
from reskontra.domain.party import PartyKind
from reskontra.domain.relief import Relief
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.status import statuses
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Rows
from reskontra.nightly.stories.areas import AREAS
from reskontra.nightly.stories.births import Born
from reskontra.nightly.stories.cited import cited, with_rules
from reskontra.nightly.stories.deeds import deeds
from reskontra.nightly.stories.life import outcome_words, refund_words
from reskontra.nightly.stories.notation import Event, Form, NoRun, Question, Way
from reskontra.records import (
    as_of,
    corrected,
    debtors,
    deferrals_told,
    history,
    money_decided,
    plan_history,
    water_told,
)
from reskontra.records.debtors import Another
from reskontra.records.history import InvoiceRow

NAME, DEBTOR = "Party", "Debtor"
NO_REASON = "no reason given"
_NOT_TOLD = {SETTLED, TRANSFERRED, NOT_CONCERNED}

Dated = tuple[date, Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The invoice asked for, and the rows that its story needs."""

    cursor: CursorWrapper
    asked: InvoiceRow
    rows: dict[int, InvoiceRow]
    day: date
    policy: Policy
    minors: dict[int, date]
    """Invoice -> date of birth, of one who was under age when it was billed: rules ask that."""
    others: dict[int, tuple[Another, ...]]
    """Invoice -> those who owe it besides its party."""
    names: dict[int, str]
    """What the parties are called here."""


def tell(cursor: CursorWrapper, invoice: int, *, day: date, policy: Policy) -> Iterator[str]:
    """The lines of the story of the invoice with this id, up to and with `day`."""
    needed = _needed(cursor, invoice, policy)
    rows = {row.invoice: row for row in history.invoices(cursor, needed)}
    others = debtors.others(cursor, rows)
    told = _Told(
        cursor=cursor,
        asked=rows[invoice],
        rows=rows,
        day=day,
        policy=policy,
        minors=_minors(cursor, rows, policy),
        others=others,
        names=_names(
            rows[invoice], rows.values(), others, water_told.owners_of(cursor, list(rows))
        ),
    )
    claim = as_of.load(cursor, as_of.Wanted.invoices([invoice], asking=asking(policy)))[0].claim
    creditor = policy.creditors[claim.creditor]
    yield f"# invoice {claim.number} of {creditor.name}, told {day}"
    yield f"creditor {claim.creditor}"
    about = Rows(cursor=cursor, rows=rows, names=told.names)
    given = list(_given(told, about))
    done = list(deeds(about))
    asleep = list(_asleep(told, [when for when, _ in (*given, *done)]))
    rules = cited(told.cursor, told.rows, told.policy)
    events = sorted([*given, *asleep, *done], key=lambda each: each[0])
    for when, of_day in groupby(events, key=lambda each: each[0]):
        texts = [event.text for _, event in of_day]
        for text, comment in with_rules(texts, rules.get(when, ())):
            if text:
                yield f"{when}  {text}"
            if comment:
                yield from comment.split("\n")
    yield from _now(claim, told)


def _names(
    asked: InvoiceRow,
    rows: Iterable[InvoiceRow],
    others: Mapping[int, tuple[Another, ...]],
    owners: Iterable[int],
) -> dict[int, str]:
    """The one party has one name; several are numbered, the party of the invoice first."""
    found = {asked.party: NAME}
    for row in (asked, *rows):
        owing = (row.party, *(each.party for each in others.get(row.invoice, ())))
        found |= dict.fromkeys(owing, NAME)
    found |= dict.fromkeys(owners, NAME)
    if len(found) == 1:
        return found
    return {party: f"{DEBTOR}{place}" for place, party in enumerate(found, 1)}


def _needed(cursor: CursorWrapper, invoice: int, policy: Policy) -> list[int]:
    """The invoice, those that share letters with it, and interest invoices with their origin.

    All that the party has been billed for, where rules ask what else it owes, or terms may.
    """
    found: list[int] = []
    more_time = plan_history.granted(cursor, [invoice]) or deferrals_told.granted(cursor, [invoice])
    creditors = tuple(policy.creditors) if more_time else asking(policy)
    wider = history.of_same_party(cursor, invoice, creditors=creditors) or [invoice]
    while wider != found:
        found = wider
        wider = history.spoken_for_with(cursor, history.own_relatives(cursor, found))
        wider = sorted({*wider, *money_decided.moved_between(cursor, wider)})
    return found


def _minors(cursor: CursorWrapper, ids: Collection[int], policy: Policy) -> dict[int, date]:
    found = {}
    for loaded in as_of.load(cursor, as_of.Wanted.invoices(list(ids))):
        ruled = under_rules(loaded.claim, policy, today=loaded.claim.due_date)
        if ruled.claim.minor and ruled.claim.born is not None:
            found[loaded.claim.key] = ruled.claim.born
    return found


def _given(told: _Told, about: Rows) -> Iterator[Dated]:
    cursor, rows = told.cursor, told.rows
    lines = history.billed_lines(cursor, rows)
    for row in rows.values():
        if row.origin is None:
            yield row.day, _sent(row, lines[row.invoice], told)
            yield from _young(row, told)
    for correction in corrected.corrections(cursor, rows):
        number, reason = rows[correction.invoice].number, _quoted(correction.reason)
        if correction.kind == "withdrawal":
            yield correction.day, notation.Withdrawn(number=number, reason=reason)
        else:
            amount_ore = correction.amount_ore
            yield (
                correction.day,
                notation.Credited(number=number, amount_ore=amount_ore, reason=reason),
            )
    yield from _decided(told)
    for area in AREAS:
        yield from area.given(about)
    for payment in history.payments(cursor, rows):
        money = notation.Money(
            way=Way.REMINDER if payment.by_letter else Way.INVOICE,
            said=rows[payment.invoice].number,
            amount_ore=payment.amount_ore,
            value_date=None if payment.value_date == payment.day else payment.value_date,
            reversal=payment.reversal,
        )
        yield payment.day, money


def _young(row: InvoiceRow, told: _Told) -> Iterator[Dated]:
    """When those were born who owe the invoice with its party and were minors then."""
    majority = told.policy.law.age_of_majority.on(row.invoice_date)
    for each in told.others.get(row.invoice, ()):
        if each.born is not None and majority.after(each.born) > row.invoice_date:
            yield row.day, Born(name=told.names[each.party], born=each.born)


def _sent(row: InvoiceRow, lines: tuple[tuple[str, int], ...], told: _Told) -> notation.InvoiceSent:
    debtor = PartyKind(row.debtor)
    usual = told.policy.creditors[row.creditor].departments[0].code
    minor = told.minors.get(row.invoice)
    return notation.InvoiceSent(
        number=row.number,
        name=told.names[row.party],
        amount_ore=row.total_ore,
        due_date=row.due_date,
        invoice_date=None if row.invoice_date == row.day else row.invoice_date,
        kind=row.kind,
        debtor=None if debtor is PartyKind.PERSON else debtor,
        born=minor,
        department="" if row.department == usual else row.department,
        facility=row.facility,
        marks=row.marks,
        lines=() if {service for service, _ in lines} == {row.kind} else lines,
        others=tuple(told.names[each.party] for each in told.others.get(row.invoice, ())),
    )


def _decided(told: _Told) -> Iterator[Dated]:
    for hold in history.holds(told.cursor, told.rows, parties=told.names):
        whom = told.names[hold.party] if hold.invoice is None else told.rows[hold.invoice].number
        held = notation.HoldSet(
            kind=hold.kind, whom=whom, last_day=hold.last_day, reason=_quoted(hold.reason)
        )
        yield hold.first_day, held
        if hold.lifted_last_day is not None:
            lifted_on = max(hold.lifted_last_day + timedelta(days=1), hold.first_day)
            yield lifted_on, notation.HoldEnded(kind=hold.kind, whom=whom)
    for clearance in history.clearances(told.cursor, told.rows):
        cleared = notation.Cleared(
            kind=clearance.kind,
            number=told.rows[clearance.invoice].number,
            finding=_quoted(clearance.finding),
        )
        yield clearance.day, cleared
    for step in history.steps(told.cursor, told.rows):
        if step.reported:
            number = told.rows[step.invoice].number
            yield step.day, notation.Reported(step=step.step, number=number, rate=step.rate)
    for relief in history.reliefs(told.cursor, told.rows):
        given_up = Relief(
            first_day=relief.first_day,
            last_day=relief.last_day,
            share=Fraction(relief.share_numerator, relief.share_denominator),
            reason=_quoted(relief.reason),
            reference=_quoted(relief.reference),
        )
        number = told.rows[relief.invoice].number
        relieved = notation.InterestRelieved(number=number, relief=given_up)
        yield relief.day, relieved


def _quoted(text: str) -> str:
    """A reason that fits between quotation marks on one line."""
    return " ".join(text.replace('"', "'").split()) or NO_REASON


def _asleep(told: _Told, days: Sequence[date]) -> Iterator[Dated]:
    """When no night ran, from the first event to the day of telling; days off do not matter."""
    first = min(days)
    ran = history.days_run(told.cursor, first=first, last=told.day)
    every = (first + timedelta(days=count) for count in range((told.day - first).days + 1))
    pause: list[date] = []
    for day in every:
        if day not in ran:
            pause.append(day)
        elif pause:
            yield from _pause(pause)
            pause = []
    yield from _pause(pause)


def _pause(days: Sequence[date]) -> Iterator[Dated]:
    if any(is_working_day(day) for day in days):
        until = days[-1] if len(days) > 1 else None
        yield days[0], NoRun(until=until)


def _now(claim: Claim, told: _Told) -> Iterator[str]:
    """How it stands, and what each step that may still come waits for."""
    number, day = claim.number, told.day
    status = statuses(claim, today=day)[0].value
    yield f"{day}  {Question(form=Form.STATUS, number=number, said=status).text}"
    balance = notation.kronor(claim.open_ore)
    yield f"{day}  {Question(form=Form.BALANCE, number=number, said=balance).text}"
    if claim.sums.overpaid_ore > 0:
        course = refund_words(claim, told.policy, today=day)
        yield f"{day}  {Question(form=Form.REFUND, number=number, said=course).text}"
    ruled = under_rules(claim, told.policy, today=day)
    for outcome in assess(ruled.claim, ruled.procedure, day):
        if isinstance(outcome, Act):
            yield f"# the next night takes {notation.step_words(outcome.step.name)}"
        elif not (isinstance(outcome, Stopped) and _NOT_TOLD & set(outcome.by)):
            yield f"{day}  ? {outcome_words(number, outcome)}"
