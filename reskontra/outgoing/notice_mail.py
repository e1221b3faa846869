"""The two e-mails of the service: that an invoice falls due, and the code that proves an address.

    early_notice([date(2025, 4, 30)], to=..., house=House(...))   -> an e-mail, not yet sent
    code("48210375", to=..., house=House(...))

The one rule: an e-mail is read by more than its reader. It says neither who somebody is nor what
they owe, to whom or for what: only that an invoice falls due on a day, and where to sign in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import formataddr, make_msgid

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join

from reskontra.outgoing.notice_wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """In whose name it is sent, and where the portal is."""

    name: str
    sender: str
    """The address that it is sent from."""
    address: str
    """Of the portal, without a last slash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """Whom it is for."""

    address: str
    language: str
    token: str

    def off_link(self, house: House) -> str:
        """Where one press turns the notices off."""
        return f"{house.address}/{self.language}/epostbesked/av/?t={self.token}"


def early_notice(days: Sequence[date], *, to: To, house: House) -> EmailMultiAlternatives:
    """That something falls due on these days."""
    days = sorted(set(days))
    key = "one" if len(days) == 1 else "several"
    words = [_day(each, to.language) for each in days]
    paragraphs = [
        say("due", language=to.language, days=_listing(words, to.language)),
        say("paid", language=to.language),
        say("service", language=to.language),
        say("never_asked", language=to.language),
    ]
    mail = _mail(
        say(f"subject.{key}", language=to.language),
        paragraphs,
        links=[
            (say("sign_in", language=to.language), f"{house.address}/{to.language}/"),
            (say("off", language=to.language), to.off_link(house)),
        ],
        to=to,
        house=house,
    )
    mail.extra_headers["List-Unsubscribe"] = f"<{to.off_link(house)}>"
    mail.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return mail


def code(digits: str, *, to: To, house: House) -> EmailMultiAlternatives:
    """The code by which somebody shows that the address is theirs."""
    paragraphs = [
        say("code.lead", language=to.language),
        digits,
        say("code.not_you", language=to.language),
    ]
    subject = say("code.subject", language=to.language)
    return _mail(subject, paragraphs, links=[], to=to, house=house)


def _mail(
    subject: str,
    paragraphs: Sequence[str],
    *,
    links: Sequence[tuple[str, str]],
    to: To,
    house: House,
) -> EmailMultiAlternatives:
    plain = [*paragraphs, *(f"{text}:\n{address}" for text, address in links), house.name]
    mail = EmailMultiAlternatives(
        subject=subject,
        body="\n\n".join(plain) + "\n",
        from_email=formataddr((house.name, house.sender)),
        to=[to.address],
        headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Message-ID": make_msgid(domain=house.sender.rpartition("@")[2]),
            "Content-Language": to.language,
        },
    )
    html = format_html(
        '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>'
        '<body style="font: 16px/1.5 sans-serif; max-width: 36em">{}{}<p>{}</p></body></html>',
        to.language,
        subject,
        format_html_join("", "<p>{}</p>", ((each,) for each in paragraphs)),
        format_html_join(
            "", '<p><a href="{}">{}</a></p>', ((address, text) for text, address in links)
        ),
        house.name,
    )
    mail.attach_alternative(html, "text/html")
    return mail


def _day(value: date, language: str) -> str:
    with translation.override(language):
        return date_format(value, "j F Y")


def _listing(words: Sequence[str], language: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {say('and', language=language)} {last}" if first else last
