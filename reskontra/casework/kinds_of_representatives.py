"""Decisions about who stands for a party: somebody is registered, or no longer stands for it.

The one rule: lines of an address are written with a semicolon between them.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

from reskontra.casework import representing
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.kinds_of_debtors import ADDRESS, WHOSE, lines_of, party_meant
from reskontra.domain.representative import Letters
from reskontra.domain.texts import Texts
from reskontra.records import debtors

YES = "yes"
GO = {
    Letters.INSTEAD: Texts(sv="breven går dit i stället", en="the letters go there instead"),
    Letters.ALSO: Texts(sv="får kopia av breven", en="gets a copy of the letters"),
}


def _kinds(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    kinds = case.policy.representative_kinds
    return {
        name: Texts(
            sv=f"{each.texts.sv} ({GO[each.letters].sv})",
            en=f"{each.texts.en} ({GO[each.letters].en})",
        )
        for name, each in kinds.items()
    }


def _protected(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return {YES: Texts(sv="Ja, adressen visas inte för någon", en="Yes, nobody is shown where")}


def _represent(cursor: CursorWrapper, case: Case) -> None:
    representing.represent(
        cursor,
        representing.Newcomer(
            party=party_meant(case),
            kind=case.words("kind"),
            name=case.words("name"),
            address_lines=lines_of(case),
            protected=case.words("protected") == YES,
            first_day=case.day("from"),
            last_day=case.day("until"),
            reason=case.reason,
            by=case.by,
        ),
        policy=case.policy,
        today=case.today,
    )


REPRESENT = Kind(
    name="represent",
    about=About.PARTY,
    fields=(
        WHOSE,
        Field(
            name="kind",
            label=Texts(sv="Vad är hen?", en="What are they?"),
            type=FieldType.CHOICE,
            choices=_kinds,
        ),
        Field(name="name", label=Texts(sv="Namn", en="Name")),
        ADDRESS,
        Field(
            name="protected",
            label=Texts(sv="Skyddade personuppgifter", en="Protected identity"),
            type=FieldType.CHOICE,
            required=False,
            choices=_protected,
        ),
        Field(
            name="from",
            label=Texts(sv="Från och med", en="From"),
            hint=Texts(
                sv="Lämna tomt för i dag. Det som redan har skickats ändras inte.",
                en="Leave empty for today. What has been sent already does not change.",
            ),
            type=FieldType.DAY,
            required=False,
        ),
        Field(
            name="until",
            label=Texts(sv="Till och med", en="Until"),
            hint=Texts(
                sv="Lämna tomt om det gäller tills någon avslutar det. För den som är under 18 år "
                "slutar det dagen före 18-årsdagen.",
                en="Leave empty if it holds until somebody ends it. For a minor it ends the day "
                "before they come of age.",
            ),
            type=FieldType.DAY,
            required=False,
        ),
    ),
    carry_out=_represent,
)


def _registered(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    parties = (case.party, *debtors.owing_with(cursor, case.party))
    kinds = case.policy.representative_kinds
    found = [
        each
        for party in parties
        for each in representing.in_force(cursor, party=party, today=case.today)
    ]
    return {
        str(each.held.key): Texts(
            sv=f"{kinds[each.held.kind].texts.sv}: {each.name}, från {each.held.first_day}",
            en=f"{kinds[each.held.kind].texts.en}: {each.name}, from {each.held.first_day}",
        )
        for each in found
        if not each.ended and each.held.kind in kinds
    }


def _end(cursor: CursorWrapper, case: Case) -> None:
    representing.end(
        cursor,
        key=int(case.words("who")),
        reason=case.reason,
        by=case.by,
        today=case.today,
    )


END = Kind(
    name="end_representation",
    about=About.PARTY,
    fields=(
        Field(
            name="who",
            label=Texts(sv="Vems uppdrag", en="Whose"),
            type=FieldType.CHOICE,
            choices=_registered,
        ),
    ),
    carry_out=_end,
    offered=lambda cursor, case: bool(_registered(cursor, case)),
)

KINDS = (REPRESENT, END)
