"""Lives the same claims under each policy, a process for each.

    live_all(start, [policy_a, policy_b], tell=print)  -> the months of A, and the months of B

The one rule: the processes share what they begin with and nothing else.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection, wait

from reskontra.domain.claim import Claim, Hold
from reskontra.domain.forecast import Month, Term, forecast
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.simulation import Simulation

Months = tuple[Month, ...]
Tell = Callable[[int, int], None]


class SimulationEnded(Refused):
    """The simulation under policy {policy} ended before its time: {reason}"""

    swedish = "Simuleringen med regler {policy} avbröts: {reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is alike for every policy."""

    claims: Sequence[Claim]
    party_holds: dict[int, tuple[Hold, ...]]
    term: Term
    seed: int


def live_all(start: Start, policies: Sequence[Policy], *, tell: Tell) -> list[Months]:
    """Live the claims under each policy; `tell` hears days lived and days in all."""
    days = (start.term.last_day - start.term.first_day).days + 1
    lived = [0] * len(policies)

    def heard(place: int, day: date) -> None:
        lived[place] = (day - start.term.first_day).days + 1
        tell(sum(lived), days * len(policies))

    if len(policies) == 1:
        return [_live(start, policies[0], lambda day: heard(0, day))]
    return _live_apart(start, policies, heard)


def _live(start: Start, policy: Policy, tell: Callable[[date], None]) -> Months:
    life = Simulation(
        start.claims,
        policy=policy,
        seed=start.seed,
        first_day=start.term.first_day,
        party_holds=start.party_holds,
    )
    return forecast(life, term=start.term, tell=tell)


def _live_apart(
    start: Start, policies: Sequence[Policy], heard: Callable[[int, date], None]
) -> list[Months]:
    # A forked process has the claims already: a hundred thousand need not be sent to it.
    forked = multiprocessing.get_context("fork")
    found: dict[int, Months] = {}
    readers: dict[Connection, int] = {}
    processes = []
    for place, policy in enumerate(policies):
        reader, writer = forked.Pipe(duplex=False)
        processes.append(forked.Process(target=_tell_of, args=(start, policy, writer)))
        processes[-1].start()
        writer.close()
        readers[reader] = place
    try:
        while readers:
            for ready in wait(list(readers)):
                assert isinstance(ready, Connection)
                _hear(ready, readers, found, heard)
    finally:
        for process in processes:
            process.terminate()
            process.join()
    return [found[place] for place in range(len(policies))]


def _hear(
    reader: Connection,
    readers: dict[Connection, int],
    found: dict[int, Months],
    heard: Callable[[int, date], None],
) -> None:
    """Take one message: a day lived, the months when all are lived, or why it ended."""
    place = readers[reader]
    try:
        message = reader.recv()
    except EOFError:
        raise SimulationEnded(policy="AB"[place], reason="the process ended") from None
    if isinstance(message, Refused):
        raise message
    if isinstance(message, date):
        heard(place, message)
    elif isinstance(message, str):
        raise SimulationEnded(policy="AB"[place], reason=message)
    else:
        found[place] = message
        del readers[reader]


def _tell_of(start: Start, policy: Policy, writer: Connection) -> None:
    """Live in a process of its own, and tell of it."""
    try:
        writer.send(_live(start, policy, writer.send))
    except Refused as refusal:
        writer.send(refusal)
    except Exception as error:
        writer.send(f"{type(error).__name__}: {error}")
