"""What a creditor says of disconnecting water itself: of what services, and what it costs by what.

    water: {services: [water, waste], ...}
      -> refused: waste is no charge under lagen (2006:412), and never cuts anybody's water

The one rule: only what is owed by `water_tariff` counts, and a fee stands in the tariff alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reskontra.domain.step import InLaw
from reskontra.policy.case import Case
from reskontra.policy.check_disconnection import ONLY_WATER, SECTION, WATER
from reskontra.policy.creditor_file import CreditorFile
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Problem, one_of
from reskontra.policy.terms_file import FeeFile

AT_COST = f"{SECTION}: the cost of the measure may be charged, by the tariff, once"


def check_water(
    document: Document, creditor: CreditorFile, cases: Sequence[Case]
) -> Iterator[Problem]:
    """Everything wrong in on what terms it disconnects water."""
    if creditor.water is None:
        return
    by_water = [name for name, each in creditor.services.items() if each.ground == WATER]
    for at, name in enumerate(creditor.water.services):
        if name not in by_water:
            allowed = one_of(by_water, found=name)
            here: Way = ("water", "services", at)
            yield document.problem(here, found=repr(name), allowed=allowed, law=ONLY_WATER)
    for case in cases:
        for way, step in case.steps():
            if step.law is InLaw.DISCONNECTION and isinstance(step.fee, FeeFile):
                allowed = "fee: none; the fee is one of the creditor's water.tariffs"
                yield case.problem((*way, "fee"), "a fee", allowed, AT_COST)
