"""The portal's list page as its own web server answers it, asked at a steady pace.

    {"job": "served_pages", "count": 1000, "day": "2026-03-06"}
        -> {"seconds": 21.0, "count": 1000, "p99_ms": 24.8, ...}

The one rule: a page is timed from when it was to be asked for, so that waiting in line is counted;
the askers share the machine with the server and the database.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from threading import local
from typing import Any

import django

from bench.pages import WARM_UP_PAGES, last_of_hundred, list_pages
from bench.watch import Watch, peak_mb

PAGES_A_SECOND = 50
ASKERS = 16
START_SECONDS = 60
ANSWER_SECONDS = 30
HOST = "localhost"

_connection = local()


def served_pages(*, count: int, day: str) -> dict[str, Any]:
    """Let signed-in persons open their lists, so many a second."""
    os.environ["RESKONTRA_TODAY"] = day
    django.setup()
    asked = list_pages(count)
    with _portal() as (port, process):
        warm_up = min(WARM_UP_PAGES, len(asked) // 2)
        _ask(port, asked[:warm_up])
        with Watch() as watch:
            took = _ask(port, asked[warm_up:])
        held_mb = peak_mb(process)
    return {
        **watch.found,
        "count": len(took),
        "p99_ms": last_of_hundred(took) * 1000,
        "peak_mb": held_mb,
    }


def _ask(port: int, asked: Sequence[tuple[str, str]]) -> list[float]:
    """Ask for each at its time; the seconds until each was there."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(ASKERS) as askers:
        jobs = []
        for place, (address, cookie) in enumerate(asked):
            due = begun + place / PAGES_A_SECOND
            time.sleep(max(0.0, due - time.perf_counter()))
            jobs.append(askers.submit(partial(_answered, port, address, cookie, due)))
        return [job.result() for job in jobs]


def _answered(port: int, address: str, cookie: str, due: float) -> float:
    if not hasattr(_connection, "of"):
        _connection.of = HTTPConnection(HOST, port, timeout=ANSWER_SECONDS)
    _connection.of.request("GET", address, headers={"Cookie": cookie})
    response = _connection.of.getresponse()
    body = response.read()
    if response.status != HTTPStatus.OK or not body:
        raise AssertionError(response.status, address)
    return time.perf_counter() - due


@contextmanager
def _portal() -> Iterator[tuple[int, int]]:
    """The portal as `reskontra serve` serves it: its port and its process."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "reskontra.nightly.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as served:
        try:
            _wait_for(port)
            yield port, served.pid
        finally:
            served.terminate()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection((HOST, port)):
            return
        time.sleep(0.1)
    raise AssertionError(f"the portal does not answer on port {port}")
