"""The night tells those who have asked for it that an invoice falls due, by e-mail.

    work(day=date(2025, 4, 25), policy=policy)  -> Told(chosen=12, sent=Sent(sent=12))

The one rule: it comes last, when the night has settled what is held, paid or handed over; without
a mail server in the settings nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from reskontra.domain.rules import Policy
from reskontra.outgoing.early_notices import Sent, choose, send
from reskontra.outgoing.notice_mail import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the night wrote and sent."""

    chosen: int = 0
    sent: Sent = field(default_factory=Sent)

    @property
    def failed(self) -> bool:
        """Whether anything waits because of the mail server."""
        return bool(self.sent.failed or self.sent.down)


def work(*, day: date, policy: Policy) -> Told:
    """Choose and send; nothing without a mail server."""
    if not settings.MAIL_OFFERED:
        return Told()
    municipality = next(iter(policy.creditors.values()))
    house = House(
        name=municipality.name,
        sender=settings.DEFAULT_FROM_EMAIL,
        address=settings.RESKONTRA_BASE_URL,
    )
    return Told(
        chosen=choose(day=day, policy=policy), sent=send(day=day, policy=policy, house=house)
    )


def told(done: Told) -> Iterator[str]:
    """What became of them, for a person; never to whom."""
    sent = done.sent
    if done.chosen or sent.sent or sent.stopped:
        yield f"  notices by e-mail: {sent.sent:,} sent, {sent.stopped:,} no longer true"
    if sent.refused:
        yield f"  notices refused, no such address: {sent.refused:,}; nothing more is sent there"
    if sent.in_doubt:
        yield f"  notices of a run cut off, perhaps sent: {sent.in_doubt:,}; never sent again"
    if sent.failed:
        yield f"  RED: notices not taken by the mail server: {sent.failed:,}; tried again next time"
    if sent.down:
        yield f"  RED: the mail server could not be reached ({sent.down}); notices wait"
