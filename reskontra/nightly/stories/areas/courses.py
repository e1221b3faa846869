"""What a line of a story may say of the course of a claim, and of its limitation.

    -> course 1003 enforcement-authority
    course 1003 monitoring "inga tillgångar"
    -> monitoring 1003
    interrupt 1003 acknowledged "mejl, dnr 4"
    ? lapses 1003 2028-03-03

The one rule: a person decides through the same door as the case officers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import courses as deciding
from reskontra.casework import matters as casework
from reskontra.domain.claim import MONITORING, Claim, Clearance
from reskontra.domain.course import ABILITY_TO_PAY, NothingProposed, course_of, decided
from reskontra.domain.limitation import Break, checked
from reskontra.domain.proposal import propose
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import limitation_of, under_rules
from reskontra.domain.step import Does
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import AskedOfClaim, DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import courses, history, limitation

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

BY = "story"


def _words(course: str) -> str:
    return course.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(DidLine):
    """The table proposes a course; a person has not decided yet."""

    number: str
    course: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> course {self.number} {_words(self.course)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests(DidLine):
    """The claim rests and its limitation is watched."""

    number: str
    step: str = MONITORING

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> {_words(self.step)} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(GivenLine):
    """A person decides on the course, with a reason when it is not the proposed one."""

    number: str
    course: str
    reason: str = ""

    @property
    def text(self) -> str:
        """As it is written."""
        reason = f' "{self.reason}"' if self.reason else ""
        return f"course {self.number} {_words(self.course)}{reason}"

    def in_values(self, world: Pure, day: date) -> None:
        """The claim follows it; refused as it is through the door."""
        owed, course = world.owed[self.number], course_of(self.course)
        ruled = world.ruled(self.number, day)
        proposing = [
            step for step in ruled.procedure.steps if step.courses and ruled.claim.taken(step.name)
        ]
        if not proposing:
            raise NothingProposed(number=self.number)
        taken = ruled.claim.taken(proposing[-1].name)
        assert taken is not None
        proposed = propose(ruled.claim, proposing[-1].courses, taken.day)
        decided(course, proposed=proposed.course, reason=self.reason)
        found = Clearance(kind=ABILITY_TO_PAY, day=day)
        owed.claim = replace(owed.claim, course=course, clearances=(*owed.claim.clearances, found))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the case officers' door."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        deciding.confirm_course(
            cursor,
            invoice=invoice,
            number=self.number,
            course=self.course,
            reason=self.reason,
            by=BY,
            day=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted(GivenLine):
    """Somebody records what interrupts limitation, with its proof."""

    number: str
    cause: str
    proof: str
    name: str = ""
    """Towards whom, where several owe it; its recipient when not said."""

    @property
    def text(self) -> str:
        """As it is written."""
        by = f" by {self.name}" if self.name else ""
        return f'interrupt {self.number} {_words(self.cause)}{by} "{self.proof}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The time begins anew."""
        owed = world.owed[self.number]
        party = world.cast.names.index(self.name) if self.name else owed.claim.party
        found = Break(cause=checked(self.cause, proof=self.proof), day=day, party=party)
        owed.claim = replace(owed.claim, breaks=(*owed.claim.breaks, found))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the case officers' door."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        casework.interrupt(
            cursor,
            invoice=invoice,
            number=self.number,
            cause=self.cause,
            proof=self.proof,
            by=BY,
            policy=world.policy,
            today=day,
            party=world.citizen(self.name).party_id if self.name else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapses(AskedOfClaim):
    """The last day on which the claim may be collected."""

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? lapses {self.number} {self.said}"

    def answer(self, claim: Claim, policy: Policy, today: date) -> str:
        """The day, with `lapsed` when it has passed."""
        ruled = under_rules(claim, policy, today=today)
        control = limitation_of(ruled.claim, ruled.procedure, policy)
        if control.lapses_on is None:
            return "not at the authority"
        return f"lapsed {control.lapses_on}" if control.lapsed(today) else f"{control.lapses_on}"


def _night(world: Pure, day: date) -> Iterator[DidLine]:
    """The courses that the night's steps propose, and the claims that it lets rest."""
    for number, owed in world.owed.items():
        ruled = world.ruled(number, day)
        for taken in owed.claim.steps_taken:
            step = ruled.procedure.step(taken.name)
            if step is None or taken.day != day:
                continue
            if step.does is Does.MONITOR:
                yield Rests(number=number, step=step.name)
            elif step.courses:
                course = propose(ruled.claim, step.courses, day).course
                yield Proposed(number=number, course=course.value)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for row in courses.proposals_of(rows.cursor, rows.ids):
        yield row.day, Proposed(number=rows.number(row.invoice), course=row.course.value)
    for step in history.steps(rows.cursor, rows.ids):
        if step.step.startswith(MONITORING):
            yield step.day, Rests(number=rows.number(step.invoice), step=step.step)


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    for row in courses.decisions_of(rows.cursor, rows.ids):
        number, reason = rows.number(row.invoice), row.reason.replace('"', "'")
        yield row.day, Decided(number=number, course=row.course.value, reason=reason)
    for day, invoice, cause, proof, party in limitation.recorded(rows.cursor, rows.ids):
        quoted, number = proof.replace('"', "'"), rows.number(invoice)
        name = "" if party == rows.rows[invoice].party else rows.names[party]
        yield day, Interrupted(number=number, cause=cause, proof=quoted, name=name)


def _name(words: str) -> str:
    return words.replace("-", "_")


AREA = Area(
    shapes=(
        shape(
            "-> course <number> <course:word>",
            lambda g: (Proposed(number=g["number"], course=_name(g["course"])),),
        ),
        shape(
            "-> <step:monitoring> <number>",
            lambda g: (Rests(number=g["number"], step=_name(g["step"])),),
        ),
        shape('course <number> <course:word>[ "<reason:quoted>"]', lambda g: (_decided(g),)),
        shape(
            'interrupt <number> <cause:word>[ by <name>] "<proof:quoted>"',
            lambda g: (_interrupted(g),),
        ),
        shape(
            "? lapses <number> <said:lapse>",
            lambda g: (Lapses(number=g["number"], said=g["said"]),),
        ),
    ),
    night_in_values=_night,
    deeds=_deeds,
    given=_given,
)


def _decided(g: Groups) -> Decided:
    return Decided(number=g["number"], course=_name(g["course"]), reason=g["reason"] or "")


def _interrupted(g: Groups) -> Interrupted:
    return Interrupted(
        number=g["number"], cause=_name(g["cause"]), proof=g["proof"], name=g["name"] or ""
    )
