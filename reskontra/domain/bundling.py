"""One letter for each creditor, party and step: which claims share it, and which are only listed.

    bundle([(claim_1003, reminder), (claim_1004, reminder)], party_claims, today)
    -> one Bundle that speaks for both

Where several owe a claim, each of them gets a letter; a warning about a house's water goes to each
who owns the house that day. The one rule: claims of two creditors, or of
two steps, never stand in one letter as demanded, nor any claim that its reader does not
answer for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.debtors import owing, pursued
from reskontra.domain.dunning import pay_by_day
from reskontra.domain.premises import warned_owners
from reskontra.domain.step import Step, Together
from reskontra.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One letter to be: the claims whose step is taken, and those only listed with them."""

    creditor: str
    party: int
    step: Step
    day: date
    pay_by: date | None
    acted: tuple[Claim, ...]
    listed: tuple[Claim, ...]
    guests: tuple[Step, ...] = ()
    """Steps taken for the same claims, whose words stand in this letter."""

    @property
    def said(self) -> Step:
        """The step as the letter says it: with the words, enclosures and copies of the guests."""
        steps = (self.step, *self.guests)
        if not self.guests:
            return self.step
        own = (self.step,) if self.step.text else ()
        texts = [each.text or each.explanation for each in (*own, *self.guests)]
        return replace(
            self.step,
            text=Texts(
                sv="\n\n".join(each.sv for each in texts),
                en="\n\n".join(each.en for each in texts),
            ),
            encloses=frozenset().union(*(each.encloses for each in steps)),
            copies_to=frozenset().union(*(each.copies_to for each in steps)),
        )

    @property
    def first(self) -> Claim:
        """The claim that the letter is known by."""
        return min(self.acted, key=lambda claim: claim.key)

    @property
    def place(self) -> int:
        """Which of those that the letter goes to it is for: 0 is the claim's own party.

        First those who owe the claim, then who else owns the house whose water it is about.
        """
        owners = warned_owners(self.first, self.step, self.day)
        parties = list(dict.fromkeys((*owing(self.first), *owners)))
        return parties.index(self.party)


def bundle(
    acts: Iterable[tuple[Claim, Step]], party_claims: Sequence[Claim], today: date
) -> tuple[Bundle, ...]:
    """Join one party's acts into letters, in the order that the acts come.

    Only claims of one creditor, with the same step and the same time to pay, share a letter.
    `party_claims` are all the party's claims: the overdue ones are listed where the step says so.
    """
    acts = tuple(acts)
    taken = {(claim.key, step.name) for claim, step in acts}
    guests: defaultdict[tuple[int, str], list[Step]] = defaultdict(list)
    groups: dict[tuple[object, ...], list[tuple[Claim, Step]]] = {}
    for claim, step in acts:
        if (claim.key, step.in_letter_of) in taken:
            guests[claim.key, step.in_letter_of].append(step)
    for claim, step in acts:
        if (claim.key, step.in_letter_of) in taken:
            continue
        alone = claim.key if step.together is Together.EACH else None
        named = tuple(each.name for each in guests[claim.key, step.name])
        alike = (claim.creditor, step.name, step.letter, step.does, step.pay_within)
        house = claim.facility if warned_owners(claim, step, today) else None
        key = (*alike, alone, named, house)
        groups.setdefault(key, []).append((claim, step))
    return tuple(
        _bundle(group, party, guests[group[0][0].key, group[0][1].name], party_claims, today)
        for group in groups.values()
        for party in _readers(group, today)
    )


def _readers(group: Sequence[tuple[Claim, Step]], today: date) -> Iterable[int]:
    """Everybody whom a step of the group is taken against, in the order that they owe."""
    return dict.fromkeys(party for claim, step in group for party in _told(claim, step, today))


def _told(claim: Claim, step: Step, today: date) -> tuple[int, ...]:
    """Everybody whom the step's letter about the claim goes to."""
    return (*pursued(claim, step, today), *warned_owners(claim, step, today))


def _bundle(
    group: Sequence[tuple[Claim, Step]],
    party: int,
    guests: Sequence[Step],
    party_claims: Sequence[Claim],
    today: date,
) -> Bundle:
    claim, step = group[0]
    acted = tuple(each for each, step in group if party in _told(each, step, today))
    keys = {each.key for each in acted}
    listed = (
        tuple(
            each
            for each in party_claims
            if each.creditor == claim.creditor
            and each.key not in keys
            and each.owed_by(party)
            and each.overdue(today=today)
            and not each.handed_over
            and not each.is_held(party, today=today)
        )
        if step.together is Together.ALL_OVERDUE
        else ()
    )
    return Bundle(
        creditor=claim.creditor,
        party=party,
        step=step,
        day=today,
        pay_by=pay_by_day(step, day=today),
        acted=acted,
        listed=listed,
        guests=tuple(guests),
    )
