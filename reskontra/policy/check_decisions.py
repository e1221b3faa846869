"""What a creditor says of decisions must mean something: in order, and not said twice over.

    decisions: {deferral: {grants: [{role: case_officer}]}}
      -> refused: who may grant more time is said by each procedure's own terms

The one rule: of two who may say yes, the one who may more stands later.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.policy.check_terms import out_of_order
from reskontra.policy.creditor_file import CreditorFile
from reskontra.policy.document import Document
from reskontra.policy.problems import Problem

IN_TERMS = {"deferral": "deferral", "installment_plan": "plan"}
"""Decisions that a procedure's own terms say who may make, and the key of those terms."""

ANY_DAY = date(2000, 1, 1)
"""Times are compared from this day; which day it is makes no difference."""

DEBTORS_OWN = "self_service"


def check_decisions(document: Document, creditor: CreditorFile) -> Iterator[Problem]:
    """Everything wrong in who may decide what."""
    for name, decision in creditor.decisions.items():
        if name in IN_TERMS:
            allowed = f"the grants of {IN_TERMS[name]} in the procedures"
            yield document.problem(("decisions", name), found=repr(name), allowed=allowed)
        way = ("decisions", name, "grants")
        for at, grant in enumerate(decision.grants):
            if grant.role == DEBTORS_OWN:
                yield document.problem(
                    (*way, at, "role"), found=repr(grant.role), allowed="somebody of the office"
                )
        for rest, found, allowed in out_of_order(decision.grants, day=ANY_DAY):
            yield document.problem((*way, *rest), found=found, allowed=allowed)
