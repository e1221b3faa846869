"""Whether the day kept for looking at each claim is the day that its rules say.

    list(wrong_looks(day=date(2025, 4, 9), policy=policy))  -> []

The nightly run trusts `claim_state.next_look_on`; this recomputes it for every open claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connections

from reskontra.domain.claim import Claim
from reskontra.domain.dunning import Act, assess
from reskontra.domain.night import looks_next
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.records import as_of, queries

CHUNK_CLAIMS = 5_000


def wrong_looks(*, day: date, policy: Policy) -> Iterator[str]:
    """A line for each open claim that would be looked at too late, or never.

    Looking too early costs a little time and does no harm, so it is not wrong.
    """
    with connections["default"].cursor() as cursor:
        for ids in queries.open_invoices(cursor, chunk=CHUNK_CLAIMS):
            for loaded in as_of.load(cursor, as_of.Wanted.invoices(ids, asking=asking(policy))):
                right = _right_day(loaded.claim, policy, day)
                if right is not None and (loaded.next_look_on or date.max) > right:
                    kept = loaded.next_look_on
                    yield f"invoice id {loaded.claim.key}: kept {kept}, right {right}"


def _right_day(claim: Claim, policy: Policy, day: date) -> date | None:
    ruled = under_rules(claim, policy, today=day)
    outcomes = assess(ruled.claim, ruled.procedure, day)
    if any(isinstance(outcome, Act) for outcome in outcomes):
        # Something could be done today already: tonight's run, or the next, must look.
        return day + timedelta(days=1)
    return looks_next(ruled.claim, outcomes, today=day)
