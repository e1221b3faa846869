"""`reskontra demo`: an invented municipality, eighteen months of its life, and its portal.

    reskontra demo --no-serve --persons 200 --months 6

The one rule: the demo lives in a data folder of its own, made anew each time, in a process that
knows of no other.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from reskontra.domain.texts import Texts
from reskontra.nightly import frame
from reskontra.nightly.demo import folder, serving
from reskontra.nightly.demo.figures import gather
from reskontra.nightly.demo.officers import OFFICERS
from reskontra.nightly.demo.persons import DemoPerson, chosen
from reskontra.nightly.demo.plan import Frame
from reskontra.nightly.demo.progress import Progress
from reskontra.nightly.demo.summary import told
from reskontra.nightly.demo.world import live
from reskontra.nightly.schema import bring_up_to_date

NAME = "demo"
HELP = "Make an invented municipality, live 18 months of it, and serve its portal."
NEEDS_DATABASE = False

RED = 1
LONGEST_MONTHS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How large, how long, where; and whether to serve it."""
    parser.add_argument("--no-serve", action="store_true", help="stop after the summary")
    parser.add_argument(
        "--persons", type=_counted(most=200_000), default=2_000, help="how many (%(default)s)"
    )
    parser.add_argument(
        "--months", type=_counted(most=LONGEST_MONTHS), default=18, help="how long (%(default)s)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="another number, another life (%(default)s)"
    )
    parser.add_argument(
        "--until",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the last day that is lived (default: yesterday in Stockholm)",
    )
    parser.add_argument("--port", type=int, default=8000, help="the portal's (%(default)s)")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(".reskontra-demo"),
        metavar="FOLDER",
        help="the demo's own data folder, made anew each time (%(default)s)",
    )


def run(args: argparse.Namespace) -> int:
    """Make it, live it, tell of it and serve it; red when something that must hold does not."""
    place = args.data.expanduser().resolve()
    _become_process_of(place)
    if not args.no_serve:
        serving.refuse_taken_ports(args.port)
    language = _language()
    until = args.until or frame.today() - timedelta(days=1)
    life = Frame(seed=args.seed, start=_start(until, args.months), until=until)
    print(_opening(life, args.persons, place).say(language), flush=True)
    folder.make_anew(place)
    try:
        return _in_folder(args, life, place, language)
    finally:
        folder.stop_server()


def _in_folder(args: argparse.Namespace, life: Frame, place: Path, language: str) -> int:
    began = time.monotonic()
    bring_up_to_date()
    folder.hurry()
    policy = frame.policy()
    progress = Progress(frame=life, out=sys.stderr)
    cast = live(frame=life, persons=args.persons, data=place, policy=policy, tell=progress.tell)
    figures = gather(policy=policy, until=life.until)
    for line in told(figures, language=language):
        print(line)
    print(_took(time.monotonic() - began).say(language), flush=True)
    today = life.until + timedelta(days=1)
    preferred = [who.identity_number for who in cast.inhabitants]
    persons = chosen(policy=policy, today=today, preferred=preferred)

    def invite() -> None:
        for line in _invitation(args, place, persons, language):
            print(line, flush=True)

    if args.no_serve:
        invite()
    else:
        serving.serve(data=place, port=args.port, today=today, persons=persons, invite=invite)
    return 0 if figures.holds else RED


def _become_process_of(place: Path) -> None:
    """Go on as a process whose settings name the demo's folder, and no other data."""
    folder.refuse_others(place)
    wanted = folder.environment(place)
    if wanted != dict(os.environ):
        command = [sys.executable, "-m", "reskontra.nightly.cli", *sys.argv[1:]]
        os.execve(sys.executable, command, wanted)


def _start(until: date, months: int) -> date:
    """The first day, so that the life is so many months long."""
    after = until + timedelta(days=1)
    year, month = divmod(after.year * 12 + after.month - 1 - months, 12)
    return date(year, month + 1, min(after.day, 28))


def _opening(life: Frame, persons: int, place: Path) -> Texts:
    days = f"{life.start}–{life.until}"
    return Texts(
        sv=f"Granvik, en påhittad kommun med {persons} personer, {days}.\n"
        f"Allt ligger i {place}, som görs om från början varje gång.",
        en=f"Granvik, an invented municipality of {persons} persons, {days}.\n"
        f"Everything lies in {place}, which is made anew each time.",
    )


def _took(seconds: float) -> Texts:
    minutes, rest = divmod(round(seconds), 60)
    return Texts(sv=f"\nDet tog {minutes} min {rest} s.", en=f"\nThat took {minutes} min {rest} s.")


def _invitation(
    args: argparse.Namespace, place: Path, persons: tuple[DemoPerson, ...], language: str
) -> Iterator[str]:
    """Where to go, and whom to sign in as."""
    if args.no_serve:
        yield Texts(
            sv=f"Titta vidare: RESKONTRA_DATA={place} reskontra check\n\nVärda att se i portalen:",
            en=f"Look further: RESKONTRA_DATA={place} reskontra check\n\nWorth seeing there:",
        ).say(language)
    else:
        yield Texts(
            sv=f"Gå till http://localhost:{args.port}/sv/ och logga in som någon av dessa:",
            en=f"Go to http://localhost:{args.port}/en/ and sign in as one of these:",
        ).say(language)
    widest = max((len(person.name) for person in persons), default=0)
    for person in persons:
        yield f"  {person.name.ljust(widest)}  {person.about.say(language)}"
    mails = folder.mail_folder(place)
    yield Texts(
        sv=f"\nE-post som demon skickar läggs i {mails}.",
        en=f"\nEmail that the demo sends is put in {mails}.",
    ).say(language)
    if not args.no_serve:
        office = f"http://localhost:{serving.office_port(args.port)}"
        yield Texts(
            sv=f"\nKontoret är på {office}/sv/kontoret/ och där arbetar:",
            en=f"\nThe office is at {office}/en/office/ and there work:",
        ).say(language)
        for officer in OFFICERS:
            yield f"  {officer.name.ljust(widest)}  {officer.about.say(language)}"
        yield Texts(sv="\nAvsluta med Ctrl-C.", en="\nStop with Ctrl-C.").say(language)


def _language() -> str:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "sv" if spoken.startswith("sv") else "en"


def _counted(*, most: int) -> Callable[[str], int]:
    """A whole number from 1 to `most`, as argparse reads it."""

    def read(text: str) -> int:
        number = int(text)
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(f"{text} is not from 1 to {most}")
        return number

    return read
