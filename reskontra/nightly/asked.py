"""What somebody asks about more time, or parts, is judged for real invoices and told in words.

    Asked.about(["1004"], args, what="deferral")
        -> the claims as the rules see them today, and their procedure

The rates of days that the law has not set yet are taken to stay as they are, and it is said. The
one rule: nothing is written but who looked.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connections, transaction

from reskontra.domain.assumed import Assumption, assumed
from reskontra.domain.claim import Claim
from reskontra.domain.fees import FeeDecision
from reskontra.domain.interest import Interest
from reskontra.domain.money import format_kronor
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up
from reskontra.records import as_of

NO = Texts(sv="Nej.", en="No.")
BY = Texts(sv="Får beslutas av: {value}", en="May be decided by: {value}")
FEE = Texts(sv="Avgift: {value} kr", en="Fee: SEK {value}")
INTEREST = Texts(
    sv="Dröjsmålsränta, beräknad: {value} kr", en="Late interest, estimated: SEK {value}"
)
ASSUMED = Texts(
    sv="{value} antas vara oförändrad efter {day}.", en="{value} is assumed to stay after {day}."
)
RULE = Texts(sv="Regel: {value}", en="Rule: {value}")


class NotTogether(Refused):
    """Invoices {numbers} are not of one party, one creditor and one procedure.

    Ask about them one at a time.
    """

    swedish = (
        "Fakturorna {numbers} har inte samma mottagare, borgenär och rutin. Fråga om en i taget."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Invoices that somebody asks about, on a day."""

    claims: tuple[Claim, ...]
    procedure: Procedure
    policy: Policy
    day: date
    assumptions: tuple[Assumption, ...]
    language: str

    @classmethod
    def about(cls, numbers: Sequence[str], args: argparse.Namespace, *, what: str) -> Asked:
        """Look the invoices up; refused when they do not belong together."""
        day = frame.day_of(args)
        policy, assumptions = assumed(frame.policy(), until=date.max)
        with transaction.atomic(), connections["default"].cursor() as cursor:
            ids = [look_up.look_up(cursor, number, args, what=what) for number in numbers]
            wanted = as_of.Wanted.invoices(ids, asking=tuple(policy.creditors))
            loaded = as_of.load(cursor, wanted)
        ruled = [under_rules(each.claim, policy, today=day) for each in loaded]
        together = {(each.claim.party, each.procedure.digest) for each in ruled}
        if len(together) > 1:
            raise NotTogether(numbers=", ".join(numbers))
        return cls(
            claims=tuple(each.claim for each in ruled),
            procedure=ruled[0].procedure,
            policy=policy,
            day=day,
            assumptions=assumptions,
            language=frame.language(),
        )

    @property
    def names(self) -> Mapping[str, Texts]:
        """What steps, and what a person may find, are called."""
        return {step.name: step.label for step in self.procedure.steps} | (
            self.policy.clearance_kinds
        )

    def say(self, words: Texts, value: object = "", **more: object) -> str:
        """The words in the language of the terminal, with their values."""
        return words.say(self.language).format(value=value, **more)

    def kronor(self, amount_ore: int) -> str:
        """An amount in the language of the terminal, without its unit."""
        return format_kronor(amount_ore, language=self.language)

    def declined(self, answer: Declined) -> Iterator[str]:
        """No, and every reason."""
        yield self.say(NO)
        for reason in answer.reasons:
            yield f"  {reason.texts(self.names).say(self.language)}"
        yield from self.rule()

    def granted_by(self, role: str) -> str:
        """Who may say yes."""
        label = self.policy.role_kinds.get(role)
        return self.say(BY, label.say(self.language) if label else role.replace("_", " "))

    def fee(self, fee: FeeDecision) -> Iterator[str]:
        """What it costs, when it costs anything."""
        if fee.amount_ore:
            yield self.say(FEE, self.kronor(fee.amount_ore))

    def interest(self, interest: Interest, words: Texts = INTEREST) -> Iterator[str]:
        """What interest comes to, and what had to be assumed for it."""
        yield self.say(words, self.kronor(interest.total_ore))
        last = interest.rows[-1].to_date if interest.rows else self.day
        for each in self.assumptions:
            if each.confirmed_until < last:
                name = each.name.replace("_", " ")
                yield self.say(ASSUMED, name, day=each.confirmed_until)

    def rule(self) -> Iterator[str]:
        """Which file says so, and its source."""
        reference = self.procedure.reference
        yield self.say(RULE, f"{self.procedure.file}, {reference.title} {reference.url}".strip())
