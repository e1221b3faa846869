"""Money is a whole number of öre, and every division says how it rounds.

    parse_kronor("1 234,50")                  -> 123450
    format_kronor(123450)                     -> "1 234,50"   (no-break space)
    format_kronor(123450, language="en")      -> "1,234.50"
    round_half_up(Fraction(15205, 2))         -> 7603

The one rule: no amount is ever a float.
"""

from __future__ import annotations

import re
from fractions import Fraction

from reskontra.domain.refusal import Refused

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS_SIGN = "\N{MINUS SIGN}"

# A person may type any blank between thousands and either minus; grouping must then be exact.
_KRONOR = re.compile(r"([-−]?)([0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9]+)(?:,([0-9]{2}))?")
_DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]{1,2}))?")


class NotKronor(Refused):
    """{text!r} is not an amount in kronor; write it like 300 or 1 234,50."""

    swedish = "{text!r} är inte ett belopp i kronor. Skriv till exempel 300 eller 1 234,50."


class NotDecimalAmount(Refused):
    """{text!r} is not an amount with at most two decimals after a point, like 1234.50."""

    swedish = "{text!r} är inte ett belopp med punkt och högst två decimaler, som 1234.50."


def format_kronor(ore: int, *, language: str = "sv") -> str:
    """The amount in kronor for a reader: "1 234,50" in Swedish ("sv"), "1,234.50" in English."""
    kronor, rest = divmod(abs(ore), 100)
    sign = MINUS_SIGN if ore < 0 else ""
    grouped = f"{kronor:,}"
    if language == "en":
        return f"{sign}{grouped}.{rest:02d}"
    return f"{sign}{grouped.replace(',', NO_BREAK_SPACE)},{rest:02d}"


def parse_kronor(text: str) -> int:
    """Öre from an amount as a Swede writes it; refuses one decimal, points and uneven groups."""
    match = _KRONOR.fullmatch(text.strip())
    if match is None:
        raise NotKronor(text=text)
    sign, kronor, rest = match.groups()
    digits = "".join(filter(str.isdigit, kronor))
    ore = int(digits) * 100 + int(rest or 0)
    return -ore if sign else ore


def decimal_text(ore: int) -> str:
    """The amount in kronor for a machine: "1234.50"."""
    kronor, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{kronor}.{rest:02d}"


def parse_decimal(text: str) -> int:
    """Öre from a machine's amount in kronor, "1234.5"; refuses more than two decimals."""
    match = _DECIMAL.fullmatch(text)
    if match is None:
        raise NotDecimalAmount(text=text)
    sign, kronor, rest = match.groups()
    ore = int(kronor) * 100 + int((rest or "").ljust(2, "0"))
    return -ore if sign else ore


def round_half_up(amount: Fraction) -> int:
    """The nearest whole number; a half goes up (of -1/2 to 0, as of 1/2 to 1)."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
