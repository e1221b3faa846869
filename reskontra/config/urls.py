"""The root addresses: where each face is mounted.

Example: `/sv/` is the portal in Swedish and `/en/` the same page in English; `/sv/kontoret/regler/`
is the office's rules; what a machine calls, such as the sign-in's return address, is the same in
every language.

A process that serves citizens has no page for staff, and the office's has none for citizens.

The one rule: a face owns its addresses; here they are only given their place.
"""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns

from reskontra.config import failing
from reskontra.office import urls as office
from reskontra.portal import urls as portal

OFFICE_ALONE = settings.RESKONTRA_FACE == "office"

handler404 = f"reskontra.{'office' if OFFICE_ALONE else 'portal'}.views.not_found"
handler500 = failing.failed

urlpatterns = [
    *([] if OFFICE_ALONE else portal.fixed_urlpatterns),
    *office.fixed_urlpatterns,
    *i18n_patterns(
        *([] if OFFICE_ALONE else portal.urlpatterns),
        *office.urlpatterns,
    ),
]
