"""The portal has a word for all that may have happened to an invoice.

The one rule: what is missing is found here, and not by the person who signs in.
"""

from __future__ import annotations

from typing import get_args

import pytest

from reskontra.domain.ledger import EntryKind
from reskontra.policy.step_file import Letter
from reskontra.portal.wording import say

OF_THE_INVOICE_ITSELF = {EntryKind.INVOICE}
IN_THE_BOOKS_ALONE = {EntryKind.WRITE_DOWN, EntryKind.REMITTED, EntryKind.KEPT}
"""Never shown to the one who owes."""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_movement_and_every_letter_has_a_word(language: str) -> None:
    for kind in set(EntryKind) - OF_THE_INVOICE_ITSELF - IN_THE_BOOKS_ALONE:
        assert say(f"movement.{kind.value}", language=language)
    for letter in get_args(Letter):
        assert say(f"letter.{letter}", language=language)
