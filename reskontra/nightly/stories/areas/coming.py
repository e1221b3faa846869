"""What a story may ask about what is still to come of a claim, if nothing is paid.

    ? coming 1003 reminder hand_over
    ? coming 1004 nothing

The one rule: the answer is what the portal and the office tell, in the procedure's order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.projection import to_come
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import under_rules
from reskontra.nightly.stories.area import Area
from reskontra.nightly.stories.line import AskedOfClaim
from reskontra.nightly.stories.shape import shape

NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming(AskedOfClaim):
    """The steps that the person is told of."""

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? coming {self.number} {self.said}"

    def answer(self, claim: Claim, policy: Policy, today: date) -> str:
        """The names of the steps, or `nothing`."""
        ruled = under_rules(claim, policy, today=today)
        found = to_come(ruled.claim, ruled.procedure, today)
        return " ".join(each.step.name for each in found) or NOTHING


AREA = Area(
    shapes=(
        shape(
            "? coming <number> <steps:words>",
            lambda g: (Coming(number=g["number"], said=g["steps"]),),
        ),
    ),
)
