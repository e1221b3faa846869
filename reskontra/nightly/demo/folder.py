"""The demo's own data folder, and the process that works in it.

    environment(Path(".reskontra-demo"))   -> what the demo's process is given
    make_anew(Path(".reskontra-demo"))     -> an empty folder, whatever demo lay there

The one rule: a demo never touches other data than its own. It removes a folder only when an earlier
demo has left its mark there, and it forgets every setting that leads elsewhere.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Protocol, cast

from django.db import connections

from reskontra.domain.refusal import Refused
from reskontra.nightly.schema import OWNER

SENDER = "fakturor@granvik.example"
MARK = "this-is-a-demo.txt"
_SAYS = "Made by `reskontra demo`, which removes the whole folder when it is run again.\n"
_LEADS_ELSEWHERE = ("RESKONTRA_", "DATABASE_URL", "PORTAL_DATABASE_URL", "NIGHTLY_DATABASE_URL")


class NotADemoFolder(Refused):
    """{folder} is not empty and was not made by a demo, so it is left alone.

    Name another folder with --data.
    """

    swedish = (
        "{folder} är inte tom och inte gjord av en demo, så den lämnas i fred. Ange en annan mapp "
        "med --data."
    )


class _Stoppable(Protocol):
    def stop_server(self) -> bool: ...


def environment(folder: Path) -> dict[str, str]:
    """The environment of our process with nothing that leads to other data than the demo's."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(_LEADS_ELSEWHERE)
    }
    mails = {"RESKONTRA_MAIL_FOLDER": str(mail_folder(folder)), "RESKONTRA_MAIL_FROM": SENDER}
    return {**kept, "RESKONTRA_DATA": str(folder), **mails}


def mail_folder(folder: Path) -> Path:
    """Where the demo's e-mails lie, each a file, in place of a mail server."""
    return folder / "mail"


def refuse_others(folder: Path) -> None:
    """Refuse a folder that holds anything but a demo."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise NotADemoFolder(folder=folder)


def make_anew(folder: Path) -> None:
    """Stop the server of an earlier demo, remove its folder and mark an empty one.

    Only in a process whose settings name this folder.
    """
    refuse_others(folder)
    stop_server()
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, mode=0o700)
    (folder / MARK).write_text(_SAYS, encoding="utf-8")


def stop_server() -> None:
    """Stop the demo's database; it starts again when somebody asks."""
    server = cast(_Stoppable, connections[OWNER])
    connections.close_all()
    server.stop_server()


def hurry() -> None:
    """Let the database not wait for the disk: a demo is made again, not recovered."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT current_database()")
        (name,) = cursor.fetchone()
        cursor.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    connections.close_all()
