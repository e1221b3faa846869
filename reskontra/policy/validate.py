"""From a document to its model; what pydantic says becomes problems with lines.

    validate(document, ProcedureFile)  -> the model, or None and document.problems

The one rule: one table says what each kind of error allows, so no message is left to chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from reskontra.policy.document import Document, Way
from reskontra.policy.problems import NOTHING, one_of
from reskontra.policy.values import KEYS, WORD, WRONG, FileModel

Model = TypeVar("Model", bound=FileModel)

ALLOWED_BY_TYPE: Mapping[str, str] = {
    "missing": "this key is required",
    "string_type": "text (in quotation marks when it looks like a number or a day)",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "list_type": "a list: [..., ...]",
    "dict_type": "keys with values below it",
    "model_type": "keys with values below it",
    "model_attributes_type": "keys with values below it",
    "string_too_short": "text that is not empty",
    "too_short": "at least {min_length}",
    "too_long": "at most {max_length}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "enum": "{expected}",
    "literal_error": "{expected}",
}

ALLOWED_BY_PATTERN: Mapping[str, str] = {
    r"^[a-z][a-z0-9_]{0,39}$": "a name of small letters a-z, digits and underscores",
    r"^https?://\S+$": "a web address that begins with https://",
    r"^\S+@\S+$": "an e-mail address",
    r"^[0-9]{1,4}$": 'one to four digits in quotation marks, like "98"',
}

_NOT_IN_FILE = ("", "[key]", WORD, KEYS)
"""What pydantic adds to the way to a value."""

LAW_BY_KEY: Mapping[str, str] = {
    "fee.ground": "lagen (1981:739) 2 §: a reminder fee must be agreed when the debt arises",
    "interest.runs_from": "räntelagen (1975:635) 2-4 §§: no interest before the claim is due",
}


def validate(document: Document, model: type[Model]) -> Model | None:
    """The document as `model`; None when anything is wrong, which `problems` then tells."""
    if document.problems:
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            _tell(document, model, error)
        return None


def _tell(document: Document, model: type[BaseModel], error: ErrorDetails) -> None:
    kind = error["type"]
    way: Way = tuple(part for part in error["loc"] if part not in _NOT_IN_FILE)
    if kind == "extra_forbidden":
        found, allowed = f"unknown key {way[-1]}", _known_keys(model, way)
    elif kind == "missing":
        found, allowed = NOTHING, ALLOWED_BY_TYPE["missing"]
    else:
        found, allowed = shown(error["input"]), _allowed(error)
    law = LAW_BY_KEY.get(".".join(str(part) for part in way[-2:]), "")
    document.problems.append(document.problem(way, found=found, allowed=allowed, law=law))


def _allowed(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == WRONG:
        return str(context["allowed"])
    if kind == "string_pattern_mismatch":
        return ALLOWED_BY_PATTERN[context["pattern"]]
    if kind in ("enum", "literal_error"):
        expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return one_of(expected.split(", "), found=str(error["input"]))
    return ALLOWED_BY_TYPE.get(kind, error["msg"]).format(**context)


def _known_keys(model: type[BaseModel], way: Way) -> str:
    """The keys allowed where the unknown one stands."""
    around: object = model
    for part in way[:-1]:
        around = _inside(around, part)
    return one_of(_fields(around), found=str(way[-1]))


def _inside(around: object, part: str | int) -> object:
    fields = _fields(around)
    if fields:
        return _bare(fields[str(part)].annotation)
    arguments = get_args(around)
    return _bare(arguments[-1]) if arguments else None


def _bare(annotation: object) -> object:
    """An annotation without Annotated and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        choices = [_bare(each) for each in get_args(annotation) if each is not type(None)]
        return next((each for each in choices if _fields(each)), choices[0])
    return annotation


def _fields(annotation: object) -> Mapping[str, FieldInfo]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.model_fields
    return {}


def shown(value: object) -> str:
    """A value as the file has it, short."""
    match value:
        case None:
            return NOTHING
        case True | False:
            return str(value).lower()
        case date():
            return value.isoformat()
        case dict():
            return "keys: " + ", ".join(value)
        case list():
            return "a list of " + str(len(value))
        case _:
            return repr(value)
