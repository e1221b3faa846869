"""The office's pages where something is decided: the form, the effect, and another's signature.

Example: `/sv/kontoret/faktura/<id>/beslut/hold/` shows the form, then the effect, then decides.

The one rule: nothing is decided here; `casework.desk` shows, decides and signs.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from reskontra.casework import desk as casework
from reskontra.casework.decision_kind import About, FieldsRefused, NotFilledIn
from reskontra.casework.decision_kinds import KINDS
from reskontra.casework.desk import Proposal
from reskontra.domain.refusal import Refused
from reskontra.office import clock, effects, forms, house, looking, words
from reskontra.office.frame import language_of_page, show
from reskontra.office.permission import Desk, staff
from reskontra.office.wording import say
from reskontra.records import decisions, search
from reskontra.records.decisions import Decision
from reskontra.records.search import Subject


class ChangedSince(Refused):
    """What it would do is no longer what you were shown. Look at it again, and decide anew."""

    swedish = "Det som händer är inte längre det du fick se. Titta igen och besluta på nytt."


@staff
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, *, desk: Desk, public_id: UUID, kind: str) -> HttpResponse:
    """The form; then what it would do, beside what is; then the decision with its reason."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        subject = search.subject(cursor, public_id)
        known = kind in KINDS and KINDS[kind].about is not About.CREDITOR
        if subject is None or not known:
            return show(request, "office/missing.html", status=404, desk=desk)
        looking.looked(cursor, desk, party=subject.party, what=f"invoice {subject.number}")
        page = _Form(
            request=request, desk=desk, subject=subject, creditor=subject.creditor, kind=kind
        )
        if request.method == "GET":
            return page.ask(cursor)
        return page.answer(cursor)


@staff
@require_http_methods(["GET", "POST"])
def decide_of_creditor(
    request: HttpRequest, *, desk: Desk, creditor: str, kind: str
) -> HttpResponse:
    """The same about a creditor's doings; what the address fills in stands in the form at first."""
    known = creditor in house.policy().creditors
    if not known or kind not in KINDS or KINDS[kind].about is not About.CREDITOR:
        return show(request, "office/missing.html", status=404, desk=desk)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        page = _Form(request=request, desk=desk, subject=None, creditor=creditor, kind=kind)
        if request.method == "GET":
            return page.ask(cursor)
        return page.answer(cursor)


class _Form:
    """One decision under way."""

    def __init__(
        self,
        *,
        request: HttpRequest,
        desk: Desk,
        subject: Subject | None,
        creditor: str,
        kind: str,
    ) -> None:
        self.request, self.desk, self.subject = request, desk, subject
        self.creditor = creditor
        self.kind = KINDS[kind]
        self.policy, self.today = house.policy(), clock.today()
        self.language = language_of_page()
        posted = request.POST
        self.whole = forms.is_whole(self.kind, posted.get(forms.WHOLE, ""))
        self.given = {
            each.name: " ".join(posted.getlist(each.name)).strip() for each in self.kind.fields
        }
        self.reason = posted.get("reason", "").strip()

    def answer(self, cursor: CursorWrapper) -> HttpResponse:
        """Show the effect, or decide."""
        proposal = self._proposal()
        common: dict[str, Any] = {
            "officer": self.desk.officer,
            "policy": self.policy,
            "today": self.today,
        }
        try:
            effect = casework.preview(cursor, proposal, **common)
            if "confirm" not in self.request.POST:
                return self.confirm(cursor, effect)
            if not self.reason:
                raise NotFilledIn
            if self.request.POST.get("seen", "") != effects.seen(effect, self.policy):
                raise ChangedSince
            with transaction.atomic():
                made = casework.decide(cursor, proposal, **common)
        except FieldsRefused as refused:
            return self.ask(cursor, wrong=refused.by_field)
        except (NotFilledIn, ChangedSince) as refused:
            message = words.refusal(refused, language=self.language)
            return self.confirm(cursor, effect, error=message)
        except Refused as refused:
            return self.ask(cursor, message=words.refusal(refused, language=self.language))
        return redirect("office:decision", public_id=made.public_id)

    def ask(
        self,
        cursor: CursorWrapper,
        *,
        wrong: dict[str, Refused] | None = None,
        message: str = "",
    ) -> HttpResponse:
        """The form."""
        return show(
            self.request,
            "office/decide.html",
            status=400 if wrong or message else 200,
            message=message,
            **self._common(cursor, wrong=wrong or {}, given=self._given_first()),
        )

    def _given_first(self) -> dict[str, str] | None:
        """What stands in the form: what was sent, or what the address fills in."""
        if self.request.method == "POST":
            return self.given
        asked = {
            each.name: self.request.GET[each.name]
            for each in self.kind.fields
            if self.subject is None and each.name in self.request.GET
        }
        return asked or None

    def confirm(
        self, cursor: CursorWrapper, effect: casework.Effect, *, error: str = ""
    ) -> HttpResponse:
        """What it would do, and the reason to write."""
        alone = effect.say.decides_alone(self.desk.officer)
        return show(
            self.request,
            "office/confirm.html",
            status=400 if error else 200,
            error=error,
            reason=self.reason,
            sides=effects.sides(effect, self.policy, language=self.language),
            told=effects.told(effect, language=self.language),
            seen=effects.seen(effect, self.policy),
            alone=alone,
            signers=role_words(effect.say.may, language=self.language),
            **self._common(cursor, wrong={}, given=self.given),
        )

    def _proposal(self) -> Proposal:
        subject = self.subject
        return Proposal(
            kind=self.kind.name,
            party=subject.party if subject else None,
            invoice=None if self.whole or subject is None else subject.invoice,
            creditor=self.creditor,
            given=self.given,
            reason=self.reason,
        )

    def _address(self) -> str:
        """Where the form is."""
        if self.subject is None:
            args = (self.creditor, self.kind.name)
            return reverse("office:decide_of_creditor", args=args)
        return reverse("office:decide", args=(self.subject.public_id, self.kind.name))

    def _common(
        self, cursor: CursorWrapper, *, wrong: dict[str, Refused], given: dict[str, str] | None
    ) -> dict[str, Any]:
        case = casework.case_of(cursor, self._proposal(), policy=self.policy, today=self.today)
        return {
            "desk": self.desk,
            "subject": self.subject,
            "creditor": self.policy.creditors[self.creditor].name,
            "address": self._address(),
            "kind": self.kind.name,
            "title": words.called(
                self.policy.decision_kinds, self.kind.name, language=self.language
            ),
            "takes_whole": forms.takes_whole(self.kind),
            "whole": self.whole,
            "fields": forms.shown(
                cursor, self.kind, case, given=given, wrong=wrong, language=self.language
            ),
        }


@staff
@require_GET
def decision(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """A decision: what it says, what became of it, and what signing it would do now."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return _decision(request, desk, cursor, public_id)


@staff
@require_POST
def judge(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """Sign another's decision, refuse it, or withdraw one's own."""
    deed, reason = request.POST.get("deed", ""), request.POST.get("reason", "")
    common: dict[str, Any] = {"officer": desk.officer, "today": clock.today()}
    try:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            match deed:
                case "sign":
                    _refuse_unseen(cursor, public_id, request.POST.get("seen", ""))
                    casework.sign(cursor, public_id, policy=house.policy(), **common)
                case "refuse":
                    casework.refuse(
                        cursor, public_id, reason=reason, policy=house.policy(), **common
                    )
                case _:
                    casework.withdraw(cursor, public_id, reason=reason, **common)
    except Refused as refused:
        message = words.refusal(refused, language=language_of_page())
        with transaction.atomic(), connections["default"].cursor() as cursor:
            return _decision(request, desk, cursor, public_id, message=message, deed=deed)
    return redirect("office:decision", public_id=public_id)


def _effect_now(
    cursor: CursorWrapper, found: Decision, desk: Desk, *, language: str
) -> dict[str, Any]:
    """What signing would do now, who may, and why it cannot be done any more."""
    policy, today = house.policy(), clock.today()
    shown: dict[str, Any] = {
        "sides": (),
        "told": (),
        "seen": "",
        "signers": "",
        "stale": "",
        "may_sign": True,
    }
    if not found.waits:
        return shown
    try:
        _, effect = casework.effect_of(cursor, found.public_id, policy=policy, today=today)
    except Refused as refused:
        return {**shown, "stale": words.refusal(refused, language=language)}
    return {
        **shown,
        "sides": effects.sides(effect, policy, language=language),
        "told": effects.told(effect, language=language),
        "seen": effects.seen(effect, policy),
        "signers": role_words(effect.say.may, language=language),
        "may_sign": effect.say.may_sign(desk.officer),
    }


def _refuse_unseen(cursor: CursorWrapper, public_id: UUID, seen: str) -> None:
    """What is signed is what was shown."""
    policy, today = house.policy(), clock.today()
    _, effect = casework.effect_of(cursor, public_id, policy=policy, today=today)
    if effects.seen(effect, policy) != seen:
        raise ChangedSince


def _decision(
    request: HttpRequest,
    desk: Desk,
    cursor: CursorWrapper,
    public_id: UUID,
    *,
    message: str = "",
    deed: str = "",
) -> HttpResponse:
    found = decisions.find(cursor, public_id)
    if found is None:
        return show(request, "office/missing.html", status=404, desk=desk)
    if found.party is not None:
        looking.looked(cursor, desk, party=found.party, what=f"decision {found.kind}")
    language, policy, today = language_of_page(), house.policy(), clock.today()
    kind = casework.kind_of(found.kind)
    case = casework.case_of(cursor, casework.proposal_of(found), policy=policy, today=today)
    return show(
        request,
        "office/decision.html",
        status=400 if message else 200,
        current="start",
        desk=desk,
        decision=found,
        title=words.called(policy.decision_kinds, found.kind, language=language),
        fields=forms.shown(cursor, kind, case, given=found.fields, wrong={}, language=language),
        outcomes=[
            {
                "words": say(f"outcome.{each.outcome}", language=language),
                "name": each.officer_name,
                "day": each.day,
                "reason": each.reason,
            }
            for each in found.outcomes
        ],
        **_effect_now(cursor, found, desk, language=language),
        became=[each.say(language) for each in casework.became(cursor, found, policy=policy)],
        creditor=policy.creditors[found.creditor].name,
        own=found.made_by == desk.officer.subject,
        subject=_subject(cursor, found),
        message=message,
        deed=deed,
    )


def _subject(cursor: CursorWrapper, found: Decision) -> Subject | None:
    """The invoice that a decision is about, or its party's latest; None when about neither."""
    if found.invoice is not None:
        return search.subject(cursor, search.public_id_of(cursor, found.invoice))
    if found.party is None:
        return None
    return search.subject(cursor, search.latest_of(cursor, found.party))


def role_words(roles: frozenset[str], *, language: str) -> str:
    """The roles by their names."""
    names = house.policy().role_kinds
    return ", ".join(words.called(names, each, language=language) for each in sorted(roles))
