"""Payment in parts: what was granted, of which claims, in which parts, and what has come of it."""

from django.db import models
from django.db.models.functions import Now

from reskontra.domain.agreed import ENDINGS, PlanHappening
from reskontra.records.models.append_only import append_only
from reskontra.records.models.dunning import Hold, Rule
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party

_ENDINGS = sorted(each.value for each in ENDINGS)


class Plan(models.Model):
    """A plan as it was granted, by the terms of the rule that is kept word for word."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    granted_on = models.DateField()
    first_on = models.DateField()
    """The day asked for of its first part, before it moved to a banking day."""
    agreed_on = models.DateField()
    """When the debtor agreed to it (lagen (1981:739) 3 §)."""
    rule = models.ForeignKey(Rule, models.PROTECT, db_index=False)
    administered_by = models.TextField()
    agency = models.TextField()
    """The name of the agency that keeps it; empty when we do."""
    debt_ore = models.BigIntegerField()
    """All that was left of its claims."""
    last_entry = models.BigIntegerField()
    """The latest entry before it: what came later counts towards its parts."""
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "plan"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="plan_agreed_before_granted",
                condition=models.Q(agreed_on__lte=models.F("granted_on")),
            ),
            models.CheckConstraint(name="plan_of_some_debt", condition=models.Q(debt_ore__gt=0)),
        ]

    def __str__(self) -> str:
        return f"plan {self.granted_on}"


class PlanClaim(models.Model):
    """A claim that a plan is for, with the hold that it has by it."""

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    hold = models.OneToOneField(Hold, models.PROTECT)
    open_ore = models.BigIntegerField()

    class Meta:
        db_table = "plan_claim"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="plan_claim_once", fields=["plan", "invoice"]),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.invoice_id}"


class PlanInForce(models.Model):
    """Which plan a claim is in now: one at the most. `records.plans` alone writes it.

    It can be computed from the plans' events, and `check` proves that they agree. It is kept so
    that a claim has one row, and cannot be in two plans.
    """

    invoice = models.OneToOneField(Invoice, models.PROTECT, primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, null=True)
    """None when it is in none any more."""
    party = models.ForeignKey(Party, models.PROTECT)

    class Meta:
        db_table = "plan_in_force"

    def __str__(self) -> str:
        return f"{self.plan_id} for {self.invoice_id}"


class Installment(models.Model):
    """One part of a plan, with what it was reckoned to cost and the number to pay it by."""

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    ordinal = models.SmallIntegerField()
    due_date = models.DateField()
    amount_ore = models.BigIntegerField()
    fee_ore = models.BigIntegerField()
    interest_ore = models.BigIntegerField()
    ocr_number = models.TextField()
    """Empty when an agency keeps the plan."""

    class Meta:
        db_table = "installment"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="installment_once", fields=["plan", "ordinal"]),
            models.CheckConstraint(
                name="installment_above_zero", condition=models.Q(amount_ore__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.ordinal}"


class PlanEvent(models.Model):
    """What happened to a plan; `ordinal` is the part that it is about, 0 for the whole."""

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    kind = models.TextField()
    ordinal = models.SmallIntegerField()
    day = models.DateField()
    reason = models.TextField()
    decided_by = models.TextField()
    """Empty when a night found it."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "plan_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="plan_event_once", fields=["plan", "kind", "ordinal"]),
            models.UniqueConstraint(
                name="plan_ends_once", fields=["plan"], condition=models.Q(kind__in=_ENDINGS)
            ),
            models.CheckConstraint(
                name="plan_event_known",
                condition=models.Q(kind__in=[kind.value for kind in PlanHappening]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind} {self.ordinal}"


class PlanCharge(models.Model):
    """A fee or interest of a plan that was entered on a claim, with how it was counted."""

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    ordinal = models.SmallIntegerField()
    day = models.DateField()
    fee_ore = models.BigIntegerField()
    interest_ore = models.BigIntegerField()
    calculation = models.TextField()
    """The rows of the interest, as JSON; empty when there is none."""

    class Meta:
        db_table = "plan_charge"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="plan_charge_once", fields=["plan", "invoice", "ordinal"]),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.ordinal} {self.invoice_id}"
