"""The office's pages about rules: each gathers what it shows and hands it to a template.

Example: `/sv/kontoret/regler/` lists every creditor's procedures.

The one rule: a page reads files and nothing else; no row is asked for, and no session is begun.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from reskontra.office import clock, example, house
from reskontra.office import law as values_of_law
from reskontra.office import rules as lists
from reskontra.office.frame import language_of_page, show
from reskontra.office.permission import anyone
from reskontra.policy.telling.draw import draw
from reskontra.policy.telling.tell import tell


@anyone
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every creditor's procedures."""
    listed = lists.creditor_rules(today=clock.today(), language=language_of_page())
    return show(request, "office/rules.html", current="rules", creditors=listed)


@anyone
@require_GET
def procedure(request: HttpRequest, creditor: str, name: str, day: str) -> HttpResponse:
    """One version of a procedure: in words, as days, as a picture, and as the file has it."""
    version = house.version(creditor=creditor, name=name, day=day)
    if version is None:
        return missing(request)
    today, language, policy = clock.today(), language_of_page(), house.policy()
    told_day = max(today, version.valid_from)
    return show(
        request,
        "office/procedure.html",
        current="rules",
        procedure=version,
        creditor=policy.creditors[creditor],
        title=lists.title_of(version, policy, language=language),
        versions=lists.versions_of(version, today=today, language=language),
        state=lists.state_of(version, today=today),
        told=tell(version, policy, day=told_day, language=language),
        cautions=house.cautions(version.file, language=language),
        picture=lists.address_of(version, page="picture"),
        example=example.chosen(request.GET, version, policy, today=today, language=language),
    )


@anyone
@require_GET
def picture(request: HttpRequest, creditor: str, name: str, day: str) -> HttpResponse:
    """The picture of a procedure by itself."""
    version = house.version(creditor=creditor, name=name, day=day)
    if version is None:
        return missing(request)
    told_day = max(clock.today(), version.valid_from)
    drawn = draw(version, house.policy(), day=told_day, language=language_of_page())
    return HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")


@anyone
@require_GET
def law(request: HttpRequest) -> HttpResponse:
    """Every national value, and which of them to look at."""
    today, language = clock.today(), language_of_page()
    return show(
        request,
        "office/law.html",
        current="law",
        values=values_of_law.law_values(today=today, language=language),
        looks=values_of_law.to_look_at(today=today, language=language),
    )


@anyone
@require_GET
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every creditor's campaigns."""
    found = list(lists.all_campaigns(today=clock.today(), language=language_of_page()))
    return show(request, "office/campaigns.html", current="campaigns", creditors=found)


@anyone
@require_GET
def grants(request: HttpRequest) -> HttpResponse:
    """What each creditor offers, and who may say yes."""
    found = list(lists.all_grants(today=clock.today(), language=language_of_page()))
    return show(request, "office/grants.html", current="grants", creditors=found)


def missing(request: HttpRequest) -> HttpResponse:
    """The page for an address that leads to no rule."""
    return show(request, "office/missing.html", status=404)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same, when the office is alone in its process."""
    return missing(request)
