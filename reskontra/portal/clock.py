"""The portal's only clock.

    today()    the day in Europe/Stockholm
    now()      seconds since 1970, for what lives some minutes: a session, a sign-in

The one rule: money goes by `today`, which a demo may set with RESKONTRA_TODAY (an ISO date) to the
day on which its invented life ended; sessions go by `now`, which nothing sets.
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
