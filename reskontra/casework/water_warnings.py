"""Warnings of disconnection are looked at once more when they are to leave.

    stop_paid(policy=policy, today=date(2025, 4, 28))  -> 1

A warning is about the water alone: when that has been paid, nothing is left to warn of, though
there may be waste on the same invoice (lagen (2006:412) om allmänna vattentjänster 43 §). The one
rule: nobody is told that the water will be turned off for a debt that is paid.
"""

from __future__ import annotations

from datetime import date

from django.db import connections, transaction

from reskontra.casework.water_sites import claims_under_rules, warning_steps
from reskontra.domain.disconnection import water_left_ore
from reskontra.domain.rules import Policy
from reskontra.records import undoing, water_letters, water_work

PAID = "the water was paid before it left"
"""Why a warning was stopped."""


def stop_paid(*, policy: Policy, today: date) -> int:
    """Stop the warnings that wait to leave of which the water has been paid; how many."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        waiting = water_letters.waiting(cursor, steps=warning_steps(policy), until=today)
        if not waiting:
            return 0
        keys = {key for claims in waiting.values() for key in claims}
        fees = water_work.fees_on(cursor, keys)
        left_ore = {}
        for key, each in claims_under_rules(cursor, keys, policy=policy, today=today).items():
            rules = policy.creditors[each.claim.creditor].water
            services = rules.services if rules else ()
            left_ore[key] = water_left_ore(each.claim, services, fees.get(key, 0))
        paid = [key for key, claims in waiting.items() if not sum(left_ore[e] for e in claims)]
        undoing.stop_letters(cursor, paid, day=today, note=PAID)
        return len(paid)
