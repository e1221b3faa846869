"""What a citizen has chosen of notices by e-mail before the due date: the citizen's own door.

    wish(citizen=..., address="c@example.se", days_before=5, ...)  -> its row, to be confirmed
    confirm(citizen=..., wish=wish, today=...)
    standing(citizen=...)   -> what holds, what waits for its code, and whether it reaches them
    end(citizen=...) · end_by_link(token=...)

The one rule: rows are only added. The latest wish that was confirmed holds, unless it has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.backends.utils import CursorWrapper

from reskontra.domain.identity import birth_date_of
from reskontra.records.named_party import as_party, by_link
from reskontra.records.views import Citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An address, and how it is to be used."""

    key: int
    address: str
    days_before: int
    language: str
    token: str
    code_digest: str
    asked_at: int
    """Seconds since 1970."""
    tries: int
    """How often a code was tried."""
    confirmed: bool
    ended: bool
    refused_on: date | None
    """The day on which the mail server said that there is no such address."""

    @property
    def holds(self) -> bool:
        """Whether notices are sent by it."""
        return self.confirmed and not self.ended and self.refused_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWish:
    """A wish to be; without a digest its address has been confirmed before."""

    address: str
    days_before: int
    language: str
    token: str
    code_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands for one citizen."""

    latest: Wish | None
    """The latest wish."""
    held: Wish | None
    """The latest that was confirmed, though it may have ended."""
    protected: bool
    """Their identity is protected."""
    represented: bool
    """Somebody gets their letters instead."""
    born: date | None
    """As their identity number says."""


_WISHES = """
    SELECT w.id, w.address, w.days_before, w.language, w.token, w.code_digest,
           extract(epoch FROM w.recorded_at)::bigint,
           (SELECT count(*) FROM notice_try t WHERE t.wish_id = w.id),
           c.wish_id IS NOT NULL, e.wish_id IS NOT NULL,
           (SELECT max(v.day) FROM early_notice n
            JOIN early_notice_event v ON v.notice_id = n.id AND v.state = 'refused'
            WHERE n.wish_id = w.id)
    FROM notice_wish w LEFT JOIN notice_confirmed c ON c.wish_id = w.id
    LEFT JOIN notice_ended e ON e.wish_id = w.id WHERE w.party_id = app_party()
"""


def standing(*, citizen: Citizen, today: date) -> Standing:
    """What the citizen has chosen, and whether anything stands in its way."""
    with as_party(citizen) as cursor:
        latest = _one(cursor, f"{_WISHES} ORDER BY w.id DESC LIMIT 1")
        held = _one(cursor, f"{_WISHES} AND c.wish_id IS NOT NULL ORDER BY w.id DESC LIMIT 1")
        cursor.execute(
            """SELECT p.identity_number, p.protected_identity OR EXISTS (
                   SELECT 1 FROM hold h WHERE h.party_id = p.id AND h.invoice_id IS NULL
                   AND h.kind = 'protected_identity' AND h.first_day <= %(day)s
                   AND coalesce(h.last_day, %(day)s) >= %(day)s
                   AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id)),
               EXISTS (SELECT 1 FROM representative r
                   LEFT JOIN representative_ended e ON e.representative_id = r.id
                   WHERE r.party_id = p.id AND r.instead AND r.first_day <= %(day)s
                   AND coalesce(least(r.last_day, e.last_day), %(day)s) >= %(day)s)
               FROM party p WHERE p.id = app_party()""",
            {"day": today},
        )
        number, protected, represented = cursor.fetchone()
    return Standing(
        latest=latest,
        held=held,
        protected=protected,
        represented=represented,
        born=birth_date_of(number),
    )


def _one(cursor: CursorWrapper, query: str) -> Wish | None:
    cursor.execute(query)
    row: tuple[Any, ...] | None = cursor.fetchone()
    if row is None:
        return None
    key, address, days_before, language, token, code_digest, asked_at, tries, *rest = row
    confirmed, ended, refused_on = rest
    return Wish(
        key=key,
        address=address,
        days_before=days_before,
        language=language,
        token=token,
        code_digest=code_digest,
        asked_at=asked_at,
        tries=tries,
        confirmed=confirmed,
        ended=ended,
        refused_on=refused_on,
    )


def codes_since(*, citizen: Citizen, since: int) -> int:
    """How many codes were sent to the citizen after so many seconds since 1970."""
    with as_party(citizen) as cursor:
        cursor.execute(
            "SELECT count(*) FROM notice_wish WHERE party_id = app_party() AND code_digest <> ''"
            " AND recorded_at > to_timestamp(%s)",
            [since],
        )
        return int(cursor.fetchone()[0])


def wish(*, citizen: Citizen, new: NewWish, today: date) -> None:
    """Add a wish; one whose address has been confirmed before holds at once."""
    with as_party(citizen) as cursor:
        cursor.execute(
            "INSERT INTO notice_wish (party_id, address, days_before, language, token,"
            " code_digest, day) VALUES (app_party(), %s, %s, %s, %s, %s, %s) RETURNING id",
            [new.address, new.days_before, new.language, new.token, new.code_digest, today],
        )
        key = cursor.fetchone()[0]
        if not new.code_digest:
            _confirm(cursor, key, today)


def tried(*, citizen: Citizen, wish: Wish) -> None:
    """A code was tried: kept whether it was right or wrong."""
    with as_party(citizen) as cursor:
        cursor.execute(
            "INSERT INTO notice_try (wish_id, party_id) VALUES (%s, app_party())", [wish.key]
        )


def confirm(*, citizen: Citizen, wish: Wish, today: date) -> None:
    """The address is the citizen's own; said twice is said once."""
    with as_party(citizen) as cursor:
        _confirm(cursor, wish.key, today)


def _confirm(cursor: CursorWrapper, key: int, today: date) -> None:
    cursor.execute(
        "INSERT INTO notice_confirmed (wish_id, party_id, day) VALUES (%s, app_party(), %s)"
        " ON CONFLICT DO NOTHING",
        [key, today],
    )


def end(*, citizen: Citizen, today: date) -> None:
    """Nothing more is sent."""
    with as_party(citizen) as cursor:
        cursor.execute(
            "INSERT INTO notice_ended (wish_id, party_id, by_link, day)"
            " SELECT wish_id, party_id, false, %s FROM notice_confirmed"
            " WHERE party_id = app_party() ORDER BY wish_id DESC LIMIT 1 ON CONFLICT DO NOTHING",
            [today],
        )


def end_by_link(*, token: str, today: date) -> None:
    """Nothing more is sent to the address that the link came to; unknown ones end nothing."""
    with by_link(token) as cursor:
        cursor.execute(
            "INSERT INTO notice_ended (wish_id, party_id, by_link, day)"
            " SELECT id, party_id, true, %s FROM notice_wish WHERE token = %s"
            " ON CONFLICT DO NOTHING",
            [today, token],
        )
