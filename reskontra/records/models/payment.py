"""Money that came in, before and after it found a claim."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor


class PaymentFile(models.Model):
    """A file from the bank that was taken in whole."""

    digest = models.TextField(unique=True)
    name = models.TextField()
    day = models.DateField()
    """The day that it was read."""
    received_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "payment_file"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class BankDay(models.Model):
    """A file speaks for a creditor's bank account up to a day, with what it adds up to."""

    payment_file = models.ForeignKey(PaymentFile, models.PROTECT)
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    notification = models.TextField()
    account = models.TextField(default="")
    """Its bankgiro number; that of the creditor's usual account when empty."""
    day = models.DateField()
    payment_count = models.IntegerField()
    total_ore = models.BigIntegerField()
    """Payments less what was taken back."""

    class Meta:
        db_table = "bank_day"
        triggers = [append_only()]
        indexes = [models.Index(name="bank_day_latest", fields=["creditor", "day"])]

    def __str__(self) -> str:
        return f"{self.creditor_id} {self.day}"


class Payment(models.Model):
    """One payment, or one taken back by the bank (`reversal`)."""

    payment_file = models.ForeignKey(PaymentFile, models.PROTECT)
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    bank_reference = models.TextField()
    amount_ore = models.BigIntegerField()
    reversal = models.BooleanField(default=False)
    booking_date = models.DateField()
    value_date = models.DateField()
    reference = models.TextField()
    """What the payer or the bank gave to find the claim by, as it came."""
    text = models.TextField(default="")
    payer_name = models.TextField(default="")

    class Meta:
        db_table = "payment"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="payment_once", fields=["creditor", "bank_reference"]),
            models.CheckConstraint(
                name="payment_amount_above_zero", condition=models.Q(amount_ore__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return self.bank_reference
