"""What a kind of hold does: which steps it stops, and what else follows from it.

    HoldRule(stops=frozenset({"hand_over"}), permitted_by="protected_identity_permitted")

The kinds are data (`policy/kinds.yaml`); a hold on a claim gets what its kind does when the claim
comes under the rules (`ruling`). The one rule: a kind that says nothing more stops everything.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRule:
    """What a kind of hold does."""

    stops: frozenset[str] = frozenset()
    """What steps do that it stops, as `hand_over`; everything when nothing is said."""
    recalls: bool = False
    """No agency may have the claim (inkassolagen (1974:182) 4 and 8 §§)."""
    goes_again: bool = False
    """When it is over, a claim that it called back goes to the agency again by itself."""
    permitted_by: str = ""
    """The clearance by which a person lets the claim go on in spite of it."""
    closes_portal: bool = False
    """Nobody signs in as the party."""
