"""What `policy diff` says: that nothing is forgotten, whom it concerns, and what is a warning."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, Procedure, VersionBy
from reskontra.domain.scope import AsBilled
from reskontra.policy.diff.compare import PolicyDiff, Warned, compare
from reskontra.policy.diff.labels import is_told, is_word
from reskontra.policy.diff.tell import tell
from reskontra.policy.diff.touched import OpenGroup, Passage, Touched, touched
from reskontra.policy.diff.walk import TOLD_APART, How
from reskontra.policy.load import SAMPLE, load_policy
from tests.build import MUNICIPALITY, WATER, sample_policy
from tests.policy.any_value import ATOMS, any_value, classes, variants

DAY = date(2026, 11, 22)
NEXT_YEAR = date(2027, 1, 1)

Change = Callable[[Policy], Policy]


def said(diff: PolicyDiff, counted: Touched | None = None, *, language: str = "sv") -> list[str]:
    return [line.strip() for line in tell(diff, counted, law={}, language=language)]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "next"
    shutil.copytree(SAMPLE, folder)
    return folder


def edit(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file.write_text(text, encoding="utf-8")


def test_equal_policies_say_so() -> None:
    assert said(compare(sample_policy(), load_policy(SAMPLE), day=DAY)) == ["Inget ändras."]


def test_every_field_that_changes_is_told() -> None:
    """One policy with something everywhere, against every policy unlike it in one place."""
    whole: Policy = any_value(Policy)
    silent, same = [], []
    for where, other in variants(Policy, whole):
        if APART.search(where):
            continue
        diff = compare(whole, other, day=DAY)
        for language in ("sv", "en"):
            lines = said(diff, language=language)
            if len(lines) < 3:
                silent.append(where)
            sides = [line.split(": ", 1)[-1].split(" → ") for line in lines if " → " in line]
            same += [f"{where}: {side}" for side in sides if side[0] == side[-1]]
    assert silent == [], "fields whose change nobody is told of"
    assert same == [], "changes that are told in the same words"


APART = re.compile(
    r"procedures\[0\]\.(file|digest|text)$|campaigns\[0\]\.(file|digest)$|\.ordinal$"
)
"""A file's bytes count for its digest alone, and a place in the list is told as a move."""


def test_every_field_and_every_word_is_called_something() -> None:
    found = classes(Policy)
    rules = [each for each in found if dataclasses.is_dataclass(each)]
    names = {
        f"{rule.__name__}.{field.name}"
        for rule in rules
        if rule.__name__ not in ("Law", "Policy", *(each.__name__ for each in ATOMS))
        for field in dataclasses.fields(rule)
        if not is_told(field.name)
    }
    apart = {f"{rule.__name__}.{name}" for rule, fields in TOLD_APART.items() for name in fields}
    assert sorted(names - apart - {"Dated.name"}) == []
    words = [word for each in found if issubclass(each, StrEnum) for word in each]
    assert sorted(repr(word) for word in words if not is_word(word)) == []


def test_a_new_version_is_compared_with_the_one_before_it(copied: Path) -> None:
    old = copied / "water_company/procedures/water.yaml"
    new = old.with_name("water_2027.yaml")
    shutil.copy(old, new)
    edit(
        new,
        ("valid_from: 2020-01-01", f"valid_from: {NEXT_YEAR}"),
        ("pay_within: 14 days", "pay_within: 20 days"),
    )
    diff = compare(sample_policy(), load_policy(copied), day=DAY)
    (creditor,) = diff.creditors
    (version,) = creditor.versions
    assert version.is_later_version
    assert version.warned is None
    assert said(diff)[:4] == [
        "Granviks Vatten och Avfall AB (water_company)",
        "Rutinen water: ny version från 1\xa0januari\xa02027, "
        "jämförd med den från 1\xa0januari\xa02020",
        "Gäller fordringar som förfaller från 1\xa0januari\xa02027. "
        "Tidigare fordringar följer den äldre till slutet.",
        "Steget Påminnelse, tid att betala: 14\xa0dagar → 20\xa0dagar",
    ]


def test_a_version_in_force_with_other_words_is_a_warning(copied: Path) -> None:
    file = copied / "municipality/procedures/rent.yaml"
    edit(file, ("minimum: 50 kr", "minimum: 60 kr"))
    diff = compare(sample_policy(), load_policy(copied), day=DAY)
    lines = said(diff, language="en")
    assert any(line.startswith("WARNING: the version is already in force") for line in lines)
    assert "Interest, not charged below: 50\xa0kr → 60\xa0kr" in lines
    before_it_holds = compare(sample_policy(), load_policy(copied), day=date(2019, 12, 31))
    assert not any("WARNING" in line for line in said(before_it_holds, language="en"))


def test_a_comment_alone_changes_nothing_but_the_digest(copied: Path) -> None:
    file = copied / "municipality/procedures/rent.yaml"
    file.write_text(f"# Read anew.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    diff = compare(sample_policy(), load_policy(copied), day=DAY)
    assert "Bara kommentarer eller radbrytningar skiljer." in said(diff)


def with_procedures(policy: Policy, code: str, procedures: tuple[Procedure, ...]) -> Policy:
    creditor = replace(policy.creditors[code], procedures=procedures)
    return replace(policy, creditors={**policy.creditors, code: creditor})


def water_procedures() -> tuple[Procedure, Procedure]:
    """The water company's own, and that with its last two steps gone and its second moved."""
    old = next(each for each in sample_policy().creditors[WATER].procedures if each.name == "water")
    first, second, third, *others = old.steps
    return old, replace(old, steps=(first, third, second, *others[:-2]), digest="other")


def test_steps_that_come_go_and_move_are_told_by_their_labels() -> None:
    old, new = water_procedures()
    before = with_procedures(sample_policy(), WATER, (old,))
    after = with_procedures(sample_policy(), WATER, (new,))
    (creditor,) = compare(before, after, day=DAY).creditors
    hows = [change.how for change in creditor.versions[0].changes]
    assert hows == [How.REMOVED, How.REMOVED, How.MOVED]
    back = "\n".join(said(compare(after, before, day=DAY)))
    assert f"Steget {old.steps[-1].label.sv}: tillkommer" in back
    assert "flyttas från plats" in back


def test_a_version_taken_away_or_backdated_is_a_warning() -> None:
    old, new = water_procedures()
    later = replace(new, valid_from=date(2026, 1, 1))
    one = with_procedures(sample_policy(), WATER, (old,))
    two = with_procedures(sample_policy(), WATER, (old, later))
    there, back = compare(one, two, day=DAY), compare(two, one, day=DAY)
    assert there.creditors[0].versions[0].warned is Warned.BACKDATED
    assert back.creditors[0].versions[0].warned is Warned.TAKEN_AWAY


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (VersionBy.DUE_DATE, "Concerns claims due from"),
        (VersionBy.INVOICE_DATE, "Concerns claims invoiced from"),
        (VersionBy.STEP_DAY, "Concerns steps, of all open claims, taken from"),
    ],
)
def test_whom_a_version_concerns_is_told_by_the_day_that_decides(
    by: VersionBy, expected: str
) -> None:
    old, new = water_procedures()
    later = replace(new, valid_from=NEXT_YEAR, version_by=by)
    before = with_procedures(sample_policy(), WATER, (old,))
    after = with_procedures(sample_policy(), WATER, (old, later))
    assert any(
        line.startswith(expected) for line in said(compare(before, after, day=DAY), language="en")
    )


def group(due: date, *, creditor: str = WATER, kind: str = "water", count: int = 1) -> OpenGroup:
    billed = AsBilled(kind=kind, debtor=PartyKind.PERSON, invoice_date=due, due_date=due)
    return OpenGroup(creditor=creditor, billed=billed, number="", count=count)


def test_open_claims_are_counted_by_which_version_they_follow() -> None:
    old, new = water_procedures()
    before = with_procedures(sample_policy(), WATER, (old,))
    after = with_procedures(sample_policy(), WATER, (old, replace(new, valid_from=NEXT_YEAR)))
    diff = compare(before, after, day=DAY)
    counted = touched(
        diff,
        [
            group(date(2026, 12, 31), count=5),
            group(NEXT_YEAR, count=3),
            group(NEXT_YEAR, creditor=MUNICIPALITY, kind="rent", count=2),
        ],
    )
    assert counted.open_count == 10
    passage = Passage(WATER, ("water", old.valid_from), ("water", NEXT_YEAR))
    assert dict(counted.passages) == {passage: 3}
    lines = said(diff, counted)
    assert "Öppna fordringar som berörs: 3 av 10." in lines
    assert "Av 10 öppna fordringar följer 3 andra regler än förut." in lines


def test_claims_that_lose_their_procedure_are_a_warning() -> None:
    old, _ = water_procedures()
    before = with_procedures(sample_policy(), WATER, (old,))
    after = with_procedures(sample_policy(), WATER, ())
    counted = touched(compare(before, after, day=DAY), [group(date(2026, 12, 31), count=4)])
    assert counted.untaken == 4
    lines = said(compare(before, after, day=DAY), counted, language="en")
    assert "WARNING: 4 open claims would have no procedure." in lines
