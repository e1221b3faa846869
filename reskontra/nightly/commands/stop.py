"""`reskontra stop`: stop the PostgreSQL of the data folder.

Example: before the data folder is copied or moved.

The one rule: it stops only a server that reskontra itself started.
"""

from __future__ import annotations

import argparse
from typing import Protocol, cast

from django.conf import settings
from django.db import connections

from reskontra.domain.refusal import Refused
from reskontra.nightly.schema import OWNER, belongs_to_data_folder

NAME = "stop"
HELP = "Stop the database of the data folder; the next verb starts it again."
NEEDS_DATABASE = False


class NotOurServer(Refused):
    """DATABASE_URL names the database, so it is not ours to stop."""

    swedish = "DATABASE_URL pekar ut databasen, så den är inte vår att stoppa."


class _Stoppable(Protocol):
    def stop_server(self) -> bool: ...


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(args: argparse.Namespace) -> int:
    """Stop the server if it runs; either is fine."""
    if not belongs_to_data_folder():
        raise NotOurServer
    stopped = cast(_Stoppable, connections[OWNER]).stop_server()
    words = "stopped" if stopped else "was not running"
    print(f"The database in {settings.RESKONTRA_DATA} {words}.")
    return 0
