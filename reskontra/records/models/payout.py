"""Money to be paid back, and what became of it."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party
from reskontra.records.models.payment import Payment

KINDS = ["approved", "sent", "written", "returned", "withdrawn"]


class Payout(models.Model):
    """A pay-out that somebody has asked for: to whom, how much, and of which money."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, null=True)
    """None when nobody knows whose money without a claim is."""
    invoice = models.ForeignKey(Invoice, models.PROTECT, null=True)
    payment = models.ForeignKey(Payment, models.PROTECT, null=True)
    amount_ore = models.BigIntegerField()
    account_kind = models.TextField()
    account = models.TextField()
    payee = models.TextField()
    reason = models.TextField()
    decided_by = models.TextField()
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "payout"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(name="payout_above_zero", condition=models.Q(amount_ore__gt=0)),
            models.CheckConstraint(
                name="payout_of_one_thing",
                condition=models.Q(invoice__isnull=True, payment__isnull=False, party__isnull=True)
                | models.Q(invoice__isnull=False, payment__isnull=True, party__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.amount_ore}"


class PayoutEvent(models.Model):
    """What became of a pay-out: each happens once."""

    payout = models.ForeignKey(Payout, models.PROTECT, db_index=False)
    kind = models.TextField()
    day = models.DateField()
    decided_by = models.TextField()
    note = models.TextField()
    """The file that it left in, or why it was withdrawn or came back."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "payout_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="payout_event_once", fields=["payout", "kind"]),
            models.CheckConstraint(
                name="payout_event_known",
                condition=models.Q(kind__in=KINDS),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payout_id} {self.kind}"
