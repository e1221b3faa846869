"""A file is read a chunk ahead: while the database books one chunk, the next is parsed.

    for chunk in read_ahead(chunks):
        book(chunk)

The one rule: what the reader refuses is raised where its chunk would have come, not before.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def read_ahead(items: Iterator[list[T]]) -> Generator[list[T], None, None]:
    """Give the lists in order, the next one being made by a thread of its own meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as reader:
        coming = reader.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = reader.submit(next, items, None)
            yield item
