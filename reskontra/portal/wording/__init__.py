"""Everything that the portal's pages say, in both languages side by side.

    say("unpaid.title", language="sv")                    -> "Obetalda fakturor"
    say("status.sent", language="en", amount="300.00", …)  -> "Pay 300.00 kr by 31 March 2025."

The one rule: a text has one name and is written once in each language, next to each other, so that
neither is forgotten when the other changes. (Tables rather than gettext: one file to read, no
compiled catalogue that may be stale or missing, and a wrong name fails at once.)
"""

from __future__ import annotations

from collections.abc import Mapping

from reskontra.domain.texts import Texts
from reskontra.portal.wording import (
    accessibility,
    asking,
    authority,
    frame,
    invoice,
    lists,
    looks,
    notices,
    plan,
    questions,
    statuses,
    water,
)

WORDING: Mapping[str, Texts] = {
    **frame.TEXTS,
    **lists.TEXTS,
    **invoice.TEXTS,
    **plan.TEXTS,
    **asking.TEXTS,
    **statuses.TEXTS,
    **questions.TEXTS,
    **looks.TEXTS,
    **notices.TEXTS,
    **authority.TEXTS,
    **water.TEXTS,
    **accessibility.TEXTS,
}


def say(name: str, /, *, language: str, **values: object) -> str:
    """The text called `name`, with `values` in its braces; a KeyError is a fault in a page."""
    return WORDING[name].say(language).format(**values)
