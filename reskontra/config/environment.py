"""What the environment says, read in one way.

    secret("RESKONTRA_OIDC_CLIENT_SECRET", environ=os.environ)

is the value of that variable, or the content of the file that `RESKONTRA_OIDC_CLIENT_SECRET_FILE`
names, which is how systemd and containers hand over secrets.

The one rule: a secret is never written in the code, and never made up twice.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from reskontra.config import server

HTTP_HOSTS = ("localhost", "127.0.0.1", "[::1]")

ROLES = {"default": "reskontra_nightly", "portal": "reskontra_portal"}
"""Django's name of each database connection → the database role that it works as."""

CONNECT_TIMEOUT_SECONDS = "5"
"""How long a person waits for a machine that does not answer at all; the URL may say another."""

PREPARED = {"server_side_binding": True, "prepare_threshold": 0}
"""The portal asks the same few questions for ever, and row-level security makes each one long to
plan: PostgreSQL keeps the plan on the connection."""

SMTPS_PORT = 465
"""Where a mail server speaks TLS from the first byte; elsewhere STARTTLS is demanded."""

USUAL_LIMITS = {"sign_in": 60, "ask": 30, "pdf": 120}
"""Far above what a person needs; many may sign in from the one address of a library."""

OWN_URLS = {"default": "NIGHTLY_DATABASE_URL", "portal": "PORTAL_DATABASE_URL"}


def secret(name: str, *, environ: Mapping[str, str]) -> str:
    """The secret `name`, from the variable, or from the file that `name_FILE` names, else ""."""
    if file := environ.get(f"{name}_FILE"):
        return Path(file).read_text(encoding="utf-8").strip()
    return environ.get(name, "")


def pairs(name: str, *, environ: Mapping[str, str]) -> dict[str, str]:
    """What the variable `name` says as `one=other`, with commas between."""
    said = filter(None, environ.get(name, "").split(","))
    return {one.strip(): other.strip() for one, _, other in (each.partition("=") for each in said)}


def day(name: str, *, environ: Mapping[str, str]) -> date | None:
    """The day that the variable `name` says, as 2026-11-29; none when it says nothing."""
    said = environ.get(name, "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is {said!r}: write a day as 2026-11-29.") from error


def limits(environ: Mapping[str, str]) -> dict[str, int]:
    """How often one person, or one address, may do what costs something, within ten minutes.

    `RESKONTRA_LIMITS` replaces some of the usual ones. What is no whole number above zero, or of
    something that is not limited, is refused, lest a limit is believed to be in force.
    """
    said = pairs("RESKONTRA_LIMITS", environ=environ)
    if wrong := [name for name in said if name not in USUAL_LIMITS or not _counts(said[name])]:
        raise ImproperlyConfigured(
            f"RESKONTRA_LIMITS: {', '.join(wrong)}: write {', '.join(USUAL_LIMITS)} as name=number."
        )
    return USUAL_LIMITS | {name: int(number) for name, number in said.items()}


def _counts(number: str) -> bool:
    return number.isascii() and number.isdigit() and int(number) > 0


def kept_secret(*, file: Path) -> str:
    """The secret kept in `file`, made at the first call; only the user who made it may read it.

    It is written beside its place and linked there, so that two processes that both find none end
    up with the same.
    """
    with suppress(FileNotFoundError):
        return file.read_text(encoding="ascii")
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(secrets.token_urlsafe(64))
    with suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()
    return file.read_text(encoding="ascii")


def base_url(environ: Mapping[str, str]) -> str:
    """The address that people use, without a last slash; plain http only on this machine.

    Everything about TLS follows from it: secure cookies, redirects, HSTS.
    """
    address = environ.get("RESKONTRA_BASE_URL", "http://localhost:8000").rstrip("/")
    if _guarded(address):
        return address
    raise ImproperlyConfigured(
        f"RESKONTRA_BASE_URL is {address!r}: write https://…, or http:// with one of "
        f"{', '.join(HTTP_HOSTS)} to try it on this machine."
    )


def agency_url(environ: Mapping[str, str]) -> str:
    """The address of the collection agency's API, or ""; plain http only on this machine."""
    address = environ.get("RESKONTRA_AGENCY_URL", "").rstrip("/")
    if not address or _guarded(address):
        return address
    raise ImproperlyConfigured(
        f"RESKONTRA_AGENCY_URL is {address!r}: write https://…, for debts and identity numbers go "
        "there."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How e-mail leaves, in Django's words."""

    backend: str = "django.core.mail.backends.dummy.EmailBackend"
    host: str = ""
    port: int = 587
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    folder: str | None = None
    sender: str = ""

    @property
    def offered(self) -> bool:
        """Whether anything can be sent."""
        return bool(self.host or self.folder)


def mail(environ: Mapping[str, str]) -> Mail:
    """The mail server, or the folder of a demo, that the environment names, or neither.

    What is said to a server on another machine is encrypted; there is no way to turn that off.
    """
    if folder := environ.get("RESKONTRA_MAIL_FOLDER"):
        return Mail(
            backend="django.core.mail.backends.filebased.EmailBackend",
            folder=folder,
            sender=environ.get("RESKONTRA_MAIL_FROM", "no-reply@localhost"),
        )
    host = environ.get("RESKONTRA_MAIL_HOST", "")
    if not host:
        return Mail()
    if not environ.get("RESKONTRA_MAIL_FROM"):
        raise ImproperlyConfigured("RESKONTRA_MAIL_FROM is missing: the address to send from.")
    port = int(environ.get("RESKONTRA_MAIL_PORT", "587"))
    local = host in HTTP_HOSTS
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=host,
        port=port,
        user=environ.get("RESKONTRA_MAIL_USER", ""),
        password=secret("RESKONTRA_MAIL_PASSWORD", environ=environ),
        tls=port == SMTPS_PORT,
        starttls=port != SMTPS_PORT and not local,
        sender=environ["RESKONTRA_MAIL_FROM"],
    )


def _guarded(address: str) -> bool:
    host = address.removeprefix("http://").partition("/")[0]
    local = host in HTTP_HOSTS or host.rpartition(":")[0] in HTTP_HOSTS
    return address.startswith("https://") or (address.startswith("http://") and local)


def databases(*, environ: Mapping[str, str], data: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: `owner` migrates, `default` works the nights, `portal` serves citizens.

    With `DATABASE_URL` all three are that database, the last two as their roles; without it they
    are the roles of the server in `data`, which starts when it is first asked.

    With `RESKONTRA_FACE=portal` there is no connection but the portal's, so that no mistake in a
    view can reach more than row-level security shows to one citizen. With `office` there is none
    that owns the tables.
    """
    if url := environ.get("DATABASE_URL"):
        found = _given(url=url, environ=environ)
    else:
        found = _embedded(data=data)
    found["portal"]["OPTIONS"] |= PREPARED
    if environ.get("RESKONTRA_FACE") == "portal":
        return {"default": found["portal"], "portal": found["portal"]}
    if environ.get("RESKONTRA_FACE") == "office":
        return {name: found[name] for name in ROLES}
    return found


def _embedded(*, data: Path) -> dict[str, dict[str, Any]]:
    address = server.address(data=data)
    names = {"owner": server.OWNER, **ROLES}
    return {
        name: {
            "ENGINE": "reskontra.config.postgres",
            **_connection(address.url(role=role)),
        }
        for name, role in names.items()
    }


def _given(*, url: str, environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The same database as up to three users: the URL's own, and those of the roles' own URLs."""
    found = {"owner": _connection(url)}
    for name, role in ROLES.items():
        own = environ.get(OWN_URLS[name])
        found[name] = _connection(own or url, role="" if own else role)
    return {
        name: {"ENGINE": "django.db.backends.postgresql", **connection}
        for name, connection in found.items()
    }


def _connection(url: str, *, role: str = "") -> dict[str, Any]:
    """A PostgreSQL URL in Django's words; with `role`, the connection takes on that role."""
    try:
        parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except Exception as error:
        raise ImproperlyConfigured(f"A database URL cannot be read: {error}") from error
    named = {
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
    }
    parts.setdefault("connect_timeout", CONNECT_TIMEOUT_SECONDS)
    if role:
        parts["options"] = f"{parts.get('options', '')} -c role={role}".strip()
    return {**named, "OPTIONS": parts, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
