"""`reskontra policy explain` and `draw`: a procedure in words, by days, and as a picture.

    reskontra policy explain water --due 2026-03-31 --amount "1 000 kr"
    reskontra policy explain my_policy/town/procedures/rent.yaml --language en
    reskontra policy draw water --out water.svg

A file lies in its creditor's folder, for the creditor's own files name what the procedure speaks
of. The one rule: what is told is what the loader understood; of a file with a fault, the fault.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.domain.money import NO_BREAK_SPACE, parse_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.nightly import frame
from reskontra.policy.load import load_policy
from reskontra.policy.telling.draw import draw
from reskontra.policy.telling.example import Example
from reskontra.policy.telling.tell import tell
from reskontra.policy.telling.timeline import timeline
from reskontra.policy.telling.told import Row, Section, Timeline

COLUMNS = 100
YAML = ".yaml"


class NoSuchProcedure(Refused):
    """There is no procedure {name} in {folder}{of}; there are {known}."""

    swedish = "Det finns ingen rutin {name} i {folder}{of}. Det finns {known}."


class SeveralProcedures(Refused):
    """Several creditors have a procedure {name}: add --creditor with one of {creditors}."""

    swedish = "Flera borgenärer har en rutin {name}: lägg till --creditor och någon av {creditors}."


@dataclass(frozen=True, slots=True)
class _Found:
    """A procedure with the policy that it is part of."""

    procedure: Procedure
    policy: Policy


def add_explain(parser: argparse.ArgumentParser) -> None:
    """Which procedure, and the example to show it by."""
    _add_which(parser)
    parser.add_argument(
        "--amount", metavar="KR", default="1 000 kr", help="of the example (default: %(default)s)"
    )


def add_draw(parser: argparse.ArgumentParser) -> None:
    """Which procedure, and where the picture goes."""
    _add_which(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="an SVG file")


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("procedure", metavar="PROCEDURE|FILE", help="its name, or its file")
    parser.add_argument("--creditor", metavar="CODE", default="", help="when several have it")
    parser.add_argument(
        "--policy",
        type=Path,
        metavar="FOLDER",
        default=Path(settings.RESKONTRA_POLICY),
        help="one folder a creditor (default: the policy in use)",
    )
    parser.add_argument(
        "--due",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the due date of the example, which decides the version (default: today)",
    )
    parser.add_argument("--language", choices=("sv", "en"), help="default: the terminal's")


def explain_lines(args: argparse.Namespace) -> Iterator[str]:
    """The procedure in words, then the example with its days."""
    found, due, language = _found(args), args.due or frame.today(), _language(args)
    told = tell(found.procedure, found.policy, day=due, language=language)
    amount = args.amount.replace(NO_BREAK_SPACE, " ").removesuffix(" kr")
    example = Example(due_date=due, amount_ore=parse_kronor(amount))
    shown = timeline(found.procedure, found.policy, example=example, language=language)
    yield from (told.title, "=" * len(told.title))
    for section in told.sections:
        yield from _section(section)
    yield from _timeline(shown)
    for section in told.steps:
        yield from _section(section)


def draw_lines(args: argparse.Namespace) -> Iterator[str]:
    """Write the picture, and say where."""
    found, due = _found(args), args.due or frame.today()
    picture = draw(found.procedure, found.policy, day=due, language=_language(args))
    args.out.write_text(picture, encoding="utf-8")
    yield f"wrote {args.out}"


def _language(args: argparse.Namespace) -> str:
    language: str = args.language or frame.language()
    return language


def _found(args: argparse.Namespace) -> _Found:
    """The procedure that is meant: by its file, or by its name and the example's due date."""
    path = Path(args.procedure)
    if path.suffix == YAML:
        folder = path.resolve().parent.parent.parent
        policy = load_policy(folder)
        file = path.resolve().relative_to(folder).as_posix()
        same = [each for each in _all(policy) if each.file == file]
    else:
        folder, policy = args.policy, load_policy(args.policy)
        same = [each for each in _all(policy) if each.name == args.procedure]
    mine = [each for each in same if args.creditor in ("", each.creditor)]
    if not mine:
        of = f" of {args.creditor}" if args.creditor else ""
        known = ", ".join(sorted({f"{each.creditor} {each.name}" for each in _all(policy)}))
        raise NoSuchProcedure(name=args.procedure, folder=folder, of=of, known=known)
    creditors = sorted({each.creditor for each in mine})
    if len(creditors) > 1:
        raise SeveralProcedures(name=args.procedure, creditors=", ".join(creditors))
    return _Found(_version(mine, args.due or frame.today()), policy)


def _all(policy: Policy) -> list[Procedure]:
    return [each for creditor in policy.creditors.values() for each in creditor.procedures]


def _version(versions: list[Procedure], day: date) -> Procedure:
    """The one in force on the day; the first one when none is yet."""
    in_order = sorted(versions, key=lambda each: each.valid_from)
    return next((each for each in reversed(in_order) if each.valid_from <= day), in_order[0])


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"{section.heading} ({section.name})")
    for sentence in section.sentences:
        yield from _wrapped(sentence, indent="  ")


def _timeline(shown: Timeline) -> Iterator[str]:
    yield from ("", shown.heading)
    yield from _wrapped(shown.example, indent="  ")
    for row in shown.rows:
        yield from _wrapped(_row(row), indent="    ")
    for remark in shown.remarks:
        yield from _wrapped(remark, indent="  ")


def _row(row: Row) -> str:
    rest = (row.pay_by_words, row.cost, *row.conditions)
    return "; ".join(each for each in (f"{row.when}: {row.label}", *rest) if each)


def _wrapped(text: str, *, indent: str) -> Iterator[str]:
    hanging = f"{indent}  "
    yield from textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_on_hyphens=False,
    )
