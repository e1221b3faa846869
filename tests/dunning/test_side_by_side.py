"""Chunks side by side: each is worked once, and a failure lets no other begin."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool

import pytest
from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.dunning.side_by_side import Chunk, work_all

CHUNKS = [[1, 2], [3], [4, 5], [6]]


def test_each_chunk_is_worked_once_and_told_of(db: None) -> None:
    told: list[int] = []
    with connections["default"].cursor() as cursor:
        found = work_all(CHUNKS, lambda _, chunk: sum(chunk), cursor=cursor, tell=told.append)
    assert sorted(found) == [3, 3, 6, 9]
    assert told == sorted(told)
    assert told[-1] == 6


def test_two_are_worked_at_a_time(db: None) -> None:
    both = multiprocessing.Barrier(2, timeout=30)

    def work(cursor: CursorWrapper, chunk: Chunk) -> int:
        both.wait()
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])

    with connections["default"].cursor() as cursor:
        assert len(set(work_all(CHUNKS, work, cursor=cursor, tell=lambda _: None))) == 2


def test_one_chunk_is_worked_by_the_caller(db: None) -> None:
    with connections["default"].cursor() as mine:
        assert work_all(
            CHUNKS[:1], lambda cursor, _: cursor is mine, cursor=mine, tell=lambda _: None
        ) == [True]


def test_a_failure_is_raised_and_no_other_chunk_begins(db: None) -> None:
    begun = multiprocessing.Value("i")

    def work(cursor: CursorWrapper, chunk: Chunk) -> None:
        with begun.get_lock():
            begun.value += 1
        if chunk[0] >= 2:
            raise ConnectionError

    chunks = [[number] for number in range(1, 200)]
    with connections["default"].cursor() as cursor, pytest.raises(ConnectionError):
        work_all(chunks, work, cursor=cursor, tell=lambda _: None)
    assert begun.value < len(chunks)


def test_a_killed_process_ends_the_others_and_leaves_the_caller_its_connection(db: None) -> None:
    def work(cursor: CursorWrapper, chunk: Chunk) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with connections["default"].cursor() as cursor:
        with pytest.raises(BrokenProcessPool):
            work_all(CHUNKS, work, cursor=cursor, tell=lambda _: None)
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


KILLED_WITH_CHILDREN = """
import os, signal, time
import django
django.setup()
from reskontra.dunning.side_by_side import work_all

def work(cursor, chunk):
    os.write(1, b"%d " % os.getpid())
    if chunk == [2]:
        time.sleep(0.5)
        os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)

work_all([[1], [2]], work, cursor=None, tell=print)
"""


def test_no_process_outlives_the_one_that_began_it(db: None) -> None:
    # The pipe ends when the last process that holds it has ended.
    said = subprocess.run(
        [sys.executable, "-c", KILLED_WITH_CHILDREN], stdout=subprocess.PIPE, timeout=60
    )
    assert said.returncode == -signal.SIGKILL
    assert len(said.stdout.split()) == 2
