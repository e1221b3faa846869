"""One for whom somebody stands sees in the portal whom the letters go to."""

from __future__ import annotations

import pytest
from django.db import connections, transaction
from playwright.sync_api import expect

from reskontra.casework.representing import Newcomer, represent
from reskontra.portal import house
from reskontra.records import access
from tests.portal import town
from tests.portal.portal import Portal, width_of
from tests.portal.test_owed_together import picture
from tests.portal.town import CILLA

INSTEAD = {
    "sv": "Brev till dig går till Advokat Bo Lund (förvaltare) i stället.",
    "en": "Letters to you go to Advokat Bo Lund (administrator) instead.",
}
ALSO = {
    "sv": "Brev till dig går också till ombud med fullmakt.",
    "en": "Letters to you go to proxy by power of attorney too.",
}


def register(kind: str, *, protected: bool) -> None:
    (me,) = access.parties_for(identity_number=CILLA)
    new = Newcomer(
        party=me.party_id,
        kind=kind,
        name="Advokat Bo Lund",
        address_lines=("Nygatan 2",),
        protected=protected,
        first_day=None,
        last_day=None,
        reason="–",
        by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        represent(cursor, new, policy=house.policy(), today=town.TODAY)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_one_sees_whom_ones_letters_go_to(portal: Portal, language: str) -> None:
    register("administrator", protected=False)
    register("proxy", protected=True)
    page = portal.sign_in(CILLA, language=language)
    main = page.get_by_role("main")
    expect(main).to_contain_text(INSTEAD[language])
    expect(main).to_contain_text(ALSO[language])
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"represented-{language}-{width}")
        assert width_of(page) <= width
    assert "Nygatan" not in page.content()
