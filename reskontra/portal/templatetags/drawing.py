"""`{% draw_once "portal/part/footer.html" contact=frame.contact %}`: a part that is alike for many.

A page's menu, footer and limits are the same for everybody who reads the same language, and are
half the work of drawing a short list.

The one rule: such a part sees the values that it is given and nothing else, no request and no
person, and it is drawn anew for each language and each set of values.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import translation

register = template.Library()

_KEPT = 256


@register.simple_tag
def draw_once(part: str, **values: Hashable) -> str:
    """The part with the values, drawn the first time that they are seen."""
    return _drawn(part, translation.get_language() or "sv", tuple(values.items()))


@lru_cache(maxsize=_KEPT)
def _drawn(part: str, language: str, values: tuple[tuple[str, Hashable], ...]) -> str:
    with translation.override(language):
        return render_to_string(part, dict(values))
