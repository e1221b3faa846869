"""The command: `python -m bench --claims 100000,1000000 --due 100000 …`, which `make bench` runs.

The one rule: it prints what it measured, misses included, and ends with 0 either way.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from bench.place import Place
from bench.plan import Sizes, measure
from bench.report import as_json, as_table


def main() -> int:
    """Measure, print the table, and write the JSON."""
    args = _arguments()
    sizes = Sizes(
        claims=args.claims,
        due=args.due,
        payments=args.payments,
        letters=args.letters,
        pages=args.pages,
        turns=args.turns,
        rounds=args.rounds,
    )
    with Place.made() as place:
        found = measure(place, sizes, tell=lambda words: print(words, file=sys.stderr, flush=True))
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(as_json(found, sizes), encoding="utf-8")
    print(as_table(found, sizes))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure reskontra.")
    add: Callable[..., object] = parser.add_argument
    add("--claims", type=_numbers, default=(100_000, 1_000_000), help="sizes of the ledger")
    add("--due", type=int, default=100_000, help="claims to be reminded in one night, at most")
    add("--payments", type=int, default=100_000, help="payments in one bank file, at most")
    add("--letters", type=int, default=2_000, help="letters to render, at most")
    add("--pages", type=int, default=1_000, help="list pages to answer, at most")
    add("--turns", type=int, default=3, help="how often in a round the pages are asked for")
    add("--rounds", type=int, default=3, help="how often each is measured; medians are told")
    add("--json", type=Path, default=Path("build/bench.json"), help="where to write the numbers")
    return parser.parse_args()


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(each) for each in text.split(",")))


if __name__ == "__main__":
    sys.exit(main())
