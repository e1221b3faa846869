"""The office's only clock.

    today()    the day in Europe/Stockholm, or the demo's (RESKONTRA_TODAY)

The one rule: the rules that are shown as in force are those of this day.
"""

from __future__ import annotations

import os
from datetime import date

from django.utils import timezone


def today() -> date:
    """The day that the pages are about."""
    chosen = os.environ.get("RESKONTRA_TODAY")
    return date.fromisoformat(chosen) if chosen else timezone.localdate()
