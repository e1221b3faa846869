"""A provider of e-identification for the demo and the tests: choose a person from a list.

    serve(port=9400, persons=(DemoPerson(identity_number="19800101-2388", …), …))

The protocol is `oidc-provider-mock`'s; only its page is ours. It proves nothing about anybody.

The one rule: it answers on this machine alone, and says on its page that it is a demo. The portal
talks to it only when the setting `demo` is on.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import flask
from werkzeug.serving import BaseWSGIServer, make_server

from reskontra.domain.texts import Texts

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library still asks Authlib for what joserfc now does
    import oidc_provider_mock

HOST = "localhost"
IDENTITY_CLAIM = "https://id.oidc.se/claim/personalIdentityNumber"
CLIENT_ID = "reskontra-demo"

_HERE = Path(__file__).parent
_WORDING: Mapping[str, Texts] = {
    "title": Texts(sv="Välj vem du vill logga in som", en="Choose whom to sign in as"),
    "banner": Texts(
        sv="Det här är en demo. Personerna är påhittade och ingen e-legitimation behövs.",
        en="This is a demo. The people are invented, and no e-identification is needed.",
    ),
    "lead": Texts(
        sv="I verkligheten visas din vanliga e-legitimation här.",
        en="In reality your ordinary e-identification is shown here.",
    ),
    "service": Texts(sv="Demoinloggning", en="Demo sign-in"),
    "cancel": Texts(sv="Avbryt inloggningen", en="Cancel the sign-in"),
    "error": Texts(sv="Inloggningen kunde inte påbörjas", en="The sign-in could not be begun"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody to sign in as, and what is worth seeing there."""

    identity_number: str
    name: str
    about: Texts
    claims: Mapping[str, object] = field(default_factory=dict)
    """What more the provider says of them, as the roles of somebody of the office."""


def provider(persons: Sequence[DemoPerson]) -> flask.Flask:
    """The provider as a WSGI application; each person's subject is a place in the list."""
    app = flask.Flask(
        __name__,
        template_folder=str(_HERE / "demo_templates"),
        static_folder=str(_HERE.parent / "portal" / "static"),
    )
    by_subject = {f"person-{place}": person for place, person in enumerate(persons, start=1)}
    plain = app.wsgi_app
    oidc_provider_mock.init_app(
        app,
        require_nonce=True,
        issue_refresh_token=False,
        access_token_max_age=timedelta(minutes=5),
        user_claims=[
            oidc_provider_mock.User(
                sub=sub, claims={IDENTITY_CLAIM: person.identity_number, **person.claims}
            )
            for sub, person in by_subject.items()
        ],
    )
    # The library turns on a debugger that runs code from the browser. Not here.
    app.debug = False
    app.wsgi_app = plain  # type: ignore[method-assign]
    app.view_functions["oidc-provider-mock.end_session"] = _sign_out
    app.context_processor(lambda: {"persons": by_subject, **_words()})
    return app


def serve(*, port: int, persons: Sequence[DemoPerson]) -> None:
    """Answer at `http://localhost:<port>` until the process ends."""
    server(port=port, persons=persons).serve_forever()


def server(*, port: int, persons: Sequence[DemoPerson]) -> BaseWSGIServer:
    """The server, listening but not yet answering; port 0 takes a free one."""
    return make_server(HOST, port, provider(persons), threaded=True)


def _words() -> dict[str, Any]:
    asked = flask.request.args.get("ui_locales", "sv").split(" ")[0]
    language = asked if asked in {"sv", "en"} else "sv"
    return {
        "language": language,
        "words": {name: text.say(language) for name, text in _WORDING.items()},
    }


def _sign_out() -> flask.typing.ResponseReturnValue:
    """Nobody is signed in here for longer than a click, so there is nothing to ask about."""
    return flask.redirect(flask.request.args["post_logout_redirect_uri"])
