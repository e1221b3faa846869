"""The lines that a story may have: how each is written, and what it becomes.

    events_of("payment 1003 300,00")  -> (Money(way=Way.INVOICE, said="1003", amount_ore=30000),)

The one rule: each kind of line is one row of the table below, or of its area's: its words, and
what it becomes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import cast

from reskontra.domain.money import parse_kronor
from reskontra.domain.party import PartyKind
from reskontra.domain.relief import Relief
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.areas import AREAS
from reskontra.nightly.stories.notation import Booked, Event, Form, Money, Question, StepBooked, Way
from reskontra.nightly.stories.shape import PARTS, Groups, Shape, shape

_SERVICE_LINE = f"({PARTS['word']}) ({PARTS['amount']})"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _invoice(g: Groups) -> tuple[Event, ...]:
    return (
        notation.InvoiceSent(
            number=g["number"],
            name=g["name"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
            invoice_date=_day(g["dated"]),
            kind=g["kind"] or "",
            debtor=PartyKind(g["debtor"]) if g["debtor"] else None,
            born=_day(g["born"]),
            department=g["department"] or "",
            facility=g["facility"] or "",
            marks=tuple((g["marks"] or "").split()),
            lines=tuple(
                (service, parse_kronor(amount))
                for service, amount in re.findall(_SERVICE_LINE, g["lines"] or "")
            ),
            others=tuple((g["others"] or "").split()),
        ),
    )


def _money(way: Way, *, reversal: bool) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        return (
            Money(
                way=way,
                said=g["said"],
                amount_ore=parse_kronor(g["amount"]),
                value_date=_day(g["value"]),
                reversal=reversal,
            ),
        )

    return becomes


def _credit(g: Groups) -> tuple[Event, ...]:
    amount_ore = parse_kronor(g["amount"])
    return (notation.Credited(number=g["number"], amount_ore=amount_ore, reason=g["reason"]),)


def _hold(g: Groups) -> tuple[Event, ...]:
    held = notation.HoldSet(
        kind=g["kind"], whom=g["whom"], last_day=_day(g["until"]), reason=g["reason"]
    )
    return (held,)


def _relief(g: Groups) -> tuple[Event, ...]:
    numerator, denominator = g["share"].split("/")
    relief = Relief(
        first_day=date.fromisoformat(g["first"]),
        last_day=_day(g["until"]),
        share=Fraction(int(numerator), max(1, int(denominator))),
        reason=g["reason"],
        reference=g["reference"],
    )
    return (notation.InterestRelieved(number=g["number"], relief=relief),)


def _letter(g: Groups) -> tuple[Event, ...]:
    return (
        notation.LetterSent(
            step=g["step"].replace("-", "_"),
            name=g["name"],
            taken=tuple(g["numbers"].split()),
            listed=tuple((g["listed"] or "").split()),
            pay_by=_day(g["pay_by"]),
        ),
    )


def _hand_over(g: Groups) -> tuple[Event, ...]:
    return tuple(
        notation.HandedOver(step="hand_over", name=g["name"], number=number)
        for number in g["numbers"].split()
    )


def _invoiced(
    made: type[notation.InterestInvoiced] | type[notation.FeeInvoiced],
) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        return (
            made(
                number=g["number"],
                name=g["name"],
                amount_ore=parse_kronor(g["amount"]),
                due_date=date.fromisoformat(g["due"]),
            ),
        )

    return becomes


def _booked(booked: Booked) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        return (StepBooked(booked, g["number"], parse_kronor(g["amount"])),)

    return becomes


def _question(form: Form) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        said = g["said"]
        return (Question(form=form, said=said, number=g.get("number", ""), name=g.get("name", "")),)

    return becomes


def _step_question(verb: str, rest: str) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        said = f"{verb} {g['number']} {g['step']} {rest} {g['what']}"
        said += f" until {g['until']}" if g.get("until") else ""
        step = g["step"].replace("-", "_")
        return (Question(form=Form.STEP, said=said, number=g["number"], step=step),)

    return becomes


def _interest_question(g: Groups) -> tuple[Event, ...]:
    return (
        Question(
            form=Form.INTEREST,
            said=g["said"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
            paid_date=date.fromisoformat(g["paid"]),
        ),
    )


def _more_time(form: Form) -> Callable[[Groups], tuple[Event, ...]]:
    def becomes(g: Groups) -> tuple[Event, ...]:
        question = Question(
            form=form,
            said=g["said"],
            number=g["number"],
            amount_ore=parse_kronor(g["amount"]) if "amount" in g else 0,
            due_date=date.fromisoformat(g["until"]),
            parts=int(g.get("parts", 0)),
        )
        return (question,)

    return becomes


_MONEY = (
    ("<said:number>", Way.INVOICE),
    ("reminder of <said:number>", Way.REMINDER),
    ("part <said:part>", Way.PART),
    ('"<said:quoted>"', Way.SAID),
)

_OWN: tuple[Shape, ...] = (
    shape(
        "invoice <number> <name> <amount>[ dated <dated:day>] due <due:day>"
        "[ kind <kind:word>][ as <debtor:debtor>][ born <born:day>]"
        "[ department <department:word>][ facility <facility:facility>][ marks <marks:words>]"
        "[ lines <lines:lines>][ with <others:names>]",
        _invoice,
    ),
    *(
        shape(f"{verb} {said} <amount>[ value <value:day>]", _money(way, reversal=reversal))
        for verb, reversal in (("payment", False), ("reversal", True))
        for said, way in _MONEY
    ),
    shape('credit <number> <amount> "<reason:quoted>"', _credit),
    shape(
        'withdraw <number> "<reason:quoted>"',
        lambda g: (notation.Withdrawn(number=g["number"], reason=g["reason"]),),
    ),
    shape('hold <kind:word> <whom>[ until <until:day>] "<reason:quoted>"', _hold),
    shape(
        "lift <kind:word> <whom>",
        lambda g: (notation.HoldEnded(kind=g["kind"], whom=g["whom"]),),
    ),
    shape(
        'clear <kind:word> <number> "<finding:quoted>"',
        lambda g: (notation.Cleared(kind=g["kind"], number=g["number"], finding=g["finding"]),),
    ),
    shape(
        "report <step:word> <number>[ rate <rate:word>]",
        lambda g: (
            notation.Reported(
                step=g["step"].replace("-", "_"), number=g["number"], rate=g["rate"] or ""
            ),
        ),
    ),
    shape(
        "relieve <number> <share:share> from <first:day>[ until <until:day>]"
        ' "<reason:quoted>" "<reference:quoted>"',
        _relief,
    ),
    shape("no run[ until <until:day>]", lambda g: (notation.NoRun(until=_day(g["until"])),)),
    shape(
        "-> interest invoice <number> <name> <amount> due <due:day>",
        _invoiced(notation.InterestInvoiced),
    ),
    shape("-> fee invoice <number> <name> <amount> due <due:day>", _invoiced(notation.FeeInvoiced)),
    *(shape(f"-> {each} <number> <amount>", _booked(each)) for each in Booked),
    shape("-> hand-over <name> <numbers>", _hand_over),
    shape(
        "-> <step:word> <name> <numbers>[ (also listed <listed:numbers>)][, pay by <pay_by:day>]",
        _letter,
    ),
    shape("? status <number> <said:status>", _question(Form.STATUS)),
    shape("? balance <number> <said:amount>", _question(Form.BALANCE)),
    shape("? overpaid <number> <said:amount>", _question(Form.OVERPAID)),
    shape("? refund <number> <said:refund>", _question(Form.REFUND)),
    shape("? agency <number> <said:agency>", _question(Form.AGENCY)),
    shape("? unmatched <said:amount>", _question(Form.UNMATCHED)),
    shape("? citizen <name> sees <number> <said:seen>", _question(Form.SEES)),
    shape("? books <said:balance>", _question(Form.BOOKS)),
    shape("? waits <number> <step:word> until <what:day>", _step_question("waits", "until")),
    shape("? waits <number> <step:word> for <what:blanked>", _step_question("waits", "for")),
    shape(
        "? stopped <number> <step:word> by <what:blanked>[ until <until:day>]",
        _step_question("stopped", "by"),
    ),
    shape("? interest <amount> due <due:day> paid <paid:day> is <said:amount>", _interest_question),
    shape("? deferral <number> until <until:day> <said:answer>", _more_time(Form.DEFERRAL)),
    shape(
        "? deferral <number> <amount> until <until:day> <said:answer>",
        _more_time(Form.DEFERRAL_OF),
    ),
    shape(
        "? plan <number> <parts:count> parts from <until:day> <said:answer>",
        _more_time(Form.PLAN),
    ),
    shape("? parts <number> <parts:count> from <until:day> <said:parts>", _more_time(Form.PARTS)),
    shape(
        "? stands <number> <parts:count> from <until:day> <said:standing>",
        _more_time(Form.STANDS),
    ),
)
"""The order matters where one line could have two shapes: the first one has it."""


def every_shape() -> Iterator[Shape]:
    """Every kind of line; an area's own come first, for some of ours take nearly anything."""
    for area in AREAS:
        yield from area.shapes
    yield from _OWN


def events_of(text: str) -> tuple[Event, ...]:
    """What a line without its date says; nothing when it has no known shape."""
    for each in every_shape():
        if match := each.pattern.fullmatch(text):
            return cast("tuple[Event, ...]", each.becomes(match.groupdict()))
    return ()
