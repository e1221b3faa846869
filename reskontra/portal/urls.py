"""The portal's addresses; each view says who may open it (`session.signed_in` or `session.anyone`).

    /sv/obetalda/                  /en/obetalda/
    /sv/faktura/<id>/brev/<id>/    a letter, as PDF
    /logga-in/klart/               where the provider sends the person back, in no language

The one rule: nothing about a person stands in an address but ids that mean nothing to others.
"""

from __future__ import annotations

from django.urls import include, path

from reskontra.portal import asking_views, notices_views, signin, theme_views, views

_pages = [
    path("", views.start, name="start"),
    path("fragor/", views.questions, name="questions"),
    path("vem-har-tittat/", views.looks, name="looks"),
    path("logga-in/", signin.sign_in, name="sign_in"),
    path("logga-ut/", signin.sign_out, name="sign_out"),
    path("andra-numret/", signin.turn, name="turn"),
    path("stanna/", signin.stay, name="stay"),
    path("tillganglighet/", views.accessibility, name="accessibility"),
    path("utloggad/", views.signed_out, name="signed_out"),
    path("tiden-ute/", views.timed_out, name="timed_out"),
    path("inga-fakturor/", views.nothing_here, name="nothing_here"),
    path("obetalda/", views.invoices, {"listing": "unpaid"}, name="unpaid"),
    path("betalda/", views.invoices, {"listing": "paid"}, name="paid"),
    path("faktura/<uuid:public_id>/", views.invoice, name="invoice"),
    path("faktura/<uuid:public_id>/pdf/", views.invoice_pdf, name="invoice_pdf"),
    path("faktura/<uuid:public_id>/brev/<uuid:letter_id>/", views.letter_pdf, name="letter_pdf"),
    path("faktura/<uuid:public_id>/begar/", asking_views.ask, name="ask"),
    path(
        "faktura/<uuid:public_id>/begart/<uuid:request_id>/", asking_views.receipt, name="receipt"
    ),
    path("epostbesked/", notices_views.choose, name="notices"),
    path("epostbesked/av/", notices_views.off, name="notices_off"),
    path("begart/", asking_views.requests, name="requests"),
    path("plan/<uuid:public_id>/", views.plan, name="plan"),
]
_fixed = [
    path("logga-in/klart/", signin.come_back, name="signed_in"),
    path("logga-ut/dar/", signin.signed_out_there, name="signed_out_there"),
    path("tema.css", theme_views.colors, name="colors"),
    path("tema/marke", theme_views.mark, name="mark"),
    path(".well-known/jwks.json", signin.keys, name="keys"),
]

urlpatterns = [path("", include((_pages, "portal")))]
fixed_urlpatterns = [path("", include((_fixed, "portal_fixed")))]
