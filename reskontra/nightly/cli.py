"""The console command `reskontra VERB`: where the clock, and people at a terminal, ask.

    reskontra nightly --day 2026-03-02

finds the verb's module, brings the database's schema up to date, runs the verb and ends with its
exit code: 0 when all went well, 1 when the work ended red, 2 when the command was refused.

The one rule: a verb is one module in `reskontra/nightly/commands`, and one line in `VERBS`. The
module has `NAME`, `HELP` (one line), `NEEDS_DATABASE`, `add_arguments(parser)` and
`run(args) -> int`. It is imported after Django is set up, so it may import models as usual.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

import django

from reskontra.domain.refusal import Refused
from reskontra.nightly import frame
from reskontra.nightly.schema import bring_up_to_date

VERBS = (
    "demo",
    "intake",
    "nightly",
    "undo",
    "unmatched",
    "refunds",
    "explain",
    "deferral",
    "plan",
    "report",
    "agency",
    "authority",
    "clear",
    "relieve",
    "dispute",
    "letter",
    "estate",
    "desk",
    "request",
    "story",
    "check",
    "serve",
    "migrate",
    "policy",
    "stop",
)
"""The modules in `reskontra/nightly/commands`, in the order that `--help` shows."""

DESCRIPTION = """\
Every invoice a municipality sends, from the day it is made to the day it is settled.

Everything lies in a data folder: RESKONTRA_DATA, or .reskontra in the current folder. The database
starts by itself when a verb needs it, unless DATABASE_URL names another PostgreSQL (15 or later).
"""

EXAMPLES = """\
examples:
  reskontra demo                          an invented municipality, 18 months of it, and its portal
  reskontra intake invoices.jsonl         read invoices, or payments from the bank
  reskontra nightly                       let today happen: reminders, hand-overs
  reskontra nightly --day 2026-03-02 --dry-run
                                          show what that day would do, and change nothing
  reskontra explain 1004                  what has happened to an invoice, and what it waits for
  reskontra serve                         the portal, at http://localhost:8000
  reskontra VERB --help                   more about one verb
"""

REFUSED = 2
INTERRUPTED = 130


class Command(Protocol):
    """What a module in `reskontra/nightly/commands` has."""

    NAME: str
    HELP: str
    NEEDS_DATABASE: bool

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the verb's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and return the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code; `argv` is the command line without the program."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reskontra.config.settings")
    django.setup()
    commands = [_command(verb) for verb in VERBS]
    args = _parser(commands).parse_args(argv)
    frame.collect_seldom()
    try:
        return _run(args.command, args)
    except Refused as refusal:
        print(f"reskontra: {_in_language_of_terminal(refusal)}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(verb: str) -> Command:
    return cast(Command, import_module(f"reskontra.nightly.commands.{verb}"))


def _parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reskontra",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=_wide,
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for command in commands:
        verb = verbs.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(verb)
        verb.set_defaults(command=command)
    return parser


def _wide(prog: str) -> argparse.HelpFormatter:
    """Help that leaves our own lines as they are, with room for the verbs' names."""
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=20, width=100)


def _run(command: Command, args: argparse.Namespace) -> int:
    if command.NEEDS_DATABASE:
        bring_up_to_date()
    return command.run(args)


def _in_language_of_terminal(refusal: Refused) -> str:
    language = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return refusal.swedish_text() if language.startswith("sv") else str(refusal)


if __name__ == "__main__":
    sys.exit(main())
