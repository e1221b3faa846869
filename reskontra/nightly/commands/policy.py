"""`reskontra policy`: check, explain, draw, compare or simulate the policy files.

    reskontra policy check my_policy    every fault with its file and line, or what was understood
    reskontra policy explain water      a procedure in words, with the days of an example
    reskontra policy draw water --out water.svg
    reskontra policy diff A B           what changes, in words, and for how many open claims
    reskontra policy simulate A B       what two folders would lead to, month by month
    reskontra policy schema             docs/generated/schema/*.json, for an editor

The one rule: a folder that passes here is a folder that the program starts with.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.domain.rules import Creditor, Policy
from reskontra.domain.step import Does, Step
from reskontra.domain.texts import Texts
from reskontra.nightly import difference, frame, telling
from reskontra.nightly.simulate import verb
from reskontra.policy import review_law
from reskontra.policy.law_file import LawFile
from reskontra.policy.load import NATIONAL, load_law_files, load_policy, read_files
from reskontra.policy.schema import schema_texts

NAME = "policy"
HELP = "check, explain, draw, compare or simulate the policy files"
NEEDS_DATABASE = False

_FOR_A_LAWYER = Texts(sv="För en jurist att avgöra: {count}", en="For a lawyer to settle: {count}")
SCHEMA_FOLDER = Path("docs/generated/schema")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`check [FOLDER]`, `explain`, `draw`, `diff A B`, `simulate [A] [B]`, `schema [FOLDER]`."""
    parts = parser.add_subparsers(
        dest="part", required=True, metavar="check|explain|draw|diff|simulate|schema"
    )
    check = parts.add_parser("check", help="tell every fault, or what the files say")
    check.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(settings.RESKONTRA_POLICY),
        help="one folder a creditor (default: the policy in use)",
    )
    frame.add_day(check)
    telling.add_explain(parts.add_parser("explain", help="tell a procedure in words, and by days"))
    telling.add_draw(parts.add_parser("draw", help="draw a procedure as an SVG picture"))
    diff = parts.add_parser("diff", help="say in words what changes from one folder to another")
    difference.add_arguments(diff)
    simulate = parts.add_parser(
        "simulate", help="live open claims forward under one or two policies, side by side"
    )
    verb.add_arguments(simulate)
    schema = parts.add_parser("schema", help="write the JSON Schema of each kind of file")
    schema.add_argument("folder", nargs="?", type=Path, default=SCHEMA_FOLDER)


def run(args: argparse.Namespace) -> int:
    """Check, tell, compare, simulate or write; a fault is refused by the loader."""
    for line in _lines(args):
        print(line)
    return 0


def _lines(args: argparse.Namespace) -> Iterator[str]:
    match args.part:
        case "schema":
            return _write_schema(args.folder)
        case "explain":
            return telling.explain_lines(args)
        case "draw":
            return telling.draw_lines(args)
        case "diff":
            return difference.lines(args, language=frame.language())
        case "simulate":
            return verb.lines(args, language=frame.language())
        case _:
            return _check(args.folder, today=frame.day_of(args))


def _write_schema(folder: Path) -> Iterator[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8")
        yield f"wrote {folder / name}"


def _check(folder: Path, *, today: date) -> Iterator[str]:
    policy = load_policy(folder)
    laws = load_law_files(NATIONAL)
    yield "National values"
    for law in laws.values():
        yield _law_line(law)
    yield from _remark_lines("Not verified", review_law.unverified(laws))
    yield from _remark_lines("Not confirmed", review_law.unconfirmed(laws, today=today))
    yield from _remark_lines("Soon without a value", review_law.ending(laws, today=today))
    yield from _creditor_lines(policy)
    cautions = read_files(folder).cautions
    if cautions:
        yield from ("", _FOR_A_LAWYER.say(frame.language()).format(count=len(cautions)))
        yield from (each.say(frame.language()) for each in cautions)
    yield ""
    yield f"All policy files in {folder} are in order."


def _law_line(law: LawFile) -> str:
    day, latest = list(law.values.items())[-1]
    return f"  {law.value}: {review_law.in_words(latest)} from {day} ({latest.reference.title})"


def _remark_lines(heading: str, remarks: Iterator[review_law.Remark]) -> Iterator[str]:
    lines = [f"  {remark.say('en')}" for remark in remarks]
    if lines:
        yield from ("", f"{heading}: {len(lines)}", *lines)


def _creditor_lines(policy: Policy) -> Iterator[str]:
    for creditor in policy.creditors.values():
        yield ""
        yield f"{creditor.name} ({creditor.code})"
        yield from _procedure_lines(creditor)


def _procedure_lines(creditor: Creditor) -> Iterator[str]:
    for procedure in creditor.procedures:
        kinds = ", ".join(sorted(procedure.scope.kinds))
        debtors = ", ".join(sorted(procedure.scope.debtors))
        yield f"  {procedure.name} from {procedure.valid_from}: {kinds}; {debtors}"
        for step in procedure.steps:
            yield f"    {_step_words(step)}"


def _step_words(step: Step) -> str:
    words = f"{step.ordinal}. {step.name}: {step.wait} after {step.after}"
    if step.pay_within is not None:
        words += f", pay within {step.pay_within}"
    if step.does is Does.AWAIT_REPORT:
        words += f", reported by {step.performed_by}"
    return words
