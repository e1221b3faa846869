"""The books. `records.post` is the only writer."""

from django.db import models
from django.db.models.functions import Now

from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.payment import Payment

_ACCOUNTS = [each.value for each in LedgerAccount]


class Entry(models.Model):
    """One amount moved from one ledger account to another."""

    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    kind = models.TextField()
    debit = models.TextField()
    credit = models.TextField()
    amount_ore = models.BigIntegerField()
    value_date = models.DateField()
    """The day that the money counts from."""
    booking_date = models.DateField()
    """The day that it was written: never earlier than the day of the run that wrote it."""
    invoice = models.ForeignKey(Invoice, models.PROTECT, null=True)
    payment = models.ForeignKey(Payment, models.PROTECT, null=True)
    cause = models.TextField()
    """What led to it: a step, a file, a reason in words."""
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "entry"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="entry_amount_above_zero", condition=models.Q(amount_ore__gt=0)
            ),
            models.CheckConstraint(
                name="entry_two_accounts", condition=~models.Q(debit=models.F("credit"))
            ),
            models.CheckConstraint(
                name="entry_accounts_known",
                condition=models.Q(debit__in=_ACCOUNTS, credit__in=_ACCOUNTS),
            ),
            models.CheckConstraint(
                name="entry_kind_known",
                condition=models.Q(kind__in=[kind.value for kind in EntryKind]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.debit} <- {self.credit} {self.amount_ore}"
