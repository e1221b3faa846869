"""Serves the demo: the portal, the office and their sign-ins, until somebody stops them.

    serve(data=Path(".reskontra-demo"), port=8000, today=..., persons=persons, invite=...)

The one rule: each is a process of its own, and none outlives this one.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from types import FrameType

from reskontra.domain.refusal import Refused
from reskontra.nightly.demo.officers import OFFICERS, Officer
from reskontra.nightly.demo.persons import DemoPerson

CLIENT_ID = "reskontra-demo"
SECONDS_BETWEEN_LOOKS = 0.3
SECONDS_TO_END = 10


class PortTaken(Refused):
    """Something answers at port {port} already, perhaps an earlier demo; stop it, or use --port."""

    swedish = (
        "Något svarar redan på port {port}, kanske en tidigare demo. Stoppa det eller välj en "
        "annan med --port."
    )


class ServerEnded(Refused):
    """The process that served {what} ended by itself; what it said stands above."""

    swedish = "Processen som visade {what} avslutades av sig själv. Det den sade står här ovanför."


def refuse_taken_ports(port: int) -> None:
    """Refuse before the long work when what is to be served could not answer afterwards."""
    for each in (port, provider_port(port), office_port(port), staff_provider_port(port)):
        with socket.socket() as listener, suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", each))
            continue
        raise PortTaken(port=each)


def provider_port(port: int) -> int:
    """Where the sign-in answers when the portal answers at `port`."""
    return port + 1


def office_port(port: int) -> int:
    """Where the office answers when the portal answers at `port`."""
    return port + 2


def staff_provider_port(port: int) -> int:
    """Where staff sign in."""
    return port + 3


def serve(
    *,
    data: Path,
    port: int,
    today: date,
    persons: Sequence[DemoPerson],
    invite: Callable[[], None],
) -> None:
    """Serve until interrupted; `invite` is called when both answer.

    Refused when one of them ends by itself.
    """
    # The library of the sign-in warns of its own future, which is nothing to whoever looks at this.
    module = [sys.executable, "-W", "ignore", "-m"]
    verb = [*module, "reskontra.nightly.cli", "serve"]
    citizens = _written(data / "persons.json", [_citizen(person) for person in persons])
    staff = _written(data / "staff.json", [_officer(officer) for officer in OFFICERS])
    portal, office = _environment(port, port, today), _environment(port, office_port(port), today)
    served = {
        provider_port(port): (_signin(module, provider_port(port), citizens), portal),
        port: ([*verb, "--port", str(port)], portal),
        staff_provider_port(port): (_signin(module, staff_provider_port(port), staff), office),
        office_port(port): ([*verb, "--office", "--port", str(office_port(port))], office),
    }
    signal.signal(signal.SIGTERM, _interrupt)
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                _Ended(subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL))
            )
            for command, environ in served.values()
        ]
        invited = False
        while all(each.poll() is None for each in running):
            if not invited and all(_answers(each) for each in served):
                invite()
                invited = True
            time.sleep(SECONDS_BETWEEN_LOOKS)
        ended = next(
            at for at, each in zip(served, running, strict=True) if each.poll() is not None
        )
        raise ServerEnded(what=f"port {ended}")


def _signin(module: list[str], port: int, file: Path) -> list[str]:
    return [*module, "reskontra.signin.demo_signin", str(port), str(file)]


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("localhost", port), timeout=1):
        return True
    return False


class _Ended:
    """Ends the process whatever happens; Popen alone would wait for it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def __enter__(self) -> subprocess.Popen[bytes]:
        return self._process

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _environment(port: int, own_port: int, today: date) -> dict[str, str]:
    """What a process at `own_port` is told, when the portal answers at `port`."""
    return {
        **os.environ,
        "RESKONTRA_BASE_URL": f"http://localhost:{own_port}",
        "RESKONTRA_TODAY": today.isoformat(),
        "RESKONTRA_OIDC_DEMO": "1",
        "RESKONTRA_OIDC_ISSUER": f"http://localhost:{provider_port(port)}",
        "RESKONTRA_OIDC_CLIENT_ID": CLIENT_ID,
        "RESKONTRA_OIDC_CLIENT_SECRET": "known to all",
        "RESKONTRA_OIDC_ACR_VALUES": "",
        "RESKONTRA_STAFF_OIDC_ISSUER": f"http://localhost:{staff_provider_port(port)}",
        "RESKONTRA_STAFF_OIDC_CLIENT_ID": CLIENT_ID,
        "RESKONTRA_STAFF_OIDC_CLIENT_SECRET": "known to all",
        "RESKONTRA_STAFF_ROLES": ",".join(f"{each.role}={each.role}" for each in OFFICERS),
    }


def _citizen(person: DemoPerson) -> dict[str, object]:
    return {
        "identity_number": person.identity_number,
        "name": person.name,
        "sv": person.about.sv,
        "en": person.about.en,
    }


def _officer(officer: Officer) -> dict[str, object]:
    return {
        "name": officer.name,
        "sv": officer.about.sv,
        "en": officer.about.en,
        "claims": {"name": officer.name, "groups": [officer.role]},
    }


def _written(file: Path, found: list[dict[str, object]]) -> Path:
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return file
