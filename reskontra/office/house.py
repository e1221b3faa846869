"""The rules that the office shows, read from their files once a process.

    policy().creditors["water_company"].procedures
    law_files()["reference_rate"].values

The one rule: what is shown is what the program itself goes by; a changed rule is a new release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.policy.law_file import LawFile
from reskontra.policy.load import load_law_files, load_policy, read_files
from reskontra.policy.problems import Caution


def policy() -> Policy:
    """Everything that the policy files say."""
    return _read(settings.RESKONTRA_POLICY)


def municipality() -> Creditor:
    """The creditor that the office belongs to: the first in the policy folder."""
    return next(iter(policy().creditors.values()))


def version(*, creditor: str, name: str, day: str) -> Procedure | None:
    """The version of a procedure from `day`, an ISO date; None when there is none."""
    found = policy().creditors.get(creditor)
    for procedure in found.procedures if found else ():
        if (procedure.name, procedure.valid_from.isoformat()) == (name, day):
            return procedure
    return None


def in_force(procedure: Procedure, *, today: date) -> bool:
    """Whether the version is the latest of its procedure whose day has come."""
    versions = [
        each.valid_from
        for each in policy().creditors[procedure.creditor].procedures
        if each.name == procedure.name and each.valid_from <= today
    ]
    return max(versions, default=None) == procedure.valid_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a lawyer is asked about one line of a file."""

    line: int
    text: str


def cautions(file: str, *, language: str) -> tuple[Asked, ...]:
    """What in a policy file only a lawyer can settle, in words."""
    found = (each for each in _cautions(settings.RESKONTRA_POLICY) if each.file == file)
    return tuple(Asked(line=each.line, text=_in_words(each, language)) for each in found)


def _in_words(caution: Caution, language: str) -> str:
    found, why, law = (each.say(language) for each in (caution.found, caution.why, caution.law))
    return f"{found}; {why} ({law})"


@lru_cache(maxsize=2)
def _cautions(folder: Path) -> tuple[Caution, ...]:
    return tuple(read_files(folder).cautions)


@lru_cache(maxsize=1)
def law_files() -> Mapping[str, LawFile]:
    """The national values as their files have them."""
    return load_law_files()


@lru_cache(maxsize=2)
def _read(folder: Path) -> Policy:
    return load_policy(folder)
