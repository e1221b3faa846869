"""Whom to sign in as: for each thing worth seeing, somebody whose rows show it.

    chosen(policy=policy, today=date(2026, 11, 22), preferred=("198804172388", ...))
        -> (DemoPerson("198804172388", "Anna Lindqvist", Texts(sv="Har obetalda ...")), ...)

The one rule: nobody is promised who does not show it. The rows are asked as they stand after the
last night. Among those who fit, the cast comes first, and nobody is chosen twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connections

from reskontra.domain.claim import Claim, Status
from reskontra.domain.enforcement import State
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy
from reskontra.domain.status import statuses
from reskontra.domain.texts import Texts
from reskontra.domain.visibility import Listing, place
from reskontra.records import as_of
from reskontra.records.models import Party

CHUNK_PARTIES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody to sign in as, and what is worth seeing there."""

    identity_number: str
    name: str
    about: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a person sees in the portal on a day."""

    party: Party
    today: date
    claims: tuple[Claim, ...]
    """Those that the portal shows."""

    @property
    def unpaid(self) -> tuple[Claim, ...]:
        """Those with something left to pay."""
        return tuple(claim for claim in self.claims if not claim.settled)

    @property
    def overdue(self) -> tuple[Claim, ...]:
        """Those of them that should have been paid."""
        return tuple(claim for claim in self.claims if claim.overdue(today=self.today))

    def any_is(self, status: Status) -> bool:
        """Whether this is the main status of any claim."""
        return any(statuses(claim, today=self.today)[0] is status for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Sight:
    """Something worth seeing, and whether a person's portal shows it."""

    about: Texts
    shown: Callable[[Seen], bool]


def chosen(*, policy: Policy, today: date, preferred: Sequence[str]) -> tuple[DemoPerson, ...]:
    """Somebody for each sight that anybody shows; `preferred`, identity numbers, go first."""
    found: dict[int, DemoPerson] = {}
    for seen in _everybody(policy, today, preferred):
        for at, sight in enumerate(SIGHTS):
            if at not in found and sight.shown(seen):
                party = seen.party
                found[at] = DemoPerson(
                    identity_number=party.identity_number, name=party.name, about=sight.about
                )
                break
        if len(found) == len(SIGHTS):
            break
    return tuple(found[at] for at in sorted(found))


def _everybody(policy: Policy, today: date, preferred: Sequence[str]) -> Iterator[Seen]:
    """What each person sees, the preferred first; read some hundred at a time."""
    persons = Party.objects.filter(kind=PartyKind.PERSON.value).order_by("id")
    cast = {each.identity_number: each for each in persons.filter(identity_number__in=preferred)}
    yield from _see([cast[number] for number in preferred if number in cast], policy, today)
    others = list(persons.exclude(identity_number__in=preferred))
    for start in range(0, len(others), CHUNK_PARTIES):
        yield from _see(others[start : start + CHUNK_PARTIES], policy, today)


def _see(parties: Sequence[Party], policy: Policy, today: date) -> Iterator[Seen]:
    wanted = as_of.Wanted("s.party_id = ANY(%s)", ([party.pk for party in parties],))
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    with connections["default"].cursor() as cursor:
        for loaded in as_of.load(cursor, wanted):
            claim = loaded.claim
            rules = policy.creditors[claim.creditor].portal
            if isinstance(place(claim, rules, today=today), Listing):
                claims[claim.party].append(claim)
    for party in parties:
        yield Seen(party=party, today=today, claims=tuple(claims[party.pk]))


def _is_protected(seen: Seen) -> bool:
    return bool(seen.party.protected_identity and seen.unpaid and not seen.overdue)


def _nothing_overdue(seen: Seen) -> bool:
    return bool(len(seen.unpaid) > 1 and not seen.overdue and seen.party.language == "sv")


def _reminded(seen: Seen) -> dict[tuple[str, date], list[Claim]]:
    """The overdue claims whose reminder may still be paid, by creditor and day of the reminder."""
    found: defaultdict[tuple[str, date], list[Claim]] = defaultdict(list)
    for claim in seen.overdue:
        taken = claim.taken("reminder")
        if taken and taken.pay_by and taken.pay_by >= seen.today and claim.sums.paid_ore == 0:
            found[claim.creditor, taken.day].append(claim)
    return found


def _reminded_of_several(seen: Seen) -> bool:
    return any(len(claims) > 1 for claims in _reminded(seen).values())


def _rent_reminded(seen: Seen) -> bool:
    claims = [claim for some in _reminded(seen).values() for claim in some]
    return any(claim.kind == "rent" and claim.sums.fee_ore for claim in claims)


def _at_agency(seen: Seen) -> bool:
    return any(claim.taken("hand_over") for claim in seen.overdue)


def _part_paid(seen: Seen) -> bool:
    return any(
        claim.part_paid and claim.plan is None and not claim.taken("hand_over")
        for claim in seen.overdue
    )


def _paid_twice(seen: Seen) -> bool:
    return any(claim.sums.overpaid_ore >= claim.sums.billed_ore for claim in seen.claims)


def _withdrawn(seen: Seen) -> bool:
    return seen.any_is(Status.VOID)


def _small_rest(seen: Seen) -> bool:
    return any(claim.sums.written_off_ore and claim.sums.paid_ore for claim in seen.claims)


def _interest_invoice(seen: Seen) -> bool:
    return any(claim.kind == "interest" and claim not in seen.overdue for claim in seen.unpaid)


def _reads_english(seen: Seen) -> bool:
    return bool(
        seen.party.language == "en" and _reminded(seen) and len(seen.unpaid) > len(seen.overdue)
    )


def _held_in_part(seen: Seen) -> bool:
    return any(
        hold.kind == "dispute" and hold.amount_ore and hold.covers(seen.today)
        for claim in seen.unpaid
        for hold in claim.holds
    )


def _in_parts(seen: Seen) -> bool:
    return any(claim.plan is not None for claim in seen.unpaid)


def _plan_broken(seen: Seen) -> bool:
    return any(claim.cleared_on("plan_broken") for claim in seen.unpaid)


def _called_back(seen: Seen) -> bool:
    return any(claim.came_back is not None for claim in seen.unpaid)


def _bankrupt(seen: Seen) -> bool:
    return any(
        hold.kind == "bankruptcy" and hold.covers(seen.today)
        for claim in seen.unpaid
        for hold in claim.holds
    )


def _at_authority(seen: Seen) -> bool:
    return any(claim.matters and not _has_verdict(claim) for claim in seen.unpaid)


def _verdict(seen: Seen) -> bool:
    return any(_has_verdict(claim) for claim in seen.unpaid)


def _has_verdict(claim: Claim) -> bool:
    return any(matter.state is State.VERDICT for matter in claim.matters)


def _waits_for_a_course(seen: Seen) -> bool:
    return any(
        claim.taken("course") and not claim.cleared_on("ability_to_pay") for claim in seen.unpaid
    )


def _monitored(seen: Seen) -> bool:
    return any(claim.taken("monitoring") for claim in seen.unpaid)


def _disconnected(seen: Seen) -> bool:
    return any(
        claim.taken("disconnection") and not claim.cleared_on("receipt_shown")
        for claim in seen.unpaid
    )


def _water_comes_back(seen: Seen) -> bool:
    return any(
        claim.taken("disconnection") and claim.cleared_on("receipt_shown") for claim in seen.unpaid
    )


def _nothing_to_see(seen: Seen) -> bool:
    return not seen.claims


SIGHTS = (
    Sight(
        Texts(
            sv="Läser på engelska: har en påminnelse och en faktura som inte har förfallit",
            en="Reads English: has a reminder, and an invoice that is not due yet",
        ),
        _reads_english,
    ),
    Sight(
        Texts(
            sv="Lever med skyddade personuppgifter: adressen visas ingenstans",
            en="Has a protected identity: the address is shown nowhere",
        ),
        _is_protected,
    ),
    Sight(
        Texts(
            sv="Har obetalda fakturor, men ingen har förfallit",
            en="Has unpaid invoices, none of them overdue",
        ),
        _nothing_overdue,
    ),
    Sight(
        Texts(
            sv="Har fått en påminnelse som gäller flera fakturor",
            en="Has been reminded of several invoices in one letter",
        ),
        _reminded_of_several,
    ),
    Sight(
        Texts(
            sv="Har fått en påminnelse om hyran, som kostar 60 kronor",
            en="Has been reminded of the rent, which costs 60 kronor",
        ),
        _rent_reminded,
    ),
    Sight(
        Texts(
            sv="Har betalat en del av en faktura som har förfallit",
            en="Has paid part of an invoice that is overdue",
        ),
        _part_paid,
    ),
    Sight(
        Texts(
            sv="Har invänt mot en del av en faktura; resten gäller som förut",
            en="Has objected to a part of an invoice; the rest goes on",
        ),
        _held_in_part,
    ),
    Sight(
        Texts(
            sv="Betalar i delar och håller sin plan",
            en="Pays in parts, and keeps the plan",
        ),
        _in_parts,
    ),
    Sight(
        Texts(
            sv="Hade en avbetalningsplan som bröts",
            en="Had an installment plan, which broke",
        ),
        _plan_broken,
    ),
    Sight(
        Texts(
            sv="Har invänt mot en faktura hos inkassobolaget, som återkallades därifrån",
            en="Has objected to an invoice at the agency, and it was called back",
        ),
        _called_back,
    ),
    Sight(
        Texts(
            sv="Har gått i konkurs, så kraven väntar",
            en="Has gone bankrupt, so the procedure waits",
        ),
        _bankrupt,
    ),
    Sight(
        Texts(
            sv="Har fått kommunens eget inkassokrav; en handläggare ska besluta vad som händer nu",
            en="Has had the municipality's own demand; an officer is to decide what comes next",
        ),
        _waits_for_a_course,
    ),
    Sight(
        Texts(
            sv="Har fått ett utslag hos Kronofogden, och en betalningsanmärkning",
            en="Has a verdict at the Enforcement Authority, and a record of non-payment",
        ),
        _verdict,
    ),
    Sight(
        Texts(
            sv="Har en faktura hos Kronofogden, som inte har avgjort den",
            en="Has an invoice at the Enforcement Authority, which has not settled it",
        ),
        _at_authority,
    ),
    Sight(
        Texts(
            sv="Har en skuld som vilar och bevakas",
            en="Has a debt that rests, and is watched",
        ),
        _monitored,
    ),
    Sight(
        Texts(sv="Har fått vattnet avstängt", en="Has had the water disconnected"),
        _disconnected,
    ),
    Sight(
        Texts(
            sv="Har visat kvitto, och får vattnet åter inom tre arbetsdagar",
            en="Has shown a receipt, and gets the water back within three working days",
        ),
        _water_comes_back,
    ),
    Sight(
        Texts(
            sv="Har en faktura hos inkassobolaget",
            en="Has an invoice at the collection agency",
        ),
        _at_agency,
    ),
    Sight(
        Texts(
            sv="Har betalat en faktura två gånger",
            en="Has paid an invoice twice",
        ),
        _paid_twice,
    ),
    Sight(
        Texts(
            sv="Har en borttagen faktura, som visas bland de betalda",
            en="Has a withdrawn invoice, which is shown among the paid",
        ),
        _withdrawn,
    ),
    Sight(
        Texts(
            sv="Betalade nästan allt, och den lilla resten är avskriven",
            en="Paid nearly everything, and the small rest is written off",
        ),
        _small_rest,
    ),
    Sight(
        Texts(
            sv="Betalade en stor faktura för sent och har fått en räntefaktura",
            en="Paid a large invoice late and has an interest invoice",
        ),
        _interest_invoice,
    ),
    Sight(
        Texts(
            sv="Har bara en faktura som är för gammal för att visas",
            en="Has only an invoice that is too old to be shown",
        ),
        _nothing_to_see,
    ),
)
"""In the order that they are listed."""
