"""What is said to people, in both languages, with whom to ask and where a rule comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """One thing said in both languages."""

    sv: str
    en: str

    def say(self, language: str) -> str:
        """The text in `language`; Swedish unless English is asked for."""
        return self.en if language == "en" else self.sv


NO_TEXTS = Texts(sv="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a rule comes from."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""
