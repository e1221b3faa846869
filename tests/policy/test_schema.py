"""The published JSON Schema is made from the models, and is not stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from reskontra.policy.load import SAMPLE
from reskontra.policy.schema import MODELS, schema_texts

PUBLISHED = Path(__file__).parents[2] / "docs" / "generated" / "schema"


def test_the_published_schema_is_not_stale() -> None:
    published = {path.name: path.read_text(encoding="utf-8") for path in PUBLISHED.iterdir()}

    assert published == schema_texts(), "run `reskontra policy schema`"


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
