"""Read every policy file, tell everything that is wrong, or give the policy.

    load_policy(Path("reskontra/policy/sample"))  -> Policy with two creditors

A folder has one folder for each creditor, with `creditor.yaml`, `portal.yaml` and
`procedures/*.yaml`. The national values (`law/`) and the kinds of hold (`kinds.yaml`) come with
the program.

The one rule: all or nothing. One wrong line in one file refuses the whole policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from reskontra.domain import rules
from reskontra.domain.law import Law
from reskontra.policy.build import build_creditor, build_procedure
from reskontra.policy.build_law import build_law
from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.case import Case
from reskontra.policy.cautions import campaign_cautions, procedure_cautions
from reskontra.policy.check_campaign import check_campaigns
from reskontra.policy.check_condition import check_conditions
from reskontra.policy.check_course import check_course
from reskontra.policy.check_creditor import (
    check_code,
    check_coverage,
    check_histories,
    check_ties,
    check_versions,
)
from reskontra.policy.check_decisions import check_decisions
from reskontra.policy.check_demand import check_demand
from reskontra.policy.check_disconnection import check_disconnection
from reskontra.policy.check_fees import check_fees
from reskontra.policy.check_names import (
    check_campaign_names,
    check_creditor_names,
    check_names,
)
from reskontra.policy.check_procedure import check_procedure
from reskontra.policy.check_step import check_step
from reskontra.policy.check_terms import check_terms
from reskontra.policy.check_value import check_value
from reskontra.policy.check_water import check_water
from reskontra.policy.creditor_file import CreditorFile, KindsFile, PortalFile
from reskontra.policy.document import Document, read_document
from reskontra.policy.law_file import SHAPES, LawFile
from reskontra.policy.problems import NOTHING, Caution, PolicyRefused, Problem, one_of
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.validate import validate
from reskontra.policy.values import FileModel

NATIONAL = Path(__file__).parent
"""Where `law/` and `kinds.yaml` lie."""

SAMPLE = NATIONAL / "sample"
"""Two invented creditors."""

Model = TypeVar("Model", bound=FileModel)


@dataclass(slots=True, kw_only=True)
class CreditorFolder:
    """The files about one creditor, read."""

    document: Document
    creditor: CreditorFile | None
    portal: PortalFile | None
    procedures: list[tuple[Document, ProcedureFile]]
    campaigns: list[tuple[Document, CampaignFile]]
    complete: bool
    """Whether every procedure file was understood, so that coverage can be told."""


@dataclass(slots=True)
class Files:
    """All policy files, read and checked; `problems` tells what is wrong.

    `cautions` tells what only a lawyer can settle; it stops nothing, and is empty while anything
    is wrong.
    """

    law: dict[str, LawFile] = field(default_factory=dict)
    kinds: KindsFile | None = None
    creditors: list[CreditorFolder] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)


def load_policy(folder: Path, *, national: Path = NATIONAL) -> rules.Policy:
    """The policy of the creditors in `folder`, under the law in `national`.

    Refuses with `PolicyRefused`, which tells every problem in every file. Reads each file anew:
    the caller keeps the result.
    """
    files = read_files(folder, national=national)
    if files.problems or files.kinds is None:
        raise PolicyRefused(problems=files.problems)
    law = build_law(files.law)
    return rules.Policy(
        law=law,
        hold_kinds={name: kind.texts() for name, kind in files.kinds.holds.items()},
        hold_rules={name: kind.rule() for name, kind in files.kinds.holds.items()},
        clearance_kinds={name: kind.texts() for name, kind in files.kinds.clearances.items()},
        mark_kinds={name: kind.texts() for name, kind in files.kinds.marks.items()},
        role_kinds={name: kind.texts() for name, kind in files.kinds.roles.items()},
        channel_kinds={name: kind.build() for name, kind in files.kinds.channels.items()},
        enclosure_kinds={name: kind.texts() for name, kind in files.kinds.enclosures.items()},
        decision_kinds={name: kind.texts() for name, kind in files.kinds.decisions.items()},
        courts={name: court.build() for name, court in files.kinds.courts.items()},
        representative_kinds={
            name: kind.build() for name, kind in files.kinds.representatives.items()
        },
        creditors={each.code: each for each in _build_creditors(files, law)},
    )


def load_law_files(national: Path = NATIONAL) -> dict[str, LawFile]:
    """The national values as their files have them, for a person to read; refuses as above."""
    files = Files()
    _read_law(files, national)
    if files.problems:
        raise PolicyRefused(problems=files.problems)
    return files.law


def _build_creditors(files: Files, law: Law) -> Iterator[rules.Creditor]:
    for each in files.creditors:
        if each.creditor is None or each.portal is None:
            raise PolicyRefused(problems=files.problems)
        yield build_creditor(
            each.creditor,
            each.portal,
            [
                build_procedure(procedure, document, creditor=each.creditor, law=law)
                for document, procedure in each.procedures
            ],
            [campaign.build(document, each.creditor) for document, campaign in each.campaigns],
            law=law,
        )


def read_files(folder: Path, *, national: Path = NATIONAL) -> Files:
    """Read and check every file; nothing is refused here, `problems` has it all."""
    files = Files()
    _read_law(files, national)
    files.kinds = _read(files, national / "kinds.yaml", KindsFile, file="kinds.yaml")[1]
    for each in _creditor_folders(files, folder):
        files.creditors.append(_read_creditor(files, folder, each))
    law = build_law(files.law) if len(files.law) == len(SHAPES) else None
    for found in files.creditors:
        _check_creditor(files, found, law)
    if files.problems:
        files.cautions.clear()
    return files


def _read(
    files: Files, path: Path, model: type[Model], *, file: str
) -> tuple[Document, Model | None]:
    if not path.is_file():
        document = Document(file=file, digest="", text="")
        files.problems.append(
            document.problem((), found="no such file", allowed=f"a file {path.name}")
        )
        return document, None
    document = read_document(path, file=file)
    value = validate(document, model)
    files.problems.extend(document.problems)
    return document, value


def _read_law(files: Files, national: Path) -> None:
    for path in sorted((national / "law").iterdir()):
        if path.suffix != ".yaml" or path.stem not in SHAPES:
            allowed = one_of((f"{name}.yaml" for name in SHAPES), found=path.name)
            files.problems.append(_file_problem(f"law/{path.name}", path.name, allowed))
    for name in SHAPES:
        file = f"law/{name}.yaml"
        document, law = _read(files, national / "law" / f"{name}.yaml", LawFile, file=file)
        if law is not None:
            wrong = list(check_value(document, law))
            files.problems.extend(wrong)
            if not wrong:
                files.law[name] = law


def _file_problem(file: str, found: str, allowed: str) -> Problem:
    return Problem(file=file, line=1, place="", found=found, allowed=allowed)


def _creditor_folders(files: Files, folder: Path) -> list[Path]:
    if not folder.is_dir():
        files.problems.append(_file_problem(str(folder), "no such folder", "a policy folder"))
        return []
    found = sorted(
        each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")
    )
    if not found:
        allowed = "a folder for each creditor"
        files.problems.append(_file_problem(str(folder), NOTHING, allowed))
    for home in found:
        if not (home / "creditor.yaml").is_file():
            allowed = "a file creditor.yaml, or no such folder"
            files.problems.append(_file_problem(home.name, "a folder without it", allowed))
    return [home for home in found if (home / "creditor.yaml").is_file()]


def _read_creditor(files: Files, folder: Path, home: Path) -> CreditorFolder:
    document, creditor = _read(
        files, home / "creditor.yaml", CreditorFile, file=f"{home.name}/creditor.yaml"
    )
    _, portal = _read(files, home / "portal.yaml", PortalFile, file=f"{home.name}/portal.yaml")
    procedures = []
    paths = _paths(files, folder, home / "procedures")
    if not paths:
        allowed = "one YAML file a procedure"
        files.problems.append(_file_problem(f"{home.name}/procedures", NOTHING, allowed))
    for path in paths:
        file = path.relative_to(folder).as_posix()
        read, procedure = _read(files, path, ProcedureFile, file=file)
        if procedure is not None:
            procedures.append((read, procedure))
    campaigns = []
    for path in _paths(files, folder, home / "campaigns"):
        read, campaign = _read(files, path, CampaignFile, file=path.relative_to(folder).as_posix())
        if campaign is not None:
            campaigns.append((read, campaign))
    return CreditorFolder(
        document=document,
        creditor=creditor,
        portal=portal,
        procedures=procedures,
        campaigns=campaigns,
        complete=len(procedures) == len(paths) > 0,
    )


def _paths(files: Files, folder: Path, inside: Path) -> list[Path]:
    """The YAML files in a folder; one with another ending is told, not passed over."""
    found = sorted(inside.iterdir()) if inside.is_dir() else []
    for path in found:
        if path.suffix != ".yaml":
            file = path.relative_to(folder).as_posix()
            files.problems.append(_file_problem(file, path.name, "a name that ends in .yaml"))
    return [path for path in found if path.suffix == ".yaml"]


def _check_creditor(files: Files, folder: CreditorFolder, law: Law | None) -> None:
    creditor, kinds = folder.creditor, files.kinds
    if creditor is None or kinds is None:
        return
    files.problems.extend(check_code(folder.document, creditor))
    files.problems.extend(check_creditor_names(folder.document, creditor, kinds))
    files.problems.extend(check_decisions(folder.document, creditor))
    cases = _cases(folder, creditor, kinds, law)
    files.problems.extend(check_water(folder.document, creditor, cases))
    for case in cases:
        wrong = [problem for check in CHECKS for problem in check(case)]
        # What the law says of a tree is asked of a tree that hangs together.
        wrong = wrong or [problem for check in LAW_CHECKS for problem in check(case)]
        files.problems.extend(wrong)
        if not wrong:
            files.cautions.extend(procedure_cautions(case))
    for check in CHECKS_TOGETHER:
        files.problems.extend(check(cases))
    if folder.complete:
        files.problems.extend(check_coverage(folder.document, creditor, cases))
    for document, campaign in folder.campaigns:
        files.problems.extend(check_campaign_names(document, campaign, creditor, kinds))
    files.problems.extend(check_campaigns(folder.campaigns))
    files.cautions.extend(campaign_cautions(folder.campaigns))


def _cases(
    folder: CreditorFolder, creditor: CreditorFile, kinds: KindsFile, law: Law | None
) -> list[Case]:
    cases = [
        Case(document=document, file=procedure, creditor=creditor, kinds=kinds, law=law)
        for document, procedure in folder.procedures
    ]
    return [replace(case, until=_next_version(case, cases)) for case in cases]


def _next_version(case: Case, cases: list[Case]) -> date | None:
    later = (
        each.file.valid_from
        for each in cases
        if each.file.procedure == case.file.procedure
        and each.file.valid_from > case.file.valid_from
    )
    return min(later, default=None)


CHECKS = (
    check_procedure,
    check_step,
    check_names,
    check_conditions,
    check_terms,
)
"""What each procedure must mean by itself."""

LAW_CHECKS = (check_fees, check_demand, check_disconnection, check_course)
"""What it must mean for the law's sake."""

CHECKS_TOGETHER = (check_ties, check_versions, check_histories)
"""What a creditor's procedures must mean together."""
