"""Chunks side by side: each is worked once, and a failure lets no other begin."""

from __future__ import annotations

from threading import Barrier

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
    both = Barrier(2, timeout=30)

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
    begun: list[int] = []

    def work(cursor: CursorWrapper, chunk: Chunk) -> None:
        begun.append(chunk[0])
        if chunk[0] >= 2:
            raise ConnectionError

    chunks = [[number] for number in range(1, 200)]
    with connections["default"].cursor() as cursor, pytest.raises(ConnectionError):
        work_all(chunks, work, cursor=cursor, tell=lambda _: None)
    assert len(begun) < len(chunks)
