"""The entry of a web server: `waitress-serve reskontra.config.wsgi:application`.

Example: `reskontra serve` starts just that.

The one rule: a process that serves citizens has no database role but the portal's. Whoever needs
more in one process says so by setting RESKONTRA_FACE to the empty text.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reskontra.config.settings")
os.environ.setdefault("RESKONTRA_FACE", "portal")

application = get_wsgi_application()
