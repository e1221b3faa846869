"""Decisions about who the debtor is and where they live: a letter came back, a move, a death.

The one rule: lines of an address are written with a semicolon between them.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

from reskontra.casework import estates, returned
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.texts import Texts
from reskontra.records import debtors, steps

ADDRESS = Field(
    name="address",
    label=Texts(sv="Adress", en="Address"),
    hint=Texts(
        sv="Med semikolon mellan raderna: Storgatan 1; 999 10 Granvik",
        en="With a semicolon between the lines: Storgatan 1; 999 10 Granvik",
    ),
)


def _whose(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The others who owe something together with the party."""
    found = debtors.owing_with(cursor, case.party)
    return {str(party): Texts(sv=name, en=name) for party, name in found.items()}


WHOSE = Field(
    name="whose",
    label=Texts(sv="För en annan som också är betalningsskyldig", en="For another who owes too"),
    hint=Texts(
        sv="Lämna tomt om det gäller den som fakturan är ställd till.",
        en="Leave empty if it is about the one that the invoice is addressed to.",
    ),
    type=FieldType.CHOICE,
    required=False,
    choices=_whose,
)


def party_meant(case: Case) -> int:
    """Whom of those who owe together it is about: the invoice's party unless another is chosen."""
    return int(case.words("whose") or case.party)


def lines_of(case: Case) -> list[str]:
    """The lines of the address that was filled in."""
    return [line.strip() for line in case.words("address").split(";")]


def _returned(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    returned.letter_returned(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        reason=case.reason,
        by=case.by,
        today=case.today,
    )


RETURNED = Kind(name="letter_returned", about=About.INVOICE, fields=(), carry_out=_returned)


def _moved(cursor: CursorWrapper, case: Case) -> None:
    returned.moved(
        cursor,
        party=party_meant(case),
        address_lines=lines_of(case),
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


MOVED = Kind(name="moved", about=About.PARTY, fields=(WHOSE, ADDRESS), carry_out=_moved)


def _died(cursor: CursorWrapper, case: Case) -> None:
    estates.died(
        cursor,
        party=case.party,
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _has_died(cursor: CursorWrapper, case: Case) -> bool:
    return bool(steps.open_holds(cursor, party=case.party, kind=estates.DEATH))


DIED = Kind(
    name="died",
    about=About.PARTY,
    fields=(),
    carry_out=_died,
    offered=lambda cursor, case: not _has_died(cursor, case),
)


def _estate(cursor: CursorWrapper, case: Case) -> None:
    estates.go_on_against_estate(
        cursor,
        party=case.party,
        contact=case.words("contact"),
        address_lines=lines_of(case),
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


ESTATE = Kind(
    name="estate_goes_on",
    about=About.PARTY,
    fields=(
        Field(
            name="contact",
            label=Texts(sv="Vem svarar för dödsboet", en="Who answers for the estate"),
        ),
        ADDRESS,
    ),
    carry_out=_estate,
    offered=_has_died,
)

KINDS = (RETURNED, MOVED, DIED, ESTATE)
