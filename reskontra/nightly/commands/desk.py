"""`reskontra desk`: see what a decision would do, decide, and sign what another has decided.

    reskontra desk show hold 1004 --set kind=dispute --by "A. Ek" --role case_officer
    reskontra desk decide hold 1004 --set kind=dispute --by "A. Ek" --role case_officer
        --reason "ringde"
    reskontra desk waiting
    reskontra desk sign 0b0e… --by "B. Lund" --role finance_manager

The one rule: the terminal believes the name and the role that are given to it, as it believes the
one who may sit there; it allows them no more than the office does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import desk
from reskontra.casework.decision_kind import About
from reskontra.casework.decision_kinds import KINDS
from reskontra.casework.desk import Effect, Proposal
from reskontra.casework.standing import Standing
from reskontra.domain.deciding import Officer
from reskontra.domain.money import format_kronor
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up
from reskontra.records import decisions, queries

NAME = "desk"
HELP = "See what a decision would do, decide, and sign what another has decided."
NEEDS_DATABASE = True

PAGE = 1_000
BEFORE = Texts(sv="före", en="before")
AFTER = Texts(sv="efter", en="after")
NOTHING = Texts(sv="Ingenting ändras.", en="Nothing changes.")
DONE = Texts(sv="Beslutet är verkställt.", en="The decision is carried out.")
WAITS = Texts(
    sv="Beslutet {key} väntar på underskrift av: {roles}",
    en="Decision {key} waits for the signature of: {roles}",
)
NONE_WAITS = Texts(sv="Inget väntar på underskrift.", en="Nothing waits for a signature.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of the deeds, with what it is about."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED", required=True)
    runs: tuple[tuple[str, str, Callable[[argparse.Namespace], int]], ...] = (
        ("show", "what a decision would do", _show),
        ("decide", "make a decision", decide),
        ("waiting", "what waits for a signature", _waiting),
        ("sign", "agree to another's decision, which is carried out", _sign),
        ("refuse", "say no to another's decision", _refuse),
        ("withdraw", "take back one's own", _withdraw),
    )
    for name, words, does in runs:
        deed = deeds.add_parser(name, help=words)
        deed.set_defaults(deed=does)
        if name in ("show", "decide"):
            _add_proposal(deed)
        elif name == "waiting":
            frame.add_day(deed)
        else:
            deed.add_argument("decision", type=UUID, metavar="DECISION")
            frame.add_day(deed)
        if name != "waiting":
            deed.add_argument("--by", metavar="NAME", required=True, help="who you are")
            deed.add_argument("--role", action="append", default=[], help="as what you decide")
        if name in ("decide", "refuse", "withdraw"):
            deed.add_argument("--reason", metavar="WHY", required=True)


def _add_proposal(deed: argparse.ArgumentParser) -> None:
    known = sorted(kind.name for kind in KINDS.values() if kind.about is not About.CREDITOR)
    deed.add_argument("kind", choices=known, metavar="KIND", help=", ".join(known))
    deed.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    deed.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="what is filled in"
    )
    deed.add_argument(
        "--whole", action="store_true", help="about all that its recipient owes, not it alone"
    )
    look_up.add_arguments(deed)


def run(args: argparse.Namespace) -> int:
    """Do the deed."""
    deed: Callable[[argparse.Namespace], int] = args.deed
    return deed(args)


def _officer(args: argparse.Namespace) -> Officer:
    return Officer(subject=args.by, name=args.by, roles=frozenset(args.role))


def _proposal(cursor: CursorWrapper, args: argparse.Namespace, reason: str) -> Proposal:
    invoice = look_up.look_up(cursor, args.invoice, args, what=f"{NAME} {args.kind}")
    whose = {
        key: (party, code)
        for key, party, code in queries.find_invoice(
            cursor, number=args.invoice, creditor=args.creditor
        )
    }
    party, creditor = whose[invoice]
    given = dict(each.partition("=")[::2] for each in args.set)
    return Proposal(
        kind=args.kind,
        party=party,
        invoice=None if args.whole else invoice,
        creditor=creditor,
        given=given,
        reason=reason,
    )


def _show(args: argparse.Namespace) -> int:
    policy, day = frame.policy(), frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        proposal = _proposal(cursor, args, "")
        effect = desk.preview(cursor, proposal, officer=_officer(args), policy=policy, today=day)
    for line in _told(effect):
        print(line)
    return 0


def decide(args: argparse.Namespace) -> int:
    """Make the decision of this `kind`, with what is `set`, as `by` in the `role`s."""
    policy, day, language = frame.policy(), frame.day_of(args), frame.language()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        proposal = _proposal(cursor, args, args.reason)
        made = desk.decide(cursor, proposal, officer=_officer(args), policy=policy, today=day)
    roles = ", ".join(
        policy.role_kinds[each].say(language) if each in policy.role_kinds else each
        for each in sorted(made.say.may)
    )
    words = WAITS if made.waits else DONE
    print(words.say(language).format(key=made.public_id, roles=roles))
    return 0


def _waiting(args: argparse.Namespace) -> int:
    language, policy = frame.language(), frame.policy()
    with connections["default"].cursor() as cursor:
        found = decisions.waiting(cursor, limit=PAGE, offset=0)
    for each in found:
        kind = policy.decision_kinds[each.kind].say(language)
        print(f"{each.public_id}  {each.day}  {each.number or '–'}  {kind}  {each.made_by_name}")
    if not found:
        print(NONE_WAITS.say(language), file=sys.stderr)
    return 0


def _sign(args: argparse.Namespace) -> int:
    policy, day = frame.policy(), frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        desk.sign(cursor, args.decision, officer=_officer(args), policy=policy, today=day)
    print(DONE.say(frame.language()))
    return 0


def _refuse(args: argparse.Namespace) -> int:
    policy, day = frame.policy(), frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        desk.refuse(
            cursor,
            args.decision,
            officer=_officer(args),
            reason=args.reason,
            policy=policy,
            today=day,
        )
    return 0


def _withdraw(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        desk.withdraw(
            cursor,
            args.decision,
            officer=_officer(args),
            reason=args.reason,
            today=frame.day_of(args),
        )
    return 0


def _told(effect: Effect) -> Iterator[str]:
    """The claims that change, before and after."""
    language = frame.language()
    if not effect.changed:
        yield NOTHING.say(language)
    for pair in effect.changed:
        for words, standing in zip((BEFORE, AFTER), pair, strict=True):
            if standing is not None:
                yield f"{standing.number} {words.say(language)}:"
                yield from _standing(standing, language)


def _standing(standing: Standing, language: str) -> Iterator[str]:
    balance = standing.balance
    parts = (balance.principal_ore, balance.fee_ore, balance.interest_ore)
    yield "  " + " + ".join(format_kronor(each, language=language) for each in parts)
    yield "  " + ", ".join(each.value for each in standing.statuses)
    for hold in standing.holds:
        yield f"  {hold.kind}: {hold.first_day} – {hold.last_day or ''}".rstrip()
    for step in standing.coming:
        cost = format_kronor(step.fee_ore, language=language)
        yield f"  {step.day or '–'}  {step.label.say(language)}  {cost}"
    for letter in standing.letters:
        if letter.stopped:
            yield f"  {letter.template} {letter.day}: –"
