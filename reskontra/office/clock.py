"""The office's only clock.

    today()    the day in Europe/Stockholm, or the demo's (RESKONTRA_TODAY)
    now()      seconds since 1970, for what lives some hours: a session, a sign-in

The one rule: the rules that are shown as in force, and what is decided, are of this day.
"""

from __future__ import annotations

import os
import time
from datetime import date

from django.utils import timezone


def today() -> date:
    """The day that the pages are about."""
    chosen = os.environ.get("RESKONTRA_TODAY")
    return date.fromisoformat(chosen) if chosen else timezone.localdate()


def now() -> int:
    """The time, in whole seconds since 1970."""
    return int(time.time())
