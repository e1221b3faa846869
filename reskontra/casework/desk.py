"""The desk: where a person sees what a decision would do, decides, and another signs.

    preview(cursor, proposal, officer=officer, policy=policy, today=today)  -> Effect(before, after)
    decide(cursor, proposal, officer=officer, policy=policy, today=today)   -> Decided(waits=True)
    sign(cursor, public_id, officer=another, policy=policy, today=today)

A decision that the officer's roles allow is carried out at once; any other waits until another
officer signs it, to whom its effect is shown afresh. The one rule: what is shown is what is done,
by the same function, rolled back; and all of it happens in one transaction or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework.decision_kind import Case, Kind, NotFilledIn, read_fields
from reskontra.casework.decision_kinds import KINDS
from reskontra.casework.standing import Standing, standings
from reskontra.domain.deciding import Officer, Say
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.texts import Texts
from reskontra.records import as_of, claim_states, decisions, parties
from reskontra.records.decisions import (
    CARRIED_OUT,
    REFUSED,
    SIGNED,
    WAITING,
    WITHDRAWN,
    Decision,
    NewDecision,
    Outcome,
)


class NoSuchKind(Refused):
    """Nobody decides {kind!r} here; what can be decided is {known}."""

    swedish = "{kind!r} är inget som beslutas här. Det som kan beslutas är {known}."


class NoSuchDecision(Refused):
    """There is no such decision."""

    swedish = "Det finns inget sådant beslut."


class NotForYou(Refused):
    """It is decided by: {roles}. You are signed in as: {yours}."""

    swedish = "Det beslutas av: {roles}. Du är inloggad som: {yours}."


class NobodyMay(Refused):
    """Nobody may decide so much, or for so long; the most is said by {creditor}'s rules."""

    swedish = (
        "Ingen får besluta om så mycket eller så lång tid. Gränsen står i reglerna för {creditor}."
    )


class OwnDecision(Refused):
    """You have made this decision yourself, so another must sign it."""

    swedish = "Du har själv fattat beslutet, så någon annan måste skriva under."


class NotYourDecision(Refused):
    """{name} made this decision, and only they may withdraw it; you may refuse it."""

    swedish = "{name} har fattat beslutet och bara hen kan ta tillbaka det. Du kan avslå det."


class NotWaiting(Refused):
    """The decision waits for nobody: it is {state}."""

    swedish = "Beslutet väntar inte på någon: {state}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A decision that somebody thinks of making; `given` is what was filled in, by field."""

    kind: str
    party: int | None
    """None when it is about a creditor's doings."""
    invoice: int | None
    creditor: str
    given: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a decision would do, and who may say yes to it."""

    before: tuple[Standing, ...]
    after: tuple[Standing, ...]
    say: Say
    told: tuple[Texts, ...] = ()
    """What it would do besides, or when it is about no claim."""

    @property
    def changed(self) -> tuple[tuple[Standing | None, Standing | None], ...]:
        """The claims that differ, each before and after; None where there was none."""
        old = {each.invoice: each for each in self.before}
        new = {each.invoice: each for each in self.after}
        pairs = ((old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)))
        return tuple((one, other) for one, other in pairs if one != other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that has been made; it `waits` when another must sign it."""

    public_id: UUID
    waits: bool
    say: Say


class _Undone(Exception):  # noqa: N818 - it only ends a savepoint
    """The effect has been seen: roll back."""


def kind_of(name: str) -> Kind:
    """The kind of this name; refused when there is none."""
    if name not in KINDS:
        raise NoSuchKind(kind=name, known=", ".join(sorted(KINDS)))
    return KINDS[name]


def case_of(
    cursor: CursorWrapper, proposal: Proposal, *, policy: Policy, today: date, by: str = ""
) -> Case:
    """What the decision is about, before anything is filled in."""
    claim = procedure = None
    if proposal.invoice is not None:
        wanted = as_of.Wanted.invoices([proposal.invoice], asking=asking(policy))
        ruled = under_rules(as_of.load(cursor, wanted)[0].claim, policy, today=today)
        claim, procedure = ruled.claim, ruled.procedure
    return Case(
        whose=proposal.party,
        invoice=proposal.invoice,
        creditor=proposal.creditor,
        claim=claim,
        procedure=procedure,
        policy=policy,
        today=today,
        values={},
        reason=proposal.reason,
        by=by,
    )


def preview(
    cursor: CursorWrapper, proposal: Proposal, *, officer: Officer, policy: Policy, today: date
) -> Effect:
    """What it would do, by doing it and undoing it; refuses what may not be done."""
    kind = kind_of(proposal.kind)
    case = _filled(cursor, kind, proposal, policy, today, officer.name)
    say = _may_propose(cursor, kind, case, officer)
    if kind.foresee is not None:
        return Effect(before=(), after=(), say=say, told=kind.foresee(cursor, case))
    invoices = [] if case.invoice is None else [case.invoice]
    before = standings(cursor, party=case.party, invoices=invoices, policy=policy, today=today)
    known = [each.invoice for each in before]
    try:
        with transaction.atomic():
            kind.carry_out(cursor, case)
            after = standings(cursor, party=case.party, invoices=known, policy=policy, today=today)
            raise _Undone
    except _Undone:
        return Effect(before=before, after=after, say=say)


def decide(
    cursor: CursorWrapper, proposal: Proposal, *, officer: Officer, policy: Policy, today: date
) -> Decided:
    """Carry it out when the officer may, else let it wait for a signature; with a reason."""
    if not proposal.reason.strip():
        raise NotFilledIn
    kind = kind_of(proposal.kind)
    _lock(cursor, proposal)
    case = _filled(cursor, kind, proposal, policy, today, officer.name)
    say = _may_propose(cursor, kind, case, officer)
    key, public_id = decisions.add(
        cursor,
        NewDecision(
            kind=kind.name,
            party=proposal.party,
            invoice=proposal.invoice,
            creditor=parties.creditors(cursor, [proposal.creditor])[proposal.creditor],
            fields=proposal.given,
            reason=proposal.reason.strip(),
            made_by=officer.subject,
            made_by_name=officer.name,
            day=today,
        ),
    )
    if say.decides_alone(officer):
        kind.carry_out(cursor, case)
        _note(cursor, key, CARRIED_OUT, officer, today)
        return Decided(public_id=public_id, waits=False, say=say)
    _try(cursor, kind, case)
    _note(cursor, key, WAITING, officer, today)
    return Decided(public_id=public_id, waits=True, say=say)


def effect_of(
    cursor: CursorWrapper, public_id: UUID, *, policy: Policy, today: date
) -> tuple[Decision, Effect]:
    """A decision that waits, and what signing it would do today."""
    decision = waiting_one(cursor, public_id)
    maker = Officer(subject=decision.made_by, name=decision.made_by_name, roles=frozenset())
    kind, proposal = kind_of(decision.kind), proposal_of(decision)
    case = _filled(cursor, kind, proposal, policy, today, decision.made_by_name)
    allowed = replace(maker, roles=kind.who_may(cursor, case).propose)
    effect = preview(cursor, proposal, officer=allowed, policy=policy, today=today)
    return decision, effect


def sign(
    cursor: CursorWrapper, public_id: UUID, *, officer: Officer, policy: Policy, today: date
) -> Decision:
    """Agree to another's decision, and carry it out today."""
    decisions.lock(cursor, public_id)
    decision = waiting_one(cursor, public_id)
    if officer.subject == decision.made_by:
        raise OwnDecision
    kind, proposal = kind_of(decision.kind), proposal_of(decision)
    _lock(cursor, proposal)
    by = f"{decision.made_by_name}, {officer.name}"
    case = _filled(cursor, kind, proposal, policy, today, by)
    say = kind.who_may(cursor, case)
    if not say.may_sign(officer):
        raise _refusal(say.may, case, officer)
    kind.carry_out(cursor, replace(case, signed_by=officer.name))
    _note(cursor, decision.key, SIGNED, officer, today)
    _note(cursor, decision.key, CARRIED_OUT, officer, today)
    return decision


def refuse(
    cursor: CursorWrapper,
    public_id: UUID,
    *,
    officer: Officer,
    reason: str,
    policy: Policy,
    today: date,
) -> Decision:
    """Say no to another's decision, with a reason; it is never carried out."""
    if not reason.strip():
        raise NotFilledIn
    decisions.lock(cursor, public_id)
    decision = waiting_one(cursor, public_id)
    if officer.subject == decision.made_by:
        raise OwnDecision
    kind = kind_of(decision.kind)
    case = _filled(cursor, kind, proposal_of(decision), policy, today, officer.name)
    say = kind.who_may(cursor, case)
    if not say.may_sign(officer):
        raise _refusal(say.may, case, officer)
    _note(cursor, decision.key, REFUSED, officer, today, reason.strip())
    return decision


def withdraw(
    cursor: CursorWrapper, public_id: UUID, *, officer: Officer, reason: str, today: date
) -> Decision:
    """Take back one's own decision before anybody has signed it, with a reason."""
    if not reason.strip():
        raise NotFilledIn
    decisions.lock(cursor, public_id)
    decision = waiting_one(cursor, public_id)
    if officer.subject != decision.made_by:
        raise NotYourDecision(name=decision.made_by_name)
    _note(cursor, decision.key, WITHDRAWN, officer, today, reason.strip())
    return decision


def waiting_one(cursor: CursorWrapper, public_id: UUID) -> Decision:
    """The decision, which must wait for a signature."""
    decision = decisions.find(cursor, public_id)
    if decision is None:
        raise NoSuchDecision
    if not decision.waits:
        raise NotWaiting(state=decision.state)
    return decision


def became(cursor: CursorWrapper, decision: Decision, *, policy: Policy) -> tuple[Texts, ...]:
    """What a decision about a creditor's doings did; nothing when it was not carried out."""
    kind = kind_of(decision.kind)
    if kind.became is None or decision.state != CARRIED_OUT:
        return ()
    day = decision.outcomes[-1].day
    return kind.became(cursor, _filled(cursor, kind, proposal_of(decision), policy, day, ""))


def proposal_of(decision: Decision) -> Proposal:
    """What the decision proposes."""
    return Proposal(
        kind=decision.kind,
        party=decision.party,
        invoice=decision.invoice,
        creditor=decision.creditor,
        given=decision.fields,
        reason=decision.reason,
    )


def _filled(
    cursor: CursorWrapper, kind: Kind, proposal: Proposal, policy: Policy, today: date, by: str
) -> Case:
    case = case_of(cursor, proposal, policy=policy, today=today, by=by)
    return replace(case, values=read_fields(cursor, kind.fields, case, proposal.given))


def _may_propose(cursor: CursorWrapper, kind: Kind, case: Case, officer: Officer) -> Say:
    say = kind.who_may(cursor, case)
    if not say.may_propose(officer):
        raise _refusal(say.propose, case, officer)
    if not say.may:
        raise NobodyMay(creditor=case.policy.creditors[case.creditor].name)
    return say


def _refusal(roles: frozenset[str], case: Case, officer: Officer) -> NotForYou:
    wanted, yours = (_role_words(some, case.policy) for some in (roles, officer.roles))
    return NotForYou(roles=wanted, yours=yours)


def _role_words(roles: frozenset[str], policy: Policy) -> Texts:
    names = [policy.role_kinds.get(each, Texts(sv=each, en=each)) for each in sorted(roles)]
    return Texts(
        sv=", ".join(each.sv for each in names) or "–",
        en=", ".join(each.en for each in names) or "–",
    )


def _lock(cursor: CursorWrapper, proposal: Proposal) -> None:
    if proposal.party is not None:
        claim_states.lock_parties(cursor, [proposal.party])
    if proposal.invoice is not None:
        claim_states.lock(cursor, [proposal.invoice])


def _try(cursor: CursorWrapper, kind: Kind, case: Case) -> None:
    """Refuse now what would be refused once it is signed."""
    if kind.foresee is not None:
        kind.foresee(cursor, case)
        return
    try:
        with transaction.atomic():
            kind.carry_out(cursor, case)
            raise _Undone
    except _Undone:
        return


def _note(
    cursor: CursorWrapper, key: int, outcome: str, officer: Officer, today: date, reason: str = ""
) -> None:
    decisions.add_outcome(
        cursor,
        key,
        Outcome(
            outcome=outcome,
            officer=officer.subject,
            officer_name=officer.name,
            day=today,
            reason=reason,
        ),
    )
