"""The entry of a web server: `waitress-serve reskontra.config.wsgi:application`.

Example: `reskontra serve` starts just that.

The one rule: a process that serves citizens has no database role but the portal's. The office is a
process with RESKONTRA_FACE=office; whoever needs both in one sets it to the empty text.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from reskontra.domain.refusal import Refused

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reskontra.config.settings")
os.environ.setdefault("RESKONTRA_FACE", "portal")

application = get_wsgi_application()

from reskontra.nightly.frame import collect_seldom  # noqa: E402
from reskontra.portal import house  # noqa: E402

COLLECT_EVERY = 3_000
"""A page leaves some hundred values in rings. Looked for more seldom there are so many of them that
everybody waits while they are freed: at 50,000 a tenth of a second, every 500 pages."""

try:
    house.theme()
    house.policy()
except Refused as refusal:
    raise SystemExit(str(refusal)) from None

collect_seldom(every=COLLECT_EVERY)
