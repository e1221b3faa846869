"""What a procedure sounds like in words: the sentences that people read, in both languages.

wait: 7 working days, after: due   -> "tidigast 7 arbetsdagar efter förfallodagen"
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.fees import FeeGround
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.schedule import Schedule
from reskontra.domain.step import Need, Step, TimeOut
from reskontra.domain.terms import Carry, DeferralTerms, Fee, Grant
from reskontra.domain.waiting import Waiting
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.policy.telling.conditions import clauses
from reskontra.policy.telling.steps import step_sentences
from reskontra.policy.telling.tell import tell
from reskontra.policy.telling.terms import carry_sentences, deferral_sentences
from reskontra.policy.telling.times import schedule_words, waiting_words
from reskontra.policy.telling.voice import Voice, voice_of

DAY = date(2026, 3, 31)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


@pytest.fixture(scope="module")
def water(policy: Policy) -> Procedure:
    (found,) = (
        each for each in policy.creditors["water_company"].procedures if each.name == "water"
    )
    return found


@pytest.fixture(scope="module")
def sv(policy: Policy, water: Procedure) -> Voice:
    return voice_of(water, policy, day=DAY, language="sv")


@pytest.fixture(scope="module")
def en(policy: Policy, water: Procedure) -> Voice:
    return voice_of(water, policy, day=DAY, language="en")


def plain(text: str) -> str:
    """The text with ordinary blanks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("0 days", "på förfallodagen", "on the due date"),
        ("1 week", "1 vecka efter förfallodagen", "1 week after the due date"),
        ("3 days before", "3 dagar före förfallodagen", "3 days before the due date"),
        (
            "later of 7 days and 5 banking days",
            "när både 7 dagar och 5 bankdagar har gått efter förfallodagen",
            "when both 7 days and 5 banking days have passed after the due date",
        ),
        (
            "earlier of 2 weeks and 10 banking days",
            "när 2 veckor eller 10 bankdagar har gått efter förfallodagen, det som inträffar först",
            "when 2 weeks or 10 banking days have passed after the due date, whichever comes first",
        ),
    ],
)
def test_a_waiting(text: str, swedish: str, english: str, sv: Voice, en: Voice) -> None:
    wait = Waiting.parse(text)
    assert plain(waiting_words(wait, "förfallodagen", sv)) == swedish
    assert plain(waiting_words(wait, "the due date", en)) == english


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("each month on the 15th", "den 15 varje månad", "day 15 of every month"),
        (
            "each month on the last banking day",
            "sista bankdagen varje månad",
            "the last banking day of every month",
        ),
        ("each month on the last day", "sista dagen varje månad", "the last day of every month"),
        (
            "each quarter on the 1st",
            "den 1 i första månaden varje kvartal",
            "day 1 of the first month of every quarter",
        ),
        ("each monday", "varje måndag", "every Monday"),
        (
            "each monday of weeks 8, 21",
            "måndag i vecka 8 och 21 varje år",
            "Monday of week 8 and 21 each year",
        ),
        (
            "on 2025-03-31, 2025-06-30",
            "31 mars 2025 och 30 juni 2025",
            "31 March 2025 and 30 June 2025",
        ),
    ],
)
def test_a_schedule(text: str, swedish: str, english: str, sv: Voice, en: Voice) -> None:
    assert plain(schedule_words(Schedule.parse(text), sv)) == swedish
    assert plain(schedule_words(Schedule.parse(text), en)) == english


def test_conditions_stand_after_if(sv: Voice, en: Voice) -> None:
    condition = Condition(
        debtors=frozenset({PartyKind.PERSON, PartyKind.ESTATE}),
        part_paid=False,
        not_taken=frozenset({"reminder"}),
        party=PartyCondition(
            invoices_overdue_at_least=2,
            of_kinds=frozenset({"water"}),
            paid_late=Times(within=Span.parse("12 months"), at_least=1, at_most=3),
        ),
    )
    assert [plain(each) for each in clauses(condition, sv)] == [
        "den som är skyldig är en privatperson eller ett dödsbo",
        "inget har betalats",
        "”Påminnelse” inte har gjorts",
        "den som är skyldig har minst 2 förfallna fakturor för vatten och avlopp",
        "den som är skyldig har betalat för sent minst en gång under de senaste 12 månaderna",
        "den som är skyldig har betalat för sent högst 3 gånger under de senaste 12 månaderna",
    ]
    assert plain(clauses(condition, en)[-1]) == (
        "the debtor has paid late at most 3 times in the last 12 months"
    )


def test_none_at_all_is_told_as_none(sv: Voice, en: Voice) -> None:
    year = Times(within=Span.parse("1 month"), at_most=0)
    party = PartyCondition(
        others_overdue_at_most=0, steps=frozenset({"reminder", "deferral"}), steps_taken=year
    )
    assert clauses(Condition(party=party), sv) == (
        "den som är skyldig inte har någon annan förfallen faktura",
        "den som är skyldig inte har haft spärren ”Du har fått anstånd” eller ”Påminnelse” under "
        "den senaste månaden",
    )
    assert clauses(Condition(party=party), en)[0] == "the debtor has no other overdue invoice"


def test_a_reminder_is_told_from_its_day_to_its_words(water: Procedure, sv: Voice) -> None:
    reminder = water.step("reminder")
    assert reminder is not None
    sentences = [plain(each) for each in step_sentences(reminder, sv)]
    assert sentences[:4] == [
        "En påminnelse skickas tidigast 7 arbetsdagar efter förfallodagen.",
        "Sista dagen att betala är 14 dagar senare. Har banken stängt den dagen gäller nästa "
        "bankdag.",
        "Alla spärrar stoppar det.",
        "Vi tar ingen avgift för det.",
    ]


def test_a_gate_tells_who_opens_it_and_what_happens_if_nobody_does(
    water: Procedure, sv: Voice, en: Voice
) -> None:
    need = Need(
        clearance="officer_decision",
        by="case_officer",
        time_out=Waiting.parse("10 working days"),
        then=TimeOut.GIVE_UP,
        fresh_within=Span.parse("30 days"),
        after_part_payment=True,
    )
    step = replace(_reminder(water), needs=(need,))
    assert (
        "Först ska handläggaren ha registrerat: En handläggare har beslutat. Det får inte vara "
        "äldre än 30 dagar. Betalas något därefter måste det prövas på nytt. Sker det inte inom "
        "10 arbetsdagar görs steget aldrig."
    ) in [plain(each) for each in step_sentences(step, sv)]
    assert any("the case officer must have recorded" in each for each in step_sentences(step, en))


def test_a_fee_tells_by_what_right_and_at_most_what(policy: Policy, sv: Voice) -> None:
    fee = Fee(amount_ore=6000, ground=FeeGround.AGREEMENT, ceiling=policy.law.reminder_fee_ceiling)
    rent = next(each for each in policy.creditors["municipality"].procedures if each.name == "rent")
    sentences = [plain(each) for each in step_sentences(replace(_reminder(rent), fee=fee), sv)]
    assert (
        "Det kostar 60 kr, för att det var avtalat när skulden uppstod (lagen (1981:739) 2 §)."
    ) in sentences
    assert "Lagen tillåter högst 60 kr." in sentences


def test_deferral_tells_who_may_say_yes_to_how_much(sv: Voice) -> None:
    terms = DeferralTerms(
        longest=Span.parse("30 days"),
        apply_within=Span.parse("0 days"),
        grants=(
            Grant(role="self_service", up_to_ore=1_500_000, up_to=Span.parse("30 days")),
            Grant(role="case_officer"),
        ),
    )
    assert [plain(each) for each in deferral_sentences(terms, sv)] == [
        "Anstånd kan ges till längst 30 dagar efter förfallodagen.",
        "Den som vill ha anstånd ber om det senast på förfallodagen.",
        "Anståndet gäller hela fakturan.",
        "Du själv i e-tjänsten kan säga ja till högst 15 000 kr och i högst 30 dagar.",
        "Handläggaren kan säga ja utan gräns.",
    ]


def test_a_small_claim_is_carried(sv: Voice) -> None:
    carry = Carry(
        below_ore=10_000,
        at_latest=Span.parse("3 months"),
        unless_marks=frozenset({"final_invoice"}),
    )
    assert [plain(each) for each in carry_sentences(carry, sv)] == [
        "Är mindre än 100 kr obetalt väntar fordran till nästa fakturas förfallodag, dock högst "
        "3 månader.",
        "Det gäller inte fakturor märkta slutfaktura.",
    ]


def test_the_whole_says_whom_it_concerns_and_where_it_is_from(
    policy: Policy, water: Procedure
) -> None:
    told = tell(water, policy, day=DAY, language="sv")
    assert told.title == "Granviks Vatten och Avfall AB: water"
    assert plain(told.sections[0].sentences[0]) == "Fakturor för avfall samt vatten och avlopp."
    assert told.sections[-1].sentences[0].startswith("Källa: Norrtälje Vatten och Avfall")
    assert [section.name for section in told.steps] == [step.name for step in water.steps]


def _reminder(procedure: Procedure) -> Step:
    found = procedure.step("reminder")
    assert found is not None
    return found
