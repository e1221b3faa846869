"""Chunks worked side by side: while the database checks one chunk, the next is planned.

    work_all([[4, 7], [9]], work, cursor=cursor, tell=print)  -> what `work` gave for each chunk

The one rule: a chunk is worked whole by one thread, in a transaction on a connection of its own;
so chunks may not touch each other's rows, and end in any order. A single chunk is worked here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Lock
from typing import TypeVar

from django.db import connections
from django.db.backends.utils import CursorWrapper

T = TypeVar("T")
Chunk = Sequence[int]
Work = Callable[[CursorWrapper, Chunk], T]

WORKERS = 2
"""One waits for the database while the other plans; more would wait for each other."""


class _Results(list[T]):
    """What the chunks gave, told of as they end."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        super().__init__()
        self._tell = tell
        self._done = 0
        self._lock = Lock()

    def add(self, chunk: Chunk, result: T) -> None:
        with self._lock:
            self.append(result)
            self._done += len(chunk)
            self._tell(self._done)


def work_all(
    chunks: Sequence[Chunk], work: Work[T], *, cursor: CursorWrapper, tell: Callable[[int], None]
) -> list[T]:
    """Work every chunk; `tell` hears how many parties are done.

    When `work` raises, chunks that have begun are ended, no other is begun, and it is raised here.
    """
    results: _Results[T] = _Results(tell)
    if len(chunks) < WORKERS:
        for chunk in chunks:
            results.add(chunk, work(cursor, chunk))
        return results
    waiting = deque(chunks)
    with ThreadPoolExecutor(WORKERS) as pool:
        threads = [pool.submit(_take, waiting, work, results) for _ in range(WORKERS)]
        try:
            for thread in as_completed(threads):
                thread.result()
        finally:
            waiting.clear()
    return results


def _take(waiting: deque[Chunk], work: Work[T], results: _Results[T]) -> None:
    """Work one chunk after another until none is waiting."""
    connection = connections["default"]
    try:
        with connection.cursor() as cursor:
            while waiting:
                try:
                    chunk = waiting.popleft()
                except IndexError:
                    return
                results.add(chunk, work(cursor, chunk))
    finally:
        connection.close()
