"""Serves the demo: the portal and the demo's sign-in, until somebody stops them.

    serve(data=Path(".reskontra-demo"), port=8000, today=..., persons=persons, invite=...)

The one rule: both are processes of their own, and neither outlives this one.
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
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import FrameType

from reskontra.domain.refusal import Refused
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
    """Refuse before the long work when the portal or the sign-in could not answer afterwards."""
    for each in (port, provider_port(port)):
        with socket.socket() as listener, suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", each))
            continue
        raise PortTaken(port=each)


def provider_port(port: int) -> int:
    """Where the sign-in answers when the portal answers at `port`."""
    return port + 1


def serve(
    *,
    data: Path,
    port: int,
    today: date,
    persons: Sequence[DemoPerson],
    invite: Callable[[], None],
) -> None:
    """Serve until interrupted; `invite` is called when both answer.

    Refused when one of the two ends by itself.
    """
    file = data / "persons.json"
    _write_persons(file, persons)
    # The library of the sign-in warns of its own future, which is nothing to whoever looks at this.
    module = [sys.executable, "-W", "ignore", "-m"]
    signin = [*module, "reskontra.signin.demo_signin", str(provider_port(port)), str(file)]
    portal = [*module, "reskontra.nightly.cli", "serve", "--port", str(port)]
    environ = _environment(port, today)
    signal.signal(signal.SIGTERM, _interrupt)
    with (
        _Ended(subprocess.Popen(signin, env=environ)) as first,
        _Ended(subprocess.Popen(portal, env=environ, stdout=subprocess.DEVNULL)) as second,
    ):
        invited = False
        while first.poll() is None and second.poll() is None:
            if not invited and _answers(port) and _answers(provider_port(port)):
                invite()
                invited = True
            time.sleep(SECONDS_BETWEEN_LOOKS)
        raise ServerEnded(what="the sign-in" if first.poll() is not None else "the portal")


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


def _environment(port: int, today: date) -> dict[str, str]:
    return {
        **os.environ,
        "RESKONTRA_BASE_URL": f"http://localhost:{port}",
        "RESKONTRA_TODAY": today.isoformat(),
        "RESKONTRA_OIDC_DEMO": "1",
        "RESKONTRA_OIDC_ISSUER": f"http://localhost:{provider_port(port)}",
        "RESKONTRA_OIDC_CLIENT_ID": CLIENT_ID,
        "RESKONTRA_OIDC_CLIENT_SECRET": "known to all",
        "RESKONTRA_OIDC_ACR_VALUES": "",
    }


def _write_persons(file: Path, persons: Sequence[DemoPerson]) -> None:
    found = [
        {
            "identity_number": person.identity_number,
            "name": person.name,
            "sv": person.about.sv,
            "en": person.about.en,
        }
        for person in persons
    ]
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
