"""A mail server of this machine, real as any: it keeps what it takes, and may refuse.

    with mail_server(Mailbox()) as settings: ...   Django's settings, with the server in them

The one rule: what a test reads is what came over the wire.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

SENDER = "fakturor@granvik.example"


@dataclass
class Mailbox:
    """What the server has taken, and how it answers."""

    taken: list[EmailMessage] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """By address: what it says in place of yes."""
    then: Callable[[], None] = lambda: None
    """What happens when it has taken something, before it says so."""

    async def handle_RCPT(  # noqa: N802 - as the library calls it
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Yes, or what the test wants."""
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as the library calls it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep it."""
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.taken.append(mail)
        self.then()
        return "250 OK"


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[dict[str, object]]:
    """Serve until the caller is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield {
            "MAIL_OFFERED": True,
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": port,
            "EMAIL_USE_TLS": False,
            "DEFAULT_FROM_EMAIL": SENDER,
        }
    finally:
        server.stop()


def body_of(mail: EmailMessage, kind: str = "plain") -> str:
    """The text of one of its two forms."""
    found = mail.get_body((kind,))
    assert found is not None
    return str(found.get_content())
