"""A debtor has died: everything waits, and later a person lets it go on against the estate.

    died(cursor, party=4, reason="dödsfall enligt Navet", by="A. Ek", policy=policy, today=today)
    go_on_against_estate(cursor, party=4, contact="Advokat B. Lund", address_lines=…, …)

The estate is a debtor of its own kind (dödsboet är en juridisk person): the rules ask what it is.
The one rule: nothing is sent to one who has died, and nobody signs in as them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.casework import holding
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import procedure_of
from reskontra.domain.texts import Texts
from reskontra.records import as_of, claim_states, parties, queries, steps
from reskontra.records.steps import NewHold

DEATH = "death"
"""A kind of hold."""
ESTATE_OF = Texts(sv="Dödsboet efter {name}", en="The estate of {name}")


class NotDead(Refused):
    """Nobody has written down that the party has died; do that first."""

    swedish = "Ingen har registrerat att parten har avlidit. Gör det först."


class NoContact(Refused):
    """Say who answers for the estate, and where letters to it go."""

    swedish = "Ange vem som svarar för dödsboet och vart brev till det ska skickas."


def died(
    cursor: CursorWrapper, *, party: int, reason: str, by: str, policy: Policy, today: date
) -> int:
    """Let all that the party owes wait from today, and close its portal; the id of the hold."""
    new = NewHold(
        party=party,
        invoice=None,
        kind=DEATH,
        first_day=today,
        last_day=None,
        reason=reason,
        decided_by=by,
    )
    return holding.hold(cursor, new, policy=policy, today=today)


def go_on_against_estate(
    cursor: CursorWrapper,
    *,
    party: int,
    contact: str,
    address_lines: Sequence[str],
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> None:
    """Let the claims go on, with the estate as their debtor; the days of waiting do not count.

    Refuses when nobody has died, when there is nobody to write to, and (NoProcedure) when no
    procedure takes a claim on an estate.
    """
    lines = tuple(line.strip() for line in address_lines if line.strip())
    if not contact.strip() or not lines:
        raise NoContact
    holds = steps.open_holds(cursor, party=party, kind=DEATH)
    if not holds:
        raise NotDead
    claim_states.lock_parties(cursor, [party])
    loaded = as_of.load(cursor, as_of.Wanted.invoices(queries.all_open_of(cursor, party)))
    for each in loaded:
        procedure_of(replace(each.claim, debtor=PartyKind.ESTATE), policy, today=today)
    before = parties.recipients(cursor, [party])[party]
    parties.become_estate(
        cursor,
        party=party,
        name=ESTATE_OF.say(before.language).format(name=before.name),
        address_lines=(f"c/o {contact.strip()}", *lines),
    )
    for hold in holds:
        yesterday = today - timedelta(days=1)
        steps.lift_hold(cursor, hold=hold, last_day=yesterday, look_on=today, reason=reason, by=by)
