"""`reskontra policy simulate A B`: what two policies would lead to, month by month.

    reskontra policy simulate now next                    the open claims of the database
    reskontra policy simulate now next --claims 100000    an invented municipality, no database

The one rule: nothing is written but the file that is asked for.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connections

from reskontra.domain.assumed import Assumption, assumed
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.forecast import Term
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.dunning.daily import DayHasPassed
from reskontra.nightly import frame
from reskontra.nightly.schema import bring_up_to_date
from reskontra.nightly.simulate.report import Report, table, write_csv
from reskontra.nightly.simulate.side_by_side import Start, live_all
from reskontra.nightly.simulate.town import claims_of
from reskontra.policy.load import load_policy
from reskontra.records import open_claims, runs

LONGEST_MONTHS = 60
CHUNK_CLAIMS = 5_000


class ClaimNotTaken(Refused):
    """{folder} has no procedure for {count} of the claims, the first of them invoice {number} of
    {creditor}: kind {kind}, debtor {debtor}, due {due_date}.

    Let every kind of invoice that is simulated have a procedure in both policies.
    """

    swedish = (
        "{folder} har ingen rutin för {count} av fordringarna, den första faktura {number} från "
        "{creditor}: typ {kind}, gäldenär {debtor}, förfaller {due_date}. Låt varje fakturatyp som "
        "simuleras ha en rutin i båda reglerna."
    )


class NothingOpen(Refused):
    """The database has no open claims; use --claims N for an invented municipality."""

    swedish = "Databasen har inga öppna fordringar. Använd --claims N för en påhittad kommun."


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What the simulation begins with."""

    claims: Sequence[Claim]
    party_holds: dict[int, tuple[Hold, ...]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The policies, how long, from when, on which claims."""
    parser.add_argument(
        "a",
        nargs="?",
        type=Path,
        default=Path(settings.RESKONTRA_POLICY),
        metavar="A",
        help="a policy folder (default: the policy in use)",
    )
    parser.add_argument("b", nargs="?", type=Path, metavar="B", help="another, to be set beside it")
    parser.add_argument(
        "--months", type=_months, default=12, help="how long to live on (%(default)s)"
    )
    parser.add_argument(
        "--from",
        dest="first_day",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the first day (default: today in Stockholm)",
    )
    parser.add_argument(
        "--claims",
        type=_claims,
        metavar="N",
        help="invent a municipality with N open claims (default: those of the database)",
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="another number, other people (%(default)s)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE.csv", help="write every figure to a file too"
    )


def lines(args: argparse.Namespace, *, language: str) -> Iterator[str]:
    """Simulate, write the file that is asked for, and tell what came of it."""
    report = _simulate(args)
    if args.out is not None:
        write_csv(report, args.out)
    return table(report, language=language)


def _simulate(args: argparse.Namespace) -> Report:
    folders = [each for each in (args.a, args.b) if each is not None]
    term = Term(first_day=args.first_day or frame.today(), months=args.months)
    policies, assumptions = _policies(folders, term.last_day)
    world = _world(args, policies[0], term.first_day)
    for folder, policy in zip(folders, policies, strict=True):
        _refuse_untaken(world.claims, policy, folder)
    frame.collect_seldom()
    start = Start(claims=world.claims, party_holds=world.party_holds, term=term, seed=args.seed)
    return Report(
        claims=len(world.claims),
        term=term,
        seed=args.seed,
        names=[str(each) for each in folders],
        policies=policies,
        months=live_all(start, policies, tell=frame.progress("days lived")),
        assumptions=assumptions,
    )


def _policies(folders: Sequence[Path], until: date) -> tuple[list[Policy], tuple[Assumption, ...]]:
    pairs = [assumed(load_policy(folder), until=until) for folder in folders]
    every = {each for _, found in pairs for each in found}
    return [policy for policy, _ in pairs], tuple(sorted(every))


def _world(args: argparse.Namespace, policy: Policy, first_day: date) -> _World:
    if args.claims is not None:
        claims = claims_of(policy, count=args.claims, seed=args.seed, first_day=first_day)
        return _World(claims=tuple(claims), party_holds={})
    bring_up_to_date()
    with connections["default"].cursor() as cursor:
        latest = runs.latest_day(cursor)
        if latest is not None and first_day < latest:
            raise DayHasPassed(day=first_day, latest=latest)
        tell = frame.progress("claims read")
        world = _World(
            claims=open_claims.read(cursor, chunk=CHUNK_CLAIMS, tell=tell),
            party_holds=open_claims.party_holds(cursor),
        )
    if not world.claims:
        raise NothingOpen
    # The processes to come must not share a connection.
    connections.close_all()
    return world


def _refuse_untaken(claims: Sequence[Claim], policy: Policy, folder: Path) -> None:
    untaken = [claim for claim in claims if not _is_taken(claim, policy)]
    if untaken:
        first = untaken[0]
        raise ClaimNotTaken(
            folder=folder,
            count=len(untaken),
            number=first.number,
            creditor=first.creditor,
            kind=first.kind,
            debtor=first.debtor.value,
            due_date=first.due_date,
        )


def _is_taken(claim: Claim, policy: Policy) -> bool:
    creditor = policy.creditors.get(claim.creditor)
    return creditor is not None and (
        creditor.procedure_for(claim, today=claim.due_date) is not None
    )


def _months(text: str) -> int:
    months = int(text)
    if not 1 <= months <= LONGEST_MONTHS:
        raise argparse.ArgumentTypeError(f"{text} is not from 1 to {LONGEST_MONTHS}")
    return months


def _claims(text: str) -> int:
    claims = int(text)
    if claims < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above zero")
    return claims
