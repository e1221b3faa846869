"""Payment codes: the quick way makes exactly the squares that segno makes."""

from __future__ import annotations

import json

import segno
from hypothesis import given
from hypothesis import strategies as st

from reskontra.outgoing.payment_code import LENGTH_STEP, MASK, payment_code

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=60)


def _squares_by_segno(text: str) -> list[int]:
    content = text.encode()
    content += b" " * (-len(content) % LENGTH_STEP)
    code = segno.make_qr(content, error="m", mode="byte", mask=MASK, boost_error=False)
    return [255 - 255 * square for row in code.matrix for square in row]


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_code_is_the_one_that_segno_makes(texts: list[str]) -> None:
    for text in texts:
        code = payment_code(text)
        squares = json.loads(code.gray_levels())
        assert squares == _squares_by_segno(text)
        assert len(squares) == code.side**2


def test_two_texts_that_differ_in_one_sign_have_different_codes() -> None:
    assert payment_code("1234,50 kr") != payment_code("1234,60 kr")
