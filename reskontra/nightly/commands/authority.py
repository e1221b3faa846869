"""`reskontra authority`: our own collection, the Enforcement Authority, and what lapses.

    reskontra authority waiting                                     what waits for a person
    reskontra authority course 1003 monitoring --by "A. Ek" --reason "saknar tillgångar"
    reskontra authority apply                                       write what is to be sent
    reskontra authority tell 1003 verdict --on 2025-07-01           what its letter says
    reskontra authority take kfm.jsonl                              or its messages, in a file
    reskontra authority status 1003

The one rule: everything here can be run again; what is known already is not done twice.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import courses as deciding
from reskontra.casework import matters as casework
from reskontra.casework.limitation_list import limitation_near
from reskontra.domain.course import Course
from reskontra.domain.enforcement import NotAtAuthority, last_day_for_court, record_of
from reskontra.domain.limitation import BY_HAND
from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.ruling import limitation_of, under_rules
from reskontra.formats.authority_return import MESSAGE, RECORDS
from reskontra.intake import verdicts
from reskontra.nightly import authority, frame, look_up
from reskontra.records import agency_messages, as_of, courses, debtors, matters

NAME = "authority"
HELP = "Our own collection: the course of a claim, the Enforcement Authority, limitation."
NEEDS_DATABASE = True

RED = 1
Deed = Callable[[argparse.Namespace], int]


class NoSuchDebtor(Refused):
    """Of those who owe the invoice there is no number {place}; they are 1 to {count}."""

    swedish = "Av dem som ska betala fakturan finns ingen nummer {place}. De är 1 till {count}."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of the deeds, with what it is about."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED", required=True)
    waiting = deeds.add_parser("waiting", help="courses, contests, messages and last days")
    frame.add_day(waiting)
    waiting.set_defaults(deed=_waiting)
    applying = deeds.add_parser("apply", help="write applications, reductions and withdrawals")
    frame.add_day(applying)
    applying.set_defaults(deed=_apply)
    taking = deeds.add_parser("take", help="take in the Authority's messages (JSON Lines)")
    taking.add_argument("file", type=Path, metavar="FILE")
    frame.add_day(taking)
    taking.set_defaults(deed=_take)
    for name, words, does in (
        ("status", "where a claim stands, and when it lapses", _status),
        ("tell", "what a letter of the Authority's says", _tell),
        ("course", "decide which way a claim goes", _course),
        ("court", "ask that a contested matter goes to court", _court),
        ("withdraw", "withdraw the application", _withdraw),
        ("interrupt", "record what interrupts limitation, with its proof", _interrupt),
    ):
        deed = deeds.add_parser(name, help=words)
        deed.add_argument("invoice", metavar="INVOICE")
        look_up.add_arguments(deed)
        deed.set_defaults(deed=does)
        _add_own(name, deed)


def _add_own(name: str, deed: argparse.ArgumentParser) -> None:
    match name:
        case "tell":
            kinds = [each for each in RECORDS if each != "payment"]
            deed.add_argument("what", choices=[*kinds, "payment"])
            deed.add_argument("--word", default="", help="case number, court, found or reason")
            deed.add_argument("--amount-ore", type=int, default=0, metavar="ORE")
            deed.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD")
        case "course":
            deed.add_argument("course", choices=[each.value for each in Course])
            deed.add_argument("--reason", default="", metavar="WHY")
            deed.add_argument("--decided-by", required=True, metavar="NAME")
        case "court" | "withdraw":
            deed.add_argument("--reason", required=True, metavar="WHY")
            deed.add_argument("--decided-by", required=True, metavar="NAME")
        case "interrupt":
            deed.add_argument("cause", choices=[each.value for each in BY_HAND])
            deed.add_argument(
                "--debtor",
                type=int,
                default=1,
                metavar="N",
                help="of several who owe it, as explain numbers them (default: its recipient)",
            )
            deed.add_argument("--proof", required=True, metavar="WHAT AND WHERE")
            deed.add_argument("--decided-by", required=True, metavar="NAME")


def run(args: argparse.Namespace) -> int:
    """Do the deed."""
    deed: Deed = args.deed
    return deed(args)


def _apply(args: argparse.Namespace) -> int:
    sent = authority.work(day=frame.day_of(args), policy=frame.policy())
    for line in authority.told(sent):
        print(line)
    return RED if sent.failures else 0


def _take(args: argparse.Namespace) -> int:
    receipt = verdicts.take_in(args.file, day=frame.day_of(args), policy=frame.policy())
    _print_receipt(receipt)
    return 0


def _print_receipt(receipt: verdicts.Receipt) -> None:
    print(
        f"{receipt.name}: {receipt.new:,} new messages, {receipt.known:,} known;"
        f" {receipt.placed:,} placed, {receipt.waiting:,} wait"
    )


_WORDS = {
    "received": "case_number",
    "contested": "text",
    "transferred": "court",
    "assets": "found",
    "ended": "reason",
}


def _tell(args: argparse.Namespace) -> int:
    """A person writes what the Authority's letter says; it is kept as its message would be."""
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        cases = matters.cases_of(cursor, invoice)
    if not cases:
        raise NotAtAuthority(number=args.invoice)
    on = args.on or day
    said = {
        "record": args.what,
        "creditor": cases[-1].creditor,
        "message": f"{args.invoice}-{args.what}-{on}",
        "reference": str(cases[-1].reference),
        "date": f"{on}",
    }
    if args.what in _WORDS and args.word:
        said[_WORDS[args.what]] = args.word
    if args.what == "payment":
        said["amount_ore"] = args.amount_ore
        said["message"] += f"-{args.amount_ore}"
    receipt = verdicts.take(
        [MESSAGE.validate_python(said, strict=False)],
        name=args.invoice,
        day=day,
        policy=frame.policy(),
    )
    _print_receipt(receipt)
    return 0


def _status(args: argparse.Namespace) -> int:
    day, policy = frame.day_of(args), frame.policy()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        claim = as_of.load(cursor, as_of.Wanted.invoices([invoice]))[0].claim
        happened = matters.happenings(cursor, [invoice])
        proposed = courses.latest(cursor, invoice)
    ruled = under_rules(claim, policy, today=day)
    control = limitation_of(ruled.claim, ruled.procedure, policy)
    if proposed is not None:
        decided = claim.course.value if claim.course else "nobody has decided"
        print(f"{args.invoice}: {proposed.course.value} proposed {proposed.day}; {decided}")
    state = claim.matters[-1].state.value if claim.matters else "nothing applied for"
    print(f"{args.invoice}: {state.replace('_', ' ')}")
    for row in happened:
        amount = f" {_kronor(row.amount_ore)}" if row.amount_ore else ""
        print(f"  {row.day}  {row.kind.value.replace('_', ' ')}{amount} {row.text}".rstrip())
    record = record_of(claim.matters, claim.debtor, policy.law)
    print(f"  record of non-payment: {f'{record.since} to {record.until}' if record else 'none'}")
    last = control.lapses_on or "not while the Authority has it"
    print(f"  lapses: {last} (since {control.since}, {control.cause.value.replace('_', ' ')})")
    return 0


def _course(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        course = deciding.confirm_course(
            cursor,
            invoice=invoice,
            number=args.invoice,
            course=args.course,
            reason=args.reason,
            by=args.decided_by,
            day=frame.day_of(args),
        )
    print(f"{args.invoice}: {course.value}, by {args.decided_by}")
    return 0


def _court(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        court = casework.ask_for_court(
            cursor,
            invoice=invoice,
            number=args.invoice,
            reason=f"{args.reason} ({args.decided_by})",
            policy=frame.policy(),
            today=frame.day_of(args),
        )
    print(f"{args.invoice}: {court.replace('_', ' ')} is asked for; `authority apply` writes it")
    return 0


def _withdraw(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        casework.withdraw(
            cursor,
            invoice=invoice,
            number=args.invoice,
            reason=args.reason,
            by=args.decided_by,
            today=frame.day_of(args),
        )
    print(f"{args.invoice}: withdrawn; `authority apply` writes it to the Authority")
    return 0


def _interrupt(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        casework.interrupt(
            cursor,
            invoice=invoice,
            number=args.invoice,
            cause=args.cause,
            proof=args.proof,
            by=args.decided_by,
            policy=frame.policy(),
            today=frame.day_of(args),
            party=_debtor(cursor, invoice, args.debtor),
        )
    print(f"{args.invoice}: {args.cause.replace('_', ' ')} is recorded, with its proof")
    return 0


def _debtor(cursor: CursorWrapper, invoice: int, place: int) -> int:
    """The party in the place, from 1, of those who owe the invoice."""
    owing = debtors.parties_of(cursor, invoice)
    if not 1 <= place <= len(owing):
        raise NoSuchDebtor(place=place, count=len(owing))
    return owing[place - 1]


def _waiting(args: argparse.Namespace) -> int:
    with connections["default"].cursor() as cursor:
        lines = list(_what_waits(cursor, frame.day_of(args)))
    for line in lines:
        print(line)
    if not lines:
        print("nothing waits", file=sys.stderr)
    return 0


def _what_waits(cursor: CursorWrapper, day: date) -> Iterator[str]:
    policy = frame.policy()
    for proposed in courses.waiting(cursor):
        why, left = proposed.because.say(frame.language()), _kronor(proposed.open_ore)
        yield f"{proposed.number}: {proposed.course.value} is proposed, {left} left: {why}"
    for case in matters.contested(cursor):
        last_day = last_day_for_court(case.matter, policy.law)
        yield f"{case.number}: contested; a court must be asked for by {last_day}"
    for kept in agency_messages.from_authority(cursor):
        yield f"{kept.file}:{kept.line}  {kept.kind} {kept.message}: {kept.reason}"
    for near in limitation_near(cursor, policy=policy, today=day):
        left, since = _kronor(near.open_ore), f"{near.since}, {near.cause.value}"
        yield f"{near.number}: lapses {near.lapses_on} ({near.warned.value}; {since}), {left} left"


def _kronor(amount_ore: int) -> str:
    return f"{format_kronor(amount_ore, language='en')} kr"
