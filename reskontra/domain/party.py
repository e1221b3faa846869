"""What a party is in law."""

from __future__ import annotations

from enum import StrEnum


class PartyKind(StrEnum):
    """What a party is in law."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ESTATE = "estate"


PROTECTED_IDENTITY = "protected_identity"
"""The kind of hold under which nobody is told where the party lives."""
