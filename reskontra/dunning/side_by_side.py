"""Chunks worked side by side, each process taking the next one that waits.

    work_all([[4, 7], [9]], work, cursor=cursor, tell=print)  -> what `work` gave for each chunk

The one rule: a chunk is worked whole by one process, in a transaction on a connection of its own;
so chunks may not touch each other's rows, and end in any order. A single chunk is worked here.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from threading import Thread
from typing import TypeVar, cast

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

T = TypeVar("T")
Chunk = Sequence[int]
Work = Callable[[CursorWrapper, Chunk], T]

PROCESSES = min(8, max(2, os.cpu_count() or 1))
"""One a processor. Two at least: while one waits for the database, the other plans. Eight at most:
each has a connection, and the portal must find some left."""

_in_this_process: Work[object]
_of_the_parent: list[BaseDatabaseWrapper] = []


def work_all(
    chunks: Sequence[Chunk], work: Work[T], *, cursor: CursorWrapper, tell: Callable[[int], None]
) -> list[T]:
    """Work every chunk; `tell` hears how many parties are done.

    When `work` raises, or a process is killed, chunks that have begun are ended or rolled back, no
    other is begun but those already handed out, and it is raised here.
    """
    results: list[T] = []
    done = 0
    if len(chunks) < 2:
        for chunk in chunks:
            results.append(work(cursor, chunk))
            tell(len(chunk))
        return results
    # A forked process has the rules already: they need not be sent to it.
    forked = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(PROCESSES, len(chunks)), forked, _begin, (work,)) as pool:
        waiting = {pool.submit(_work_one, chunk): len(chunk) for chunk in chunks}
        try:
            for ended in as_completed(waiting):
                results.append(cast("T", ended.result()))
                done += waiting[ended]
                tell(done)
        finally:
            pool.shutdown(cancel_futures=True)
    return results


def _begin(work: Work[object]) -> None:
    """Be ready to work here, and end when the parent has ended, however it did."""
    global _in_this_process
    _in_this_process = work
    # What the parent is connected to is the parent's: never used here, and never hung up.
    for connection in connections.all(initialized_only=True):
        _of_the_parent.append(connection)
        del connections[connection.alias]
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _work_one(chunk: Chunk) -> object:
    with connections["default"].cursor() as cursor:
        return _in_this_process(cursor, chunk)
