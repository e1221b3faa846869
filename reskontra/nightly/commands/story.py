"""`reskontra story`: live stories, and tell where they differ from what the system does.

    reskontra story tests/stories/*.story              in the domain alone: milliseconds
    reskontra story --database one_reminder.story      also through a database of its own

The notation is in docs/howto/write_a_story.md. The one rule: a story never touches the database
of the data folder; it has one of its own, in a folder that is removed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.nightly.schema import OWNER, bring_up_to_date
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import World, differences, told
from reskontra.nightly.stories.parse import read
from reskontra.nightly.stories.pure import Pure
from reskontra.nightly.stories.story import Story
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import load_policy
from reskontra.records import history

NAME = "story"
HELP = "Live stories, and tell where they differ from what the system does."
NEEDS_DATABASE = False

RED = 1
OTHER_DATABASES = ("DATABASE_URL", "NIGHTLY_DATABASE_URL", "PORTAL_DATABASE_URL")


class NotEmpty(Refused):
    """The database of {data} holds invoices; a story needs an empty one. Leave --here out."""

    swedish = "Databasen i {data} har fakturor. En berättelse behöver en tom. Utelämna --here."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and whether they are also lived through a database."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="stories")
    parser.add_argument(
        "--database",
        action="store_true",
        help="live them also through a database of their own, thrown away afterwards",
    )
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Live each story; red when one differs."""
    stories = [read(path) for path in args.files]
    if args.here:
        return _report(_through_database(stories), "through the database")
    ended = _report(_purely(stories), "in the domain alone")
    if args.database:
        ended |= _in_own_database(args.files)
    return ended


def _report(lived: Iterator[tuple[Story, list[str]]], how: str) -> int:
    """Print what differs, story by story, and how many there were."""
    count = 0
    differing = 0
    for story, lines in lived:
        count += 1
        differing += bool(lines)
        if lines:
            print(f"{story.file.name}: {story.title}\n  differs {how}:")
        for line in lines:
            print(f"  {line}")
    print(f"{count} stories lived {how}, {differing} of them otherwise than told", flush=True)
    return RED if differing else 0


def _live(story: Story, world: World) -> tuple[Story, list[str]]:
    return story, list(told(story, differences(story, world)))


def _purely(stories: Sequence[Story]) -> Iterator[tuple[Story, list[str]]]:
    for story in stories:
        yield _live(story, Pure(_cast(story)))


def _cast(story: Story) -> Cast:
    own = story.file.parent / story.policy
    return Cast(story, _policy(own if story.policy else Path(settings.RESKONTRA_POLICY)))


@cache
def _policy(folder: Path) -> Policy:
    return load_policy(folder)


def _through_database(stories: Sequence[Story]) -> Iterator[tuple[Story, list[str]]]:
    bring_up_to_date()
    with connections["default"].cursor() as cursor:
        if history.all_invoices(cursor):
            raise NotEmpty(data=settings.RESKONTRA_DATA)
    for story in stories:
        with tempfile.TemporaryDirectory() as folder:
            yield _live(story, ThroughDatabase(_cast(story), folder=Path(folder)))
        # Only reached where the database was empty when we came: what is removed is the story's.
        call_command("flush", database=OWNER, verbosity=0, interactive=False)


def _in_own_database(files: Sequence[Path]) -> int:
    """Another process, with a data folder of its own that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="reskontra-story-") as data:
        environment = {
            name: value for name, value in os.environ.items() if name not in OTHER_DATABASES
        }
        environment["RESKONTRA_DATA"] = data
        environment["RESKONTRA_POLICY"] = str(Path(settings.RESKONTRA_POLICY).resolve())
        ours = [sys.executable, "-m", "reskontra.nightly.cli"]
        try:
            lived = subprocess.run([*ours, NAME, "--here", *map(str, files)], env=environment)
        finally:
            subprocess.run([*ours, "stop"], env=environment, stdout=subprocess.DEVNULL)
    return lived.returncode
