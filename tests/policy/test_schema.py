"""The published JSON Schema is made from the models, is not stale, and says what the loader says.

The one rule: what an editor underlines is what the loader refuses, and the other way round, as far
as a schema can tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from reskontra.nightly.cli import main
from reskontra.policy.document import Document, read_document
from reskontra.policy.load import NATIONAL, SAMPLE
from reskontra.policy.schema import MODELS, schema_texts
from reskontra.policy.validate import validate
from tests.policy.conftest import IN_ORDER
from tests.policy.test_broken_files import STANZAS, Stanza

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "generated" / "schema"
EXAMPLES = ROOT / "examples"

VALIDATORS = {
    name: Draft202012Validator(json.loads(text), format_checker=FormatChecker())
    for name, text in schema_texts().items()
}
BY_FOLDER = {
    "procedures": "procedure.json",
    "campaigns": "campaign.json",
    "law": "dated_value.json",
}
BEYOND_A_SCHEMA = {
    "a bankgiro number with a wrong check digit",
    "an organization number with a wrong check digit",
    "a value from a day that is not in the calendar",
}
"""Faults of a value that no pattern tells."""

NOT_YAML_AS_WE_KNOW_IT = {
    "a key left empty",
    "a key twice",
    "a value that refers to another",
    "a value without any day",
    "not YAML",
    "the same day twice",
}
"""What the reading of the file itself refuses, before anything is compared with a model."""


def schema_of(path: Path) -> str:
    """The schema that the file is to follow."""
    return BY_FOLDER.get(path.parent.name, f"{path.stem}.json")


def plain(value: object) -> object:
    """The value as an editor sees it: a day is text."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(document: Document, schema: str) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in VALIDATORS[schema].iter_errors(plain(document.data))]


def policy_files() -> Iterator[Path]:
    """Every policy file of the project that is in order."""
    for root in (NATIONAL / "sample", NATIONAL / "law", IN_ORDER, EXAMPLES):
        yield from sorted(root.rglob("*.yaml"))


@pytest.mark.parametrize("path", tuple(policy_files()), ids=lambda path: "/".join(path.parts[-3:]))
def test_an_editor_underlines_nothing_in_a_file_in_order(path: Path) -> None:
    assert faults(read_document(path, file=path.name), schema_of(path)) == []


@pytest.mark.parametrize("stanza", STANZAS, ids=lambda stanza: stanza.title)
def test_an_editor_underlines_what_the_loader_finds_misshapen(
    stanza: Stanza, tmp_path: Path
) -> None:
    base = IN_ORDER if stanza.file.startswith("utility/") else NATIONAL
    path = tmp_path / "broken.yaml"
    path.write_text(stanza.broken((base / stanza.file).read_text("utf-8")), encoding="utf-8")
    document = read_document(path, file=stanza.file)
    if document.problems:
        assert stanza.title in NOT_YAML_AS_WE_KNOW_IT
        return
    schema = schema_of(Path(stanza.file))

    misshapen = validate(document, MODELS[schema]) is None

    expected = misshapen and stanza.title not in BEYOND_A_SCHEMA
    assert bool(faults(document, schema)) is expected


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_explained(name: str) -> None:
    schema = json.loads(schema_texts()[name])
    definitions = schema.get("$defs", {})

    for model in (schema, *definitions.values()):
        for key, value in model.get("properties", {}).items():
            around = definitions[value["$ref"].rpartition("/")[2]] if "$ref" in value else value
            assert "description" in value or "description" in around, key


def test_the_published_schema_is_not_stale() -> None:
    for name, text in schema_texts().items():
        assert (PUBLISHED / name).read_text(encoding="utf-8") == text, (
            "run `reskontra policy schema`"
        )


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_refuses_unknown_keys_everywhere(name: str) -> None:
    schema = json.loads(schema_texts()[name])
    objects = [schema, *schema.get("$defs", {}).values()]

    for each in objects:
        if "properties" in each:
            assert each["additionalProperties"] is False


def test_the_schema_says_fee_none() -> None:
    schema = json.loads(schema_texts()["procedure.json"])

    fee = schema["$defs"]["StepFile"]["properties"]["fee"]
    assert fee["anyOf"] == [{"$ref": "#/$defs/FeeFile"}, {"const": "none"}]
    assert fee["default"] == "none"


class TestCommand:
    def test_check_lists_the_values_and_the_procedures(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["policy", "check", str(SAMPLE)]) == 0

        said = capsys.readouterr().out
        assert "reminder_fee_ceiling: 60 kr from 2013-03-16" in said
        assert "    2. reminder: 7 working days after due, pay within 14 days" in said

    def test_check_refuses_a_broken_folder(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "utility" / "portal.yaml").unlink()

        assert main(["policy", "check", str(folder)]) == 2

        assert "utility/portal.yaml, line 1" in capsys.readouterr().err

    def test_schema_writes_the_files(self, tmp_path: Path) -> None:
        assert main(["policy", "schema", str(tmp_path)]) == 0

        assert {path.name for path in tmp_path.iterdir()} == set(MODELS)
