"""What a citizen asks for in the portal, and what they are answered."""

from django.db import models
from django.db.models.functions import Now

from reskontra.domain.asking import Answered, AskedFor
from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Invoice
from reskontra.records.models.party import Party


class Request(models.Model):
    """Something asked for about one invoice; the portal's role adds it for its own party."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    party = models.ForeignKey(Party, models.PROTECT)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    kind = models.TextField()
    day = models.DateField()
    until = models.DateField(null=True)
    """The day to pay that is asked for, or of the payment that is under way."""
    parts = models.SmallIntegerField(null=True)
    first_on = models.DateField(null=True)
    amount_ore = models.BigIntegerField(null=True)
    """Of the invoice, when it is about a part of it."""
    text = models.TextField(default="")
    again = models.SmallIntegerField(db_default=0)
    """How many of the kind were withdrawn that day before this one was sent."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "request"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="request_once_a_day", fields=["invoice", "kind", "day", "again"]
            ),
            models.CheckConstraint(
                name="request_kind_known",
                condition=models.Q(kind__in=[each.value for each in AskedFor]),
            ),
            models.CheckConstraint(
                name="request_amount_above_zero",
                condition=models.Q(amount_ore__isnull=True) | models.Q(amount_ore__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class RequestAnswer(models.Model):
    """What came of a request. It is answered once.

    The portal's role adds one answer itself: that whoever asked has withdrawn it.
    """

    request = models.OneToOneField(Request, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    outcome = models.TextField()
    reason = models.TextField()
    decided_by = models.TextField()
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "request_answer"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="request_outcome_known",
                condition=models.Q(outcome__in=[each.value for each in Answered]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.outcome}"
