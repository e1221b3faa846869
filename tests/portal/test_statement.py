"""The accessibility statement has every part that the law and Digg ask for, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings

from reskontra.config import environment
from reskontra.portal import house

PARTS = {
    "sv": (
        "står bakom tjänsten",
        "Redogörelsen gäller alla sidor på localhost:8000.",
        "Tjänsten publicerades den 1\u00a0oktober\u00a02026.",
        "delvis förenlig med lagen",
        "WCAG 1.3.1",
        "oskäligt betungande",
        "Vi har prövat tjänsten själva.",
        "i en annan form",
        "Myndigheten för digital förvaltning",
    ),
    "en": (
        "is behind the service",
        "The statement is about all pages at localhost:8000.",
        "The service was published on 1\u00a0October\u00a02026.",
        "partly complies with the law",
        "WCAG 1.3.1",
        "disproportionate burden",
        "We have tested the service ourselves.",
        "in another form",
        "The Agency for Digital Government",
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_has_every_part(language: str) -> None:
    with override_settings(RESKONTRA_PUBLISHED_ON=date(2026, 10, 1)):
        page = Client(SERVER_NAME="localhost").get(f"/{language}/tillganglighet/").content.decode()
    contact = house.municipality().contact
    for part in (*PARTS[language], "https://www.digg.se/tdosanmalan", contact.phone, contact.email):
        assert part in page


def test_the_day_it_was_published_is_told_when_it_is_known() -> None:
    name = "RESKONTRA_PUBLISHED_ON"
    assert environment.day(name, environ={}) is None
    assert environment.day(name, environ={name: "2026-10-01"}) == date(2026, 10, 1)
    with pytest.raises(ImproperlyConfigured, match=name):
        environment.day(name, environ={name: "1 oktober"})
