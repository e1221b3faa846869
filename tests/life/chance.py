"""What happens on a day, by chance: what people pay, decide, ask for, say and get wrong.

    drawn = draw(chance, facts(cursor), town, day=date(2024, 5, 2))
    drawn.decided  -> ('dispute 1014 "fel"', ...)     drawn.money  -> ("payment 1009 450,00", ...)

The one rule: everything is drawn from the seed and from what the rows say. What may not be done is
drawn too: the system's own door refuses it, and nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db.backends.utils import CursorWrapper

from reskontra.domain.calendar import is_banking_day
from reskontra.nightly.stories.notation import Credited, InvoiceSent, Money, Withdrawn
from reskontra.nightly.stories.shapes import events_of
from tests.life.town import Payer, Town

PAYS_BEFORE_DUE_DAYS = 4
WRONG_NIGHT = 0.002

ANY_DAY = {
    'dispute {n} "det stämmer inte"': 0.001,
    'dispute {n} {part} "en del är fel"': 0.001,
    'hold investigation {n} "vi ser efter"': 0.0005,
    'hold deferral {n} until {later} "sjuk"': 0.001,
    'plan {n} {few} parts from {later} "kan inte betala allt"': 0.002,
    'ask {name} {n} {few} parts "kan inte"': 0.001,
    'ask {name} {n} until {later} "lön den 25"': 0.001,
    'write down {n} "osäker"': 0.0003,
    'write off {n} "för litet"': 0.0002,
    'interrupt {n} acknowledged "mejl"': 0.0005,
    "died {name}": 0.00005,
    'hold bankruptcy {name} "konkurs"': 0.00005,
    'hold protected_identity {name} "skydd"': 0.00005,
}
"""A line about an open claim, and its chance each day."""

WAITING = {
    "disputed": (
        ('settle {n} rejected "allt stämmer"', 0.02),
        ('settle {n} upheld "fel"', 0.01),
        ('settle {n} upheld {part} "delvis fel"', 0.005),
    ),
    "asked": (('answer {n} yes "ja"', 0.1), ('answer {n} no "nej"', 0.1)),
    "planned": (('cancel plan {n} "ångrar sig"', 0.002),),
    "at_agency": (
        ("report collection_demand {n}", 0.1),
        ("report enforcement {n}", 0.005),
        ("agency paid {n} {part}", 0.01),
        ("agency paid {n} {whole}", 0.01),
        ("agency takes back {n} {part}", 0.002),
        ("agency closes {n} returned", 0.001),
        ("agency closes {n} uncollectable", 0.001),
    ),
    "proposed": (
        ("course {n} enforcement-authority", 0.1),
        ('course {n} monitoring "ingenting att få"', 0.03),
    ),
    "applied_for": (
        ("authority received {n}", 0.1),
        ("authority served {n}", 0.05),
        ("authority contested {n}", 0.005),
        ('court {n} "vi står på oss"', 0.01),
        ("authority verdict {n}", 0.03),
        ('clear officer_decision {n} "driv in"', 0.02),
        ("authority paid {n} {part}", 0.01),
        ("authority assets {n} none", 0.005),
        ("authority ended {n} no_assets", 0.005),
    ),
    "step_by_letter": (('letter of {n} returned "flyttat"', 0.003),),
    "came_back": (("moved {name}", 0.05),),
    "dead": (("estate {name}", 0.02),),
    "investigation": (("lift investigation {n}", 0.05),),
    "bankruptcy": (("lift bankruptcy {name}", 0.005),),
    "protected_identity": (("lift protected_identity {name}", 0.005),),
    "overpaid": (("refund {n}", 0.02), ('move {n} {other} {part} "ringde"', 0.01)),
}
"""By what the rows say of the claim: what may follow, and its chance each day."""


AT_A_HOUSE = {
    "warned": (
        ('finding no_health_risk {code} "besökt: en vuxen, frisk"', 0.05),
        ('finding alternative_water {code} "tank vid vägen"', 0.05),
        ("order disconnect {code} on {soon}", 0.1),
        ("order throttle {code} on {soon}", 0.01),
    ),
    "disconnect": (("done disconnect {code}", 0.4),),
    "throttle": (("done throttle {code}", 0.4),),
    "reconnect": (("done reconnect {code}", 0.4),),
    "inspect": (("opened by another {code}", 0.3), ("done inspect {code}", 0.3)),
    "off": (
        ('finding receipt_shown {code} "bankens kvitto"', 0.01),
        ("order inspect {code} on {soon}", 0.02),
    ),
}
"""By what the rows say of a house: what may follow, and its chance each day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the rows say of one claim that is not over."""

    number: str
    name: str
    due_date: date
    open_ore: int
    overpaid_ore: int
    said: frozenset[str]
    """Which of `WAITING` hold, and `by_letter` when a letter speaks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the rows say of a house that may lose its water, or has lost it."""

    code: str
    said: frozenset[str]
    """Which of `AT_A_HOUSE` hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a day brings, each a line of a story without its day."""

    sent: tuple[str, ...]
    decided: tuple[str, ...]
    money: tuple[str, ...]


def as_drawn(lines: Sequence[str]) -> tuple[tuple[str, ...], Drawn]:
    """The invoices among the lines of a day, and the rest of it as it was drawn."""

    def those(*kinds: type) -> tuple[str, ...]:
        return tuple(line for line in lines if isinstance(events_of(line)[0], kinds))

    bills, sent, money = those(InvoiceSent), those(Credited, Withdrawn), those(Money)
    decided = tuple(line for line in lines if line not in {*bills, *sent, *money})
    return bills, Drawn(sent=sent, decided=decided, money=money)


FACTS = """
SELECT i.number, p.name, i.due_date, s.open_ore, coalesce((
         SELECT sum(amount_ore * ((e.credit = 'overpaid')::int - (e.debit = 'overpaid')::int))
         FROM entry e WHERE e.invoice_id = i.id), 0),
       ARRAY_REMOVE(ARRAY[
         CASE WHEN s.at_agency THEN 'at_agency' END,
         CASE WHEN EXISTS (SELECT FROM letter_claim c WHERE c.invoice_id = i.id)
              THEN 'by_letter' END,
         CASE WHEN (SELECT l.template FROM letter_claim c JOIN letter l ON l.id = c.letter_id
                    WHERE c.invoice_id = i.id AND c.step_taken AND l.sent_to_print
                    ORDER BY l.id DESC LIMIT 1) IN ('reminder', 'collection_demand')
              THEN 'step_by_letter' END,
         CASE WHEN EXISTS (SELECT FROM plan_in_force f WHERE f.invoice_id = i.id)
              THEN 'planned' END,
         CASE WHEN EXISTS (SELECT FROM course_proposal c WHERE c.invoice_id = i.id)
              THEN 'proposed' END,
         CASE WHEN EXISTS (SELECT FROM enforcement_case c WHERE c.invoice_id = i.id)
              THEN 'applied_for' END,
         CASE WHEN EXISTS (SELECT FROM request r LEFT JOIN request_answer a ON a.request_id = r.id
                           WHERE r.invoice_id = i.id AND a.request_id IS NULL) THEN 'asked' END],
         NULL),
       ARRAY(SELECT h.kind FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
             WHERE l.hold_id IS NULL AND h.party_id = i.party_id
               AND (h.invoice_id = i.id OR h.invoice_id IS NULL))
FROM claim_state s JOIN invoice i ON i.id = s.invoice_id JOIN party p ON p.id = i.party_id
WHERE s.open_ore > 0
   OR s.invoice_id IN (SELECT invoice_id FROM entry WHERE 'overpaid' IN (debit, credit))
ORDER BY i.number"""

BY_HOLD = {"dispute": "disputed", "death": "dead", "returned_letter": "came_back"}


def facts(cursor: CursorWrapper) -> tuple[Fact, ...]:
    """Every claim that is owed, or that too much was paid for."""
    cursor.execute(FACTS)
    found = (
        Fact(
            number=number,
            name=name.split()[-1],
            due_date=due,
            open_ore=open_ore,
            overpaid_ore=int(over),
            said=frozenset(
                [*said, *(BY_HOLD.get(each, each) for each in holds)]
                + (["overpaid"] if over else [])
            ),
        )
        for number, name, due, open_ore, over, said, holds in cursor.fetchall()
    )
    return tuple(fact for fact in found if fact.open_ore or fact.overpaid_ore)


HOUSES = """
SELECT f.code, ARRAY_REMOVE(ARRAY[
         CASE WHEN EXISTS (SELECT FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
                           JOIN claim_state s ON s.invoice_id = i.id
                           WHERE i.facility = f.code AND t.step = 'disconnection_warning'
                             AND s.open_ore > 0) THEN 'warned' END,
         (SELECT state FROM water_turn w WHERE w.facility_id = f.id ORDER BY id DESC LIMIT 1)],
         NULL)
       || ARRAY(SELECT o.kind FROM work_order o WHERE o.facility_id = f.id AND NOT EXISTS (
             SELECT FROM work_order_event e WHERE e.order_id = o.id AND e.kind <> 'started'))
FROM facility f ORDER BY f.code"""


def houses(cursor: CursorWrapper) -> tuple[House, ...]:
    """Every house, with what is going on there."""
    cursor.execute(HOUSES)
    return tuple(House(code=code, said=frozenset(said)) for code, said in cursor.fetchall())


def draw(
    chance: Random, known: Sequence[Fact], at_houses: Sequence[House], town: Town, *, day: date
) -> Drawn:
    """What the day brings."""
    payers = {person.name: person.payer for person in town.people}
    owed = [fact for fact in known if fact.open_ore]
    return Drawn(
        sent=tuple(line for fact in owed for line in _corrected(chance, fact)),
        decided=(
            *_regretted(chance, day),
            *(line for fact in known for line in _decided(chance, fact, known, day)),
            *(line for house in at_houses for line in _done(chance, house, day)),
        ),
        money=tuple(
            line
            for fact in owed
            if is_banking_day(day)
            for line in _paid(chance, fact, payers[fact.name], day)
        ),
    )


def _regretted(chance: Random, day: date) -> Iterator[str]:
    """The night before was wrong."""
    if chance.random() < WRONG_NIGHT:
        last, later = day - timedelta(days=1), day + timedelta(days=7)
        yield f'undo night {last} not before {later} "fel"'


def _corrected(chance: Random, fact: Fact) -> Iterator[str]:
    """The billing system corrects what it has sent: it knows nothing of invoices of our own."""
    if not fact.number.isdigit():
        return
    if chance.random() < 0.001:
        yield f'credit {fact.number} {kronor(_part(chance, fact.open_ore))} "felräknat"'
    if chance.random() < 0.0003:
        yield f'withdraw {fact.number} "fel mottagare"'


def _decided(chance: Random, fact: Fact, known: Sequence[Fact], day: date) -> Iterator[str]:
    odds = dict(ANY_DAY) if fact.open_ore else {}
    for name in sorted(fact.said & WAITING.keys()):
        odds |= dict(WAITING[name])
    for words, likely in odds.items():
        if chance.random() < likely:
            yield words.format(
                n=fact.number,
                name=fact.name,
                part=kronor(_part(chance, fact.open_ore or fact.overpaid_ore)),
                whole=kronor(fact.open_ore),
                few=chance.randrange(2, 7),
                later=day + timedelta(days=chance.randrange(10, 45)),
                other=chance.choice(known).number,
            )


def _done(chance: Random, house: House, day: date) -> Iterator[str]:
    """What an officer and a technician do about the water of a house."""
    for name in sorted(house.said & AT_A_HOUSE.keys()):
        for words, likely in AT_A_HOUSE[name]:
            if chance.random() < likely:
                yield words.format(code=house.code, soon=day + timedelta(days=1))


def _paid(chance: Random, fact: Fact, payer: Payer, day: date) -> Iterator[str]:
    if day < fact.due_date - timedelta(days=PAYS_BEFORE_DUE_DAYS):
        return
    if chance.random() >= payer.value:
        return
    whole, number = kronor(fact.open_ore), fact.number
    part = kronor(_part(chance, fact.open_ore))
    ways = {
        f"payment {number} {whole}": 60,
        f"payment {number} {part}": 12,
        f"payment {number} {kronor(fact.open_ore + 10_000)}": 3,
        f'payment "tack för hjälpen" {part}': 3,
        f"payment reminder of {number} {whole}": 12 if "by_letter" in fact.said else 0,
        f"payment part {chance.randrange(1, 4)} of {number} {part}": 12
        if "planned" in fact.said
        else 0,
        f"payment {number} {whole} value {day - timedelta(days=2)}": 4,
    }
    way = chance.choices(tuple(ways), tuple(ways.values()))[0]
    yield way
    if chance.random() < 0.03:
        yield way
    if chance.random() < 0.02 and way.startswith(f"payment {number} ") and "value" not in way:
        yield way.replace("payment", "reversal", 1)


def _part(chance: Random, amount_ore: int) -> int:
    """Some of it, in whole kronor when it comes to so much. Öre."""
    return max(1, amount_ore * chance.randrange(1, 9) // 10 // 100 * 100)


def kronor(amount_ore: int) -> str:
    """The amount as stories write it."""
    return f"{amount_ore // 100},{amount_ore % 100:02d}"
