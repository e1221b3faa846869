"""`{% say "rules.title" %}`: a text of the office by its name, in the page's language.

    {{ row.what|as_sentence }}     "En påminnelse skickas"  ->  "En påminnelse skickas."

The one rule: values put into a text are escaped; the texts themselves hold no markup.
"""

from __future__ import annotations

from django import template
from django.utils import translation

from reskontra.office import wording

register = template.Library()


@register.simple_tag
def say(text: str, **values: object) -> str:
    """The text called `text` with `values` in it; a template that names another one fails."""
    return wording.say(text, language=translation.get_language() or "sv", **values)


@register.filter
def as_sentence(words: str) -> str:
    """Words that elsewhere begin a longer sentence, as a sentence of their own."""
    return f"{words.rstrip(',.')}."
