"""`{% say "unpaid.title" %}`: a text by its name, in the page's language.

The one rule: values put into a text are escaped; the texts themselves hold no markup.
"""

from __future__ import annotations

from django import template
from django.utils import translation

from reskontra.portal import wording

register = template.Library()


@register.simple_tag
def say(text: str, **values: object) -> str:
    """The text called `text` with `values` in it; a template that names another one fails."""
    return wording.say(text, language=translation.get_language() or "sv", **values)
