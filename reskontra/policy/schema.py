"""The JSON Schema of the policy files, made from the models that check them.

    schema_texts()["procedure.json"]  -> the schema of procedures/*.yaml, for an editor

The one rule: nothing is written by hand; `reskontra policy schema` makes the files in
`docs/generated/schema` again, and a test fails when they are stale.
"""

from __future__ import annotations

import json
from typing import Any

from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.creditor_file import CreditorFile, KindsFile, PortalFile
from reskontra.policy.law_file import LawFile
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.values import FileModel

MODELS: dict[str, type[FileModel]] = {
    "campaign.json": CampaignFile,
    "creditor.json": CreditorFile,
    "dated_value.json": LawFile,
    "kinds.json": KindsFile,
    "portal.json": PortalFile,
    "procedure.json": ProcedureFile,
}
"""The schema files, each with the model that it is made from."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_texts() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {name: _text(model) for name, model in MODELS.items()}


def _text(model: type[FileModel]) -> str:
    schema = _as_in_files({"$schema": DIALECT} | model.model_json_schema())
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _as_in_files(value: object) -> object:
    """The schema without "or null", and with no other names than those of the pattern.

    In a file a key is left out, never left empty.
    """
    if isinstance(value, list):
        return [_as_in_files(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept: dict[str, Any] = {
        key: _as_in_files(each) for key, each in value.items() if each is not None
    }
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    choices = [each for each in kept.pop("anyOf", []) if each != {"type": "null"}]
    if len(choices) == 1:
        return kept | choices[0]
    return kept | {"anyOf": choices} if choices else kept
