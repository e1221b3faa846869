"""Which court tries a claim that is contested: by what the claim is owed.

    court_for({"water_tariff"}, policy.courts)  -> "land_and_environment_court"
    court_for({"supervision"}, policy.courts)   -> refused: it goes straight to enforcement

The one rule: the courts and what they try are data, in kinds.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts


class NoCourt(Refused):
    """Nothing says which court tries a claim owed by {grounds}, so no order to pay is applied for.

    A fee that an authority has decided goes straight to enforcement (RH 2010:56).
    """

    swedish = (
        "Inget säger vilken domstol som prövar en fordran på grund av {grounds}. Därför ansöks "
        "inte om betalningsföreläggande. En avgift som en myndighet har beslutat går direkt till "
        "verkställighet (RH 2010:56)."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """A court, and by what the claims are owed that it tries."""

    name: Texts
    grounds: frozenset[str]


def court_for(grounds: Iterable[str], courts: Mapping[str, Court]) -> str:
    """The court that tries a claim owed by all of these; refused when none does."""
    wanted = frozenset(grounds)
    for code, court in courts.items():
        if wanted <= court.grounds:
            return code
    raise NoCourt(grounds=", ".join(sorted(wanted)))
