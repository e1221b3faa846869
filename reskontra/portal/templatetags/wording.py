"""`{% say "unpaid.title" %}`: a text by its name, in the page's language.

The one rule: values put into a text are escaped; the texts themselves hold no markup.
"""

from __future__ import annotations

from functools import cache

from django import template
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString

from reskontra.portal import wording

register = template.Library()


@register.simple_tag
def say(text: str, **values: object) -> str:
    """The text called `text` with `values` in it; a template that names another one fails."""
    language = translation.get_language() or "sv"
    if values:
        return wording.say(text, language=language, **values)
    return _escaped(text, language)


@cache
def _escaped(text: str, language: str) -> SafeString:
    """A text without values, of which a page has fifty."""
    return escape(wording.say(text, language=language))
