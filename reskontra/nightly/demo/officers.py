"""The invented officers who sign in to the demo's office.

    OFFICERS[0].name  -> "Anna Ek"

The one rule: there are as many as it takes to see one decide and another sign.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Somebody of the office, and what they may."""

    name: str
    role: str
    """As kinds.yaml names it."""
    about: Texts


OFFICERS = (
    Officer(
        name="Anna Ek",
        role="case_officer",
        about=Texts(
            sv="Handläggare: beslutar inom sina gränser",
            en="Case officer: decides within her limits",
        ),
    ),
    Officer(
        name="Carin Ås",
        role="finance_manager",
        about=Texts(
            sv="Ekonomichef: skriver under det som är över gränsen",
            en="Finance manager: signs what is above the limit",
        ),
    ),
    Officer(
        name="Tekla Dal",
        role="technician",
        about=Texts(
            sv="Tekniker: utför order om vatten, men spärrar inget",
            en="Technician: does orders about water, but holds nothing",
        ),
    ),
)
