"""What somebody has searched for: kept with the session, and in the address by a number alone.

    keep(request, "1004")      -> "1", and the address says ?search=1
    words_of(request, "1")     -> "1004", for as long as the session lasts

The one rule: what somebody types may be an identity number, so it stands in no address, from where
it would come into logs, histories and bookmarks.
"""

from __future__ import annotations

from django.http import HttpRequest

MOST_KEPT = 8
"""Enough for the tabs of one sitting; the oldest is forgotten first."""
_SEARCHES = "searches"
_COUNT = "searches_count"


def keep(request: HttpRequest, words: str) -> str:
    """Keep what was searched for; what the address says of it, "" when nothing was."""
    if not words:
        return ""
    key = str(request.session.get(_COUNT, 0) + 1)
    kept = [*request.session.get(_SEARCHES, {}).items(), (key, words)]
    request.session.update({_COUNT: int(key), _SEARCHES: dict(kept[-MOST_KEPT:])})
    return key


def words_of(request: HttpRequest, key: str) -> str:
    """What was searched for; "" when it is forgotten, or was never kept."""
    return str(request.session.get(_SEARCHES, {}).get(key, ""))
