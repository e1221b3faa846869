"""Choosing to be told by e-mail, some days before, that an invoice falls due.

    read(form, rules=rules)                    -> Choice(address=…, days_before=5, language="sv")
    ask(choice, citizen=citizen, ...)          a code goes to the address
    prove(code, standing, citizen=citizen)     -> True: the address is the person's own

The one rule: nothing is sent to an address before a code that was sent there has been written here;
a code lives for 30 minutes and five tries, and so many are sent in an hour.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import constant_time_compare, salted_hmac

from reskontra.domain.rules import NoticeRules
from reskontra.outgoing import notice_mail
from reskontra.portal import house
from reskontra.records.access import own_notices as rows
from reskontra.records.views import Citizen

CODE_DIGITS = 6
CODE_SECONDS = 30 * 60
TRIES = 5
CODES_AN_HOUR, CODES_A_DAY = 3, 10
HOUR, DAY = 60 * 60, 24 * 60 * 60
LONGEST_ADDRESS = 254
"""RFC 5321, 4.5.3.1.3, without its brackets."""
LANGUAGES = ("sv", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was filled in."""

    address: str
    days_before: int
    language: str


def read(form: Mapping[str, str], *, rules: NoticeRules) -> Choice | None:
    """What was filled in; None when it is no address, or not among the choices."""
    address = form.get("address", "").strip()
    days, language = form.get("days", ""), form.get("language", "")
    if days not in {f"{each}" for each in rules.days_before} or language not in LANGUAGES:
        return None
    try:
        validate_email(address)
    except ValidationError:
        return None
    if not address.isascii() or len(address) > LONGEST_ADDRESS:
        return None
    return Choice(address=address, days_before=int(days), language=language)


def keep(choice: Choice, standing: rows.Standing, *, citizen: Citizen, today: date) -> bool:
    """Let it hold at once when the address is proved already; else False."""
    held = standing.held
    if held is None or not held.holds or held.address != choice.address:
        return False
    rows.wish(citizen=citizen, new=_new(choice, token=held.token, code_digest=""), today=today)
    return True


def too_many(*, citizen: Citizen, now: int) -> bool:
    """Whether as many codes have been sent as are sent in an hour, or a day."""
    spans = ((HOUR, CODES_AN_HOUR), (DAY, CODES_A_DAY))
    return any(
        rows.codes_since(citizen=citizen, since=now - seconds) >= most for seconds, most in spans
    )


def ask(choice: Choice, *, citizen: Citizen, today: date) -> None:
    """Send a code to the address; an OSError when no mail server takes it."""
    token = secrets.token_urlsafe(24)
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    new = _new(choice, token=token, code_digest=_digest(digits, token))
    rows.wish(citizen=citizen, new=new, today=today)
    to = notice_mail.To(address=choice.address, language=choice.language, token=token)
    sender = notice_mail.House(
        name=house.municipality().name,
        sender=settings.DEFAULT_FROM_EMAIL,
        address=settings.RESKONTRA_BASE_URL,
    )
    notice_mail.code(digits, to=to, house=sender).send()


def waits(wish: rows.Wish | None, *, now: int) -> bool:
    """Whether a code that was sent may still be written."""
    return (
        wish is not None
        and bool(wish.code_digest)
        and not wish.confirmed
        and not wish.ended
        and wish.tries < TRIES
        and now < wish.asked_at + CODE_SECONDS
    )


def prove(code: str, wish: rows.Wish, *, citizen: Citizen, today: date) -> bool:
    """Whether it is the code that was sent; then the wish holds."""
    rows.tried(citizen=citizen, wish=wish)
    digits = "".join(code.split())
    if not constant_time_compare(_digest(digits, wish.token), wish.code_digest):
        return False
    rows.confirm(citizen=citizen, wish=wish, today=today)
    return True


def _digest(digits: str, token: str) -> str:
    return salted_hmac(
        "reskontra.portal.notices", f"{token} {digits}", algorithm="sha256"
    ).hexdigest()


def _new(choice: Choice, *, token: str, code_digest: str) -> rows.NewWish:
    return rows.NewWish(
        address=choice.address,
        days_before=choice.days_before,
        language=choice.language,
        token=token,
        code_digest=code_digest,
    )
