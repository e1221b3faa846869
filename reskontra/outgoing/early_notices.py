"""People are told by e-mail that an invoice falls due, as they have chosen in the portal.

    choose(day=day, policy=policy)              -> 12: so many e-mails were written
    send(day=day, policy=policy, house=house)   -> Sent(sent=11, refused=1)

Each is looked at once more when it leaves. It is noted as handed over before the mail server gets
it: a run that is killed in between leaves it in doubt, and it is never sent again.

The one rule: no step, hold or day of a claim depends on these; at most once is better than twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.early_notice import longest, why_silent
from reskontra.domain.rules import Policy
from reskontra.outgoing.notice_mail import House, To, early_notice
from reskontra.records import as_of, early_notices
from reskontra.records.early_notices import NewNotice, Unsent, Wanted

CHUNK = 1_000
BATCH = 500
SHUTTING_DOWN = 421
PERMANENT = 500
"""A mail server's codes from here on are for good (RFC 5321, 4.2.1)."""


@dataclass(slots=True, kw_only=True)
class Sent:
    """What became of the e-mails that were to leave."""

    sent: int = 0
    failed: int = 0
    """Not taken by the mail server, and tried again."""
    refused: int = 0
    """The mail server knows no such address; nothing more is sent there."""
    stopped: int = 0
    """No longer true, or no longer wanted."""
    in_doubt: int = 0
    """Handed over by a run that was cut off: never sent again."""
    down: str = ""
    """Why the mail server could not be reached; all wait."""


def choose(*, day: date, policy: Policy) -> int:
    """Write down who is to hear of what tonight; how many e-mails it makes."""
    days = longest([each.portal.notices for each in policy.creditors.values()])
    with connections["default"].cursor() as cursor:
        found = early_notices.wanted(cursor, day=day, longest=days) if days else []
        return sum(_chosen(cursor, chunk, policy, day) for chunk in _chunks(found))


def _chunks(found: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    """Whole parties, many at a time."""
    parties = [list(each) for _, each in groupby(found, key=lambda one: one.party)]
    for at in range(0, len(parties), CHUNK):
        yield [one for party in parties[at : at + CHUNK] for one in party]


def _chosen(cursor: CursorWrapper, wanted: list[Wanted], policy: Policy, day: date) -> int:
    with transaction.atomic():
        claims = _claims(cursor, [each.invoice for each in wanted])
        told = [
            each
            for each in wanted
            if _says(claims[each.invoice], each.party, each.days_before, policy, day)
        ]
        new = [
            NewNotice(
                party, wish, tuple((each.invoice, claims[each.invoice].due_date) for each in mine)
            )
            for (party, wish), mine in groupby(told, key=lambda one: (one.party, one.wish))
        ]
        return early_notices.add(cursor, new, day=day)


def _claims(cursor: CursorWrapper, invoices: Sequence[int]) -> Mapping[int, Claim]:
    loaded = as_of.load(cursor, as_of.Wanted.invoices(invoices))
    return {each.claim.key: each.claim for each in loaded}


def _says(claim: Claim, party: int, days_before: int, policy: Policy, day: date) -> bool:
    rules = policy.creditors[claim.creditor].portal
    silent = why_silent(
        claim, party=party, days_before=days_before, rules=rules, law=policy.law, today=day
    )
    return silent is None


def send(*, day: date, policy: Policy, house: House) -> Sent:
    """Let what is written leave, one e-mail after the other."""
    sent, last = Sent(), 0
    with connections["default"].cursor() as cursor:
        mails = get_connection()
        try:
            while batch := early_notices.unsent(cursor, day=day, after=last, limit=BATCH):
                _send(_Work(cursor, day, policy, house, mails, sent), batch)
                last = batch[-1].key
        except OSError as error:
            # An SMTPException too: what a server said of one e-mail has been dealt with below.
            sent.down = type(error).__name__
        finally:
            mails.close()
        sent.in_doubt = early_notices.in_doubt_count(cursor, day=day)
    return sent


@dataclass(frozen=True, slots=True)
class _Work:
    """What the e-mails of one call share."""

    cursor: CursorWrapper
    day: date
    policy: Policy
    house: House
    mails: BaseEmailBackend
    sent: Sent


def _send(work: _Work, batch: Sequence[Unsent]) -> None:
    claims = _claims(work.cursor, [key for each in batch for key in each.invoices])
    for notice in batch:
        days = [
            claims[key].due_date for key in notice.invoices if _still(work, notice, claims[key])
        ]
        if notice.ended or not days:
            early_notices.happen(work.cursor, notice, "stopped", day=work.day)
            work.sent.stopped += 1
        else:
            _hand_over(work, notice, days)


def _still(work: _Work, notice: Unsent, claim: Claim) -> bool:
    return _says(claim, notice.party, notice.days_before, work.policy, work.day)


def _hand_over(work: _Work, notice: Unsent, days: Sequence[date]) -> None:
    """Note it, send it, and note the answer; a server that is gone ends the sending."""
    to = To(address=notice.address, language=notice.language, token=notice.token)
    mail = early_notice(days, to=to, house=work.house)
    work.mails.open()
    early_notices.happen(work.cursor, notice, "handed", day=work.day)
    try:
        work.mails.send_messages([mail])
    except (SMTPRecipientsRefused, SMTPResponseException) as error:
        code = _code(error)
        if code == SHUTTING_DOWN:
            work.mails.close()
        one = isinstance(error, SMTPRecipientsRefused) and code >= PERMANENT
        early_notices.happen(
            work.cursor, notice, "refused" if one else "failed", day=work.day, note=f"{code}"
        )
        work.sent.refused += one
        work.sent.failed += not one
    else:
        early_notices.happen(work.cursor, notice, "sent", day=work.day)
        work.sent.sent += 1


def _code(error: SMTPRecipientsRefused | SMTPResponseException) -> int:
    if isinstance(error, SMTPResponseException):
        return error.smtp_code
    return next(iter(error.recipients.values()))[0]
