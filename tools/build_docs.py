"""Makes the documents that say what the code says, so that nobody keeps them by hand.

    python -m tools.build_docs

writes docs/generated/law.md (each national value, since when, on what ground), procedures.md and
procedures/* (each sample procedure told and drawn), errors.md (each refusal in both languages, and
what is told of each kind of wrong policy file) and the JSON Schema of the policy files and of those
that other systems send and get.

The one rule: a test fails when a document here is not what this module would write.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

import reskontra
from reskontra.domain.refusal import Refused
from reskontra.formats import (
    agency_case,
    agency_return,
    authority_case,
    authority_return,
    facility_file,
    invoice_file,
    message,
    payout_file,
)
from reskontra.policy.schema import schema_texts
from tools.gallery import gallery
from tools.law_page import law_page
from tools.procedures_page import procedure_pages

TARGET = Path(__file__).resolve().parents[1] / "docs" / "generated"
CHANGES_THE_PROCESS = "reskontra.config.wsgi"

MADE_BY = "<!-- Made by `make docs`; a change here is lost. -->"
ERRORS = f"""\
{MADE_BY}
# Every refusal

What reskontra says when it says no. A name in braces is filled in with what was found.
"""


def documents() -> dict[str, str]:
    """Each generated document's path below docs/generated, and its text."""
    schemas = {f"schema/{name}": text for name, text in schema_texts().items()}
    pages = {name: _marked(name, text) for name, text in procedure_pages().items()}
    schemas |= {
        "schema/agency_case.json": _schema(agency_case.json_schema()),
        "schema/agency_return.json": _schema(agency_return.json_schema()),
        "schema/facility_file.json": _schema(facility_file.json_schema()),
        "schema/invoice_file.json": _schema(invoice_file.json_schema()),
        "schema/message.json": _schema(message.json_schema()),
        "schema/payout_file.json": _schema(payout_file.json_schema()),
        "schema/authority_case.json": _schema(authority_case.json_schema()),
        "schema/authority_return.json": _schema(authority_return.json_schema()),
    }
    return {"law.md": f"{MADE_BY}\n{law_page()}", "errors.md": _errors(), **pages, **schemas}


def _schema(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _marked(name: str, text: str) -> str:
    return f"{MADE_BY}\n{text}" if name.endswith(".md") else text


def refusals() -> tuple[type[Refused], ...]:
    """Every kind of refusal that reskontra has, by module and name."""
    for found in pkgutil.walk_packages(reskontra.__path__, "reskontra."):
        if found.name != CHANGES_THE_PROCESS:
            importlib.import_module(found.name)
    kinds = {kind for kind in _family(Refused) if kind.__module__.startswith("reskontra.")}
    return tuple(sorted(kinds, key=lambda kind: (kind.__module__, kind.__qualname__)))


def main() -> None:
    """Write all documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reskontra.config.settings")
    django.setup()
    for name, text in documents().items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote docs/generated/{name}")


def _errors() -> str:
    sections = (section for kind in refusals() for section in _refusal(kind))
    return "\n".join([ERRORS, *sections, *gallery()])


def _refusal(kind: type[Refused]) -> Iterator[str]:
    if kind is not Refused:
        yield f"## {kind.__qualname__}\n\n`{kind.__module__}`\n"
        yield _quoted(inspect.cleandoc(kind.__doc__ or "")) + "\n"
        yield _quoted(kind.swedish) + "\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _family(kind: type[Refused]) -> Iterator[type[Refused]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


if __name__ == "__main__":
    main()
