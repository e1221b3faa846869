"""A browser without a window: the whole portal, in this process, by somebody who is signed in.

    client = signed_in(party_id)
    client.get("/sv/obetalda/").status_code

The one rule: the session is opened by the portal's own hand.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from reskontra.portal import session
from reskontra.records.views import Citizen


def signed_in(party_id: int) -> Client:
    """A client with a session of the citizen."""
    client = Client(SERVER_NAME="localhost")
    entering = HttpRequest()
    entering.session = client.session
    session.begin(entering, citizens=[Citizen(party_id=party_id)], told={})
    entering.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(entering.session.session_key)
    return client
