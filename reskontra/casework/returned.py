"""Letters that come back, and parties who have moved.

    letter_returned(cursor, invoice=17, reason="okänd på adressen", by="A. Ek", policy=…, today=…)
    moved(cursor, party=4, address_lines=("Nygatan 2", "999 12 Granvik"), reason=…, by=…, …)

A letter that came back has told nobody anything: what follows from it waits until it has been sent
again. Its reader's address is then unknown, and all that is to be written to them waits, until a
person ends that with a new address. The one rule: the time to pay is counted anew from the letter
that came to its reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.conditions import NOT_CONCERNED
from reskontra.domain.letter import Addressee, from_json, to_json
from reskontra.domain.premises import OWNER_CHANGED, WATER_IS_OFF, in_the_way
from reskontra.domain.refusal import Refused
from reskontra.domain.resending import NoLongerTrue, again, lost_days
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.domain.stating import stated_ore
from reskontra.domain.step import Falls, Step
from reskontra.records import as_of, claim_states, letters, parties, readers, returned, steps
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.returned import LetterRow
from reskontra.records.steps import NewHold

RETURNED_LETTER = "returned_letter"
UNKNOWN_ADDRESS = "unknown_address"
"""Kinds of hold."""
USUALLY = Falls.NEXT_BANKING_DAY
GONE = frozenset({OWNER_CHANGED, WATER_IS_OFF, NOT_CONCERNED})
"""What about a house ends a warning about its water."""


class NoLetterToReturn(Refused):
    """No letter about invoice {number} has left, so none can have come back."""

    swedish = "Inget brev om faktura {number} har lämnat oss, så inget kan ha kommit tillbaka."


class ReturnedBefore(Refused):
    """The letter of {letter_day} came back on {day}; write down where its reader lives instead."""

    swedish = "Brevet från {letter_day} kom tillbaka {day}. Registrera i stället den nya adressen."


class NoAddress(Refused):
    """An address has at least one line."""

    swedish = "En adress har minst en rad."


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What came of a new address, or of a new reader."""

    resent: int
    not_resent: tuple[str, ...]
    """Why a letter was not sent again."""


def letter_returned(
    cursor: CursorWrapper, *, invoice: int, number: str, reason: str, by: str, today: date
) -> LetterRow:
    """The latest letter about the invoice came back: what follows from it waits. The letter.

    Refuses when no letter has left, or when it came back before.
    """
    claim_states.lock(cursor, [invoice])
    letter = returned.latest_of(cursor, invoice)
    if letter is None or not letter.left:
        raise NoLetterToReturn(number=number)
    if letter.returned_on is not None:
        raise ReturnedBefore(letter_day=letter.day, day=letter.returned_on)
    letters.add_events(cursor, [(letter.letter, "returned", today, f"{reason} ({by})")])
    for each in letter.invoices:
        new = NewHold(
            party=letter.party,
            invoice=each,
            kind=RETURNED_LETTER,
            first_day=today,
            last_day=None,
            reason=reason,
            decided_by=by,
        )
        steps.add_hold(cursor, new)
    _address_unknown(cursor, letter, reason=reason, by=by, today=today)
    return letter


def _address_unknown(
    cursor: CursorWrapper, letter: LetterRow, *, reason: str, by: str, today: date
) -> None:
    """From now on nobody knows where the party lives; a representative's letter says less."""
    elsewhere = any(each.instead for each in readers.of_letter(cursor, letter.letter))
    if elsewhere or steps.open_holds(cursor, party=letter.party, kind=UNKNOWN_ADDRESS):
        return
    new = NewHold(
        party=letter.party,
        invoice=None,
        kind=UNKNOWN_ADDRESS,
        first_day=today,
        last_day=None,
        reason=reason,
        decided_by=by,
    )
    steps.add_hold(cursor, new)


def moved(
    cursor: CursorWrapper,
    *,
    party: int,
    address_lines: Sequence[str],
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> Moved:
    """Write down where the party lives, and send again what came back; what came of it.

    Steps that waited for such a letter have all of its time before them again.
    """
    lines = tuple(line.strip() for line in address_lines if line.strip())
    if not lines:
        raise NoAddress
    claim_states.lock_parties(cursor, [party])
    parties.move(cursor, party=party, address_lines=lines)
    yesterday = today - timedelta(days=1)
    for hold in steps.open_holds(cursor, party=party, kind=UNKNOWN_ADDRESS):
        steps.lift_hold(cursor, hold=hold, last_day=yesterday, look_on=today, reason=reason, by=by)
    return deliver(cursor, party=party, reason=reason, by=by, policy=policy, today=today)


def deliver(
    cursor: CursorWrapper, *, party: int, reason: str, by: str, policy: Policy, today: date
) -> Moved:
    """Write anew to the party what came back or never left, with all of its time before it."""
    yesterday = today - timedelta(days=1)
    waiting = returned.waiting(cursor, party=party)
    for letter in waiting:
        assert letter.returned_on is not None
        lost = lost_days(first_day=letter.day, returned_on=letter.returned_on)
        for invoice in letter.invoices:
            for hold in steps.open_holds(
                cursor, party=party, kind=RETURNED_LETTER, invoice=invoice
            ):
                steps.lift_hold(
                    cursor,
                    hold=hold,
                    last_day=yesterday + lost,
                    look_on=today,
                    reason=reason,
                    by=by,
                )
    resent, not_resent = 0, []
    for letter in (*waiting, *returned.withheld(cursor, party=party)):
        try:
            resent += _resend(cursor, letter, policy, today)
        except NoLongerTrue as refusal:
            not_resent.append(str(refusal))
    return Moved(resent=resent, not_resent=tuple(not_resent))


def _resend(cursor: CursorWrapper, letter: LetterRow, policy: Policy, today: date) -> bool:
    """Send it again, unless nothing of it is owed any more, or its plan is over; whether it was."""
    wanted = as_of.Wanted.invoices([*letter.invoices, *letter.listed])
    loaded = as_of.load(cursor, wanted)
    ruled = [under_rules(each.claim, policy, today=today) for each in loaded]
    claims = [each.claim for each in ruled]
    asked_ore = {each.claim.number: _asked_ore(letter, each, today) for each in ruled}
    about = [claim for claim in claims if claim.key in letter.invoices]
    if not any(asked_ore[claim.number] for claim in about):
        return False
    if letter.template == letters.INSTALLMENT_PLAN and any(claim.plan is None for claim in about):
        return False
    recipient = parties.recipients(cursor, [letter.party])[letter.party]
    hidden = recipient.protected_identity
    data = again(
        from_json(letter.data),
        day=today,
        addressee=Addressee(
            name=recipient.name, address_lines=() if hidden else recipient.address_lines
        ),
        open_ore=asked_ore,
        falls=next((it.pay_by_falls for each in ruled if (it := _step(letter, each))), USUALLY),
    )
    letters.add(cursor, [_new(letter, to_json(data), claims, today)])
    return True


def _step(letter: LetterRow, ruled: Ruled) -> Step | None:
    """The step that the letter took; None of the document of an invoice or a plan."""
    return ruled.procedure.step(letter.step)


def _asked_ore(letter: LetterRow, ruled: Ruled, today: date) -> int:
    """What the letter asks for of a claim now: what it is about, and while that still holds."""
    claim, step = ruled.claim, _step(letter, ruled)
    if step is None or claim.key not in letter.invoices:
        return claim.open_ore
    if GONE.intersection(in_the_way(claim, step, today)):
        return 0
    part_ore = stated_ore(claim, step)
    return claim.open_ore if part_ore is None else part_ore


def _new(letter: LetterRow, data: str, claims: Sequence[Claim], today: date) -> NewLetter:
    pay_by = getattr(from_json(data), "pay_by", letter.pay_by)
    about = [claim for claim in claims if claim.key in letter.invoices or claim.open_ore]
    return NewLetter(
        key=f"{letter.key}:again:{today}",
        creditor=letter.creditor,
        party=letter.party,
        template=letter.template,
        language=letter.language,
        day=today,
        pay_by=pay_by,
        total_ore=sum(claim.open_ore for claim in about),
        ocr_number=letter.ocr_number,
        data=data,
        claims=tuple(
            NewLetterClaim(claim.key, claim.key in letter.invoices, claim.open_ore)
            for claim in about
        ),
        channel=letter.channel,
        passed_channels=tuple(letter.passed_channels),
        encloses=tuple(letter.encloses),
        copies_to=tuple(letter.copies_to),
        resends=letter.letter,
    )
