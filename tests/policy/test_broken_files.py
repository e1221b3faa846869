"""Every way to write a policy file wrong, and exactly what is then told.

`broken/*.txt` is the list, one stanza a fault; it reads as a manual of the language's refusals.
After a change of words, correct the stanza by hand: the test shows both texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from reskontra.policy.load import load_policy
from reskontra.policy.problems import PolicyRefused

GALLERY = Path(__file__).parent / "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stanza:
    """One fault: the file, what its lines were and are, what is told."""

    title: str
    file: str
    was: str
    now: str
    told: str

    def broken(self, text: str) -> str:
        """The text of the file with its lines changed; they stand in it exactly once."""
        assert f"\n{text}".count(f"\n{self.was}") == 1
        return f"\n{text}".replace(f"\n{self.was}", f"\n{self.now}").removeprefix("\n")


def read_stanzas() -> list[Stanza]:
    """All stanzas of the gallery."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(GALLERY.glob("*.txt"))]
    blocks = [block for text in texts for block in text.split("\n\n")]
    return [read_stanza(block.strip("\n")) for block in blocks if not block.startswith(";")]


def read_stanza(block: str) -> Stanza:
    """A title, a file, a diff (` `, `-` and `+` lines), and the message."""
    title, file, *rest = block.split("\n")
    length = next(at for at, line in enumerate(rest) if line[0] not in " -+")
    diff = rest[:length]
    return Stanza(
        title=title.removeprefix("# "),
        file=file,
        was="".join(f"{line[1:]}\n" for line in diff if line[0] in " -"),
        now="".join(f"{line[1:]}\n" for line in diff if line[0] in " +"),
        told="\n".join(rest[length:]),
    )


STANZAS = read_stanzas()


def test_each_fault_is_listed_once() -> None:
    assert len({stanza.title for stanza in STANZAS}) == len(STANZAS) >= 200


@pytest.mark.parametrize("stanza", STANZAS, ids=lambda stanza: stanza.title)
def test_a_fault_is_told_with_its_line(stanza: Stanza, folder: Path, national: Path) -> None:
    home = folder if stanza.file.startswith("utility/") else national
    path = home / stanza.file
    path.write_text(stanza.broken(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(PolicyRefused) as refused:
        load_policy(folder, national=national)

    assert "\n".join(map(str, refused.value.problems)) == stanza.told


def test_the_unbroken_folder_is_in_order(folder: Path, national: Path) -> None:
    policy = load_policy(folder, national=national)

    assert list(policy.creditors) == ["utility"]


def test_faults_of_all_files_are_told_at_once_in_order(folder: Path) -> None:
    for name in ("portal.yaml", "creditor.yaml", "procedures/water.yaml"):
        path = folder / "utility" / name
        path.write_text("unknown: 1\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    with pytest.raises(PolicyRefused) as refused:
        load_policy(folder)

    assert [(problem.file, problem.line) for problem in refused.value.problems] == [
        ("utility/creditor.yaml", 1),
        ("utility/portal.yaml", 1),
        ("utility/procedures/water.yaml", 1),
    ]
    assert str(refused.value).startswith("The policy files are refused (3 wrong):")
    assert refused.value.swedish_text().startswith("Regelfilerna godtas inte (3 fel):")


def test_a_later_version_takes_over_from_its_day(folder: Path) -> None:
    procedures = folder / "utility" / "procedures"
    text = (procedures / "hire.yaml").read_text(encoding="utf-8")
    later = text.replace("2020-01-01", "2024-01-01").replace("14 days", "20 days")
    (procedures / "hire_2024.yaml").write_text(later, encoding="utf-8")

    versions = [
        (str(each.valid_from), str(each.steps[0].pay_within))
        for each in load_policy(folder).creditors["utility"].procedures
        if each.name == "hire"
    ]

    assert versions == [("2020-01-01", "14 days"), ("2024-01-01", "20 days")]


def test_an_old_version_may_break_a_ceiling_that_came_after_it(
    folder: Path, national: Path
) -> None:
    ceiling = national / "law" / "reminder_fee_ceiling.yaml"
    lowered = (
        "  2025-01-01:\n"
        "    value: 40 kr\n"
        "    reference: {title: Exempel}\n"
        "    confirmed: 2026-11-22\n"
        "    verified: true\n"
    )
    ceiling.write_text(ceiling.read_text(encoding="utf-8") + lowered, encoding="utf-8")
    with pytest.raises(PolicyRefused, match="at most 40,00 kr from 2025-01-01"):
        load_policy(folder, national=national)
    procedures = folder / "utility" / "procedures"
    for name in ("course", "hire", "pier"):
        text = (procedures / f"{name}.yaml").read_text(encoding="utf-8")
        later = text.replace("valid_from: 2020-01-01", "valid_from: 2025-01-01")
        later = later.replace("60 kr", "40 kr")
        (procedures / f"{name}_2025.yaml").write_text(later, encoding="utf-8")

    policy = load_policy(folder, national=national)

    assert {each.name for each in policy.creditors["utility"].procedures} == {
        *("course", "hire", "inspection", "interest", "pier", "water")
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("utility/creditor.yaml", ("utility", "a file creditor.yaml, or no such folder")),
        ("utility/portal.yaml", ("utility/portal.yaml", "a file portal.yaml")),
    ],
)
def test_a_missing_file_is_told(folder: Path, name: str, told: tuple[str, str]) -> None:
    (folder / name).unlink()

    with pytest.raises(PolicyRefused) as refused:
        load_policy(folder)

    assert [(each.file, each.allowed) for each in refused.value.problems] == [told]


def test_a_file_with_another_ending_is_not_passed_over(folder: Path) -> None:
    path = folder / "utility" / "procedures" / "water.yaml"
    path.rename(path.with_suffix(".yml"))

    with pytest.raises(PolicyRefused) as refused:
        load_policy(folder)

    assert (refused.value.problems[-1].file, refused.value.problems[-1].allowed) == (
        "utility/procedures/water.yml",
        "a name that ends in .yaml",
    )


def test_a_national_value_that_nothing_knows_is_told(folder: Path, national: Path) -> None:
    (national / "law" / "reminder_fee.yaml").write_text("value: reminder_fee\n", encoding="utf-8")

    with pytest.raises(PolicyRefused, match=r"did you mean reminder_fee_ceiling\.yaml"):
        load_policy(folder, national=national)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyRefused, match="a folder for each creditor"):
        load_policy(tmp_path)


def test_bytes_that_are_not_utf_8_are_refused(folder: Path) -> None:
    path = folder / "utility" / "portal.yaml"
    path.write_bytes(path.read_bytes() + "reference: förfall\n".encode("latin-1"))

    with pytest.raises(PolicyRefused) as refused:
        load_policy(folder)

    problem = refused.value.problems[0]
    assert (problem.line, problem.found) == (8, "bytes that are not UTF-8")
