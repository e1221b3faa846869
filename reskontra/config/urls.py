"""The root addresses: where each face is mounted.

Example: `/sv/` is the portal in Swedish and `/en/` the same page in English; `/sv/kontoret/regler/`
is the office's rules; what a machine calls, such as the sign-in's return address, is the same in
every language.

The one rule: a face owns its addresses; here they are only given their place.
"""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns

from reskontra.office import urls as office
from reskontra.portal import urls as portal

handler404 = "reskontra.portal.views.not_found"

urlpatterns = [
    *portal.fixed_urlpatterns,
    *i18n_patterns(*portal.urlpatterns, *office.urlpatterns),
]
