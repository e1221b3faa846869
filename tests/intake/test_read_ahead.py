"""Reading ahead changes neither what comes, nor its order, nor where a refusal is raised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from threading import Event

import pytest

from reskontra.intake.read_ahead import read_ahead


def test_everything_comes_in_order() -> None:
    assert list(read_ahead(iter([[1, 2], [], [3]]))) == [[1, 2], [], [3]]
    assert list(read_ahead(iter([]))) == []


def test_the_next_is_made_while_this_one_is_used() -> None:
    next_is_made = Event()

    def made() -> Iterator[list[int]]:
        yield [1]
        next_is_made.set()
        yield [2]

    for _ in read_ahead(made()):
        assert next_is_made.wait(timeout=30)


def test_a_refusal_comes_after_what_was_read_before_it() -> None:
    def refused() -> Iterator[list[int]]:
        yield [1]
        raise BrokenPipeError

    items = read_ahead(refused())
    assert next(items) == [1]
    with pytest.raises(BrokenPipeError):
        next(items)


def test_who_stops_early_leaves_no_reader_behind() -> None:
    with closing(read_ahead(iter([[1], [2], [3]]))) as items:
        assert next(items) == [1]
    assert list(items) == []
