"""Assumed: a policy whose dated values last, for looking into a time that the law has not set yet.

    assumed(policy, until=date(2027, 11, 21))
        -> the policy with the reference rate of today for ever, and what was assumed

The nightly run never does this for what is owed: there, a day without a value stops. Only what a
part of a plan will cost on its day is asked for before it, and is set right in the next part. The
one rule: whoever shows what comes of an assumption shows the assumption beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date

from reskontra.domain.dated import Dated
from reskontra.domain.rules import Policy


@dataclass(frozen=True, slots=True, order=True)
class Assumption:
    """A value that is confirmed until a day, and is assumed to go on after it."""

    name: str
    confirmed_until: date


def assumed(policy: Policy, *, until: date) -> tuple[Policy, tuple[Assumption, ...]]:
    """The policy with values up to `until`, and what had to be assumed for it."""
    found: set[Assumption] = set()
    lasting = _lasting(policy, until, found)
    assert isinstance(lasting, Policy)
    return lasting, tuple(sorted(found))


def rates_lasting(policy: Policy, *, until: date) -> Policy:
    """The policy with rates up to `until`: as it is when they are known so far."""
    known = policy.law.reference_rate.confirmed_until
    return policy if known is None or known >= until else assumed(policy, until=until)[0]


def _lasting(value: object, until: date, found: set[Assumption]) -> object:
    """The value, with every dated value inside it confirmed until the day."""
    if isinstance(value, Dated) and value.confirmed_until and value.confirmed_until < until:
        found.add(Assumption(value.name, value.confirmed_until))
        return replace(value, confirmed_until=until)
    if isinstance(value, tuple):
        return tuple(_lasting(each, until, found) for each in value)
    if isinstance(value, dict):
        return {key: _lasting(each, until, found) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        inside = {each.name: getattr(value, each.name) for each in fields(value)}
        lasting = {name: _lasting(each, until, found) for name, each in inside.items()}
        return replace(value, **lasting) if lasting != inside else value
    return value
