"""A step that somebody else performs is reported: whether it can be, and what it comes to.

    reported(claim, procedure, "disconnection", day=date(2025, 6, 2), rate="evening")  -> Taken

The one rule: what is not open to be performed that day cannot have been; the reason is told.
"""

from __future__ import annotations

from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.dunning import Stopped, Wait, assess_step
from reskontra.domain.night import Taken, take_step
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Procedure
from reskontra.domain.step import Does

REPORT = "report:"


class NotReported(Refused):
    """{step} is not a step of {procedure} that others report; those are {known}."""

    swedish = "{step} är inget steg i {procedure} som andra rapporterar. De är {known}."


class ReportedBefore(Refused):
    """{step} was taken for invoice {number} on {day}; a step is taken once."""

    swedish = "{step} togs för faktura {number} den {day}. Ett steg tas en gång."


class NotOpen(Refused):
    """{step} cannot have been taken for invoice {number} on {day}: {why}."""

    swedish = "{step} kan inte ha tagits för faktura {number} den {day}: {why}."


class NoSuchRate(Refused):
    """{step} has no rate called {rate!r}; it has {known}."""

    swedish = "{step} har ingen taxa som heter {rate!r}. Den har {known}."


def reported(claim: Claim, procedure: Procedure, name: str, *, day: date, rate: str = "") -> Taken:
    """What the step comes to when somebody has performed it on `day`.

    Refuses a step that nobody reports, one taken before, one that was not open that day, and a
    rate that its fee does not have.
    """
    step = procedure.step(name)
    if step is None or step.does is not Does.AWAIT_REPORT:
        known = [each.name for each in procedure.steps if each.does is Does.AWAIT_REPORT]
        raise NotReported(step=name, procedure=procedure.name, known=", ".join(known) or "–")
    if (before := claim.taken(name)) is not None:
        raise ReportedBefore(step=name, number=claim.number, day=before.day)
    rates = dict(step.fee.rates) if step.fee else {}
    if rate and rate not in rates:
        raise NoSuchRate(step=name, rate=rate, known=", ".join(rates) or "–")
    outcome = assess_step(claim, procedure, step, day)
    match outcome:
        case Wait(until=None, what=what) if what.startswith(REPORT):
            return take_step(claim, procedure, step, day, rate=rate)
        case Wait(until=until, what=what):
            why = f"{until}" if until else what
        case Stopped(by=by):
            why = ", ".join(by)
        case _:
            why = "–"
    raise NotOpen(step=name, number=claim.number, day=day, why=why)
