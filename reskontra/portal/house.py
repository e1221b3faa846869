"""The rules in force, and in whose name the portal speaks.

    policy().creditors["water_company"].portal.shown_from_invoice_date   -> 18 months
    municipality().name                                                  -> "Granviks kommun"

The one rule: the policy files are read once a process; a changed rule is a new release.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from reskontra.domain.rules import Creditor, Policy
from reskontra.policy.load import load_policy
from reskontra.portal.theme import Theme, load_theme


def policy() -> Policy:
    """Everything that the policy files say."""
    return _read(settings.RESKONTRA_POLICY)


def theme() -> Theme | None:
    """The municipality's own look; None when the portal's own is to be shown."""
    return _read_theme(settings.RESKONTRA_THEME) if settings.RESKONTRA_THEME else None


def municipality() -> Creditor:
    """The creditor that the portal belongs to: the first in the policy folder."""
    return next(iter(policy().creditors.values()))


def name() -> str:
    """The municipality's name, as its theme says it or as the policy does."""
    found = theme()
    return (found.name if found else "") or municipality().name


@lru_cache(maxsize=2)
def _read_theme(file: Path) -> Theme:
    return load_theme(file)


@lru_cache(maxsize=2)
def _read(folder: Path) -> Policy:
    return load_policy(folder)
