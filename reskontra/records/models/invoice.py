"""The invoice as sent, its lines, and how it is found by a payment."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.party import Party


class Creditor(models.Model):
    """Who is owed. Its particulars are policy files; here it is only named."""

    code = models.TextField(unique=True)

    class Meta:
        db_table = "creditor"

    def __str__(self) -> str:
        return self.code


class InvoiceFile(models.Model):
    """A file of invoices that was taken in whole."""

    digest = models.TextField(unique=True)
    """SHA-256 of the bytes: a file read twice does nothing."""
    name = models.TextField()
    day = models.DateField()
    received_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "invoice_file"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class Invoice(models.Model):
    """The document as sent. It is never edited: entries credit it or withdraw it."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    debtors = models.SmallIntegerField(default=1, db_default=1)
    """How many owe it, each the whole of it: its party, and those of InvoiceDebtor."""
    number = models.TextField()
    ocr_number = models.TextField()
    kind = models.TextField()
    department = models.TextField()
    services = ArrayField(models.TextField())
    """The services of its lines, each once."""
    marks = ArrayField(models.TextField(), default=list, db_default=[])
    """What the billing system has marked it with."""
    facility = models.TextField(default="", db_default="")
    our_reference = models.TextField(default="")
    invoice_date = models.DateField()
    due_date = models.DateField()
    total_ore = models.BigIntegerField()
    pdf_digest = models.TextField(default="")
    """The PDF that came beside it; empty when we make it."""
    invoice_file = models.ForeignKey(InvoiceFile, models.PROTECT, null=True, db_index=False)
    interest_for = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="interest_invoices"
    )
    """On an interest invoice: the invoice that was paid late."""
    fee_for = models.ForeignKey(
        "self", models.PROTECT, null=True, db_index=False, related_name="fee_invoices"
    )
    """On an invoice for a step's fee: the invoice that the step was taken for."""
    part_of_hold = models.OneToOneField(
        "records.Hold", models.PROTECT, null=True, related_name="part_invoice"
    )
    """On a part that is billed apart: the hold of it, on the invoice that it comes from."""
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "invoice"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="invoice_number_once", fields=["creditor", "number"]),
            models.CheckConstraint(
                name="invoice_total_above_zero", condition=models.Q(total_ore__gt=0)
            ),
            models.CheckConstraint(name="invoice_has_a_debtor", condition=models.Q(debtors__gte=1)),
            models.CheckConstraint(
                name="invoice_due_not_before_date",
                condition=models.Q(due_date__gte=models.F("invoice_date")),
            ),
        ]
        indexes = [
            models.Index(
                name="invoice_fee_for",
                fields=["fee_for"],
                condition=models.Q(fee_for__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.creditor_id}:{self.number}"


class InvoiceDebtor(models.Model):
    """One more who owes the invoice, besides its party. Most invoices have none."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    position = models.SmallIntegerField()
    """From 1, in the order that the billing system names them."""
    share_numerator = models.SmallIntegerField(null=True)
    """What this one answers for among them, as a fraction; towards us it is the whole."""
    share_denominator = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "invoice_debtor"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="debtor_once", fields=["invoice", "party"]),
            models.CheckConstraint(
                name="debtor_share_is_a_share",
                condition=models.Q(share_numerator__isnull=True, share_denominator__isnull=True)
                | models.Q(
                    share_numerator__gt=0, share_numerator__lt=models.F("share_denominator")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id}+{self.position}"


class InvoiceLine(models.Model):
    """One line of an invoice, with the service that it is for."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, db_index=False)
    position = models.SmallIntegerField()
    text = models.TextField()
    service = models.TextField()
    amount_ore = models.BigIntegerField()
    vat_ore = models.BigIntegerField(default=0)

    class Meta:
        db_table = "invoice_line"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="line_position_once", fields=["invoice", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id}/{self.position}"


class ClaimState(models.Model):
    """What is left of a claim and when to look at it next; `records.claim_states` alone writes it.

    Both can be computed from the other rows, and `check` proves that they agree. They are
    kept so that lists are fast, and so that a night costs what is due and not what is owed.
    """

    invoice = models.OneToOneField(Invoice, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT)
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    due_date = models.DateField()
    open_ore = models.BigIntegerField()
    next_look_on = models.DateField(null=True)
    at_agency = models.BooleanField(db_default=False)
    """An agency has the claim, or is still to hear that it has not."""
    agency_look_on = models.DateField(null=True)
    """When to see what the agency is to hear; None while nothing has happened since."""
    agency_news = models.BigIntegerField(db_default=0)
    """How often something has happened for the agency to hear: what is heard is told by it."""
    needs = models.TextField(db_default="")
    """The findings that a step waits for and nothing else, as the latest night found."""

    class Meta:
        db_table = "claim_state"
        constraints = [
            models.CheckConstraint(
                name="claim_never_below_zero", condition=models.Q(open_ore__gte=0)
            ),
        ]
        indexes = [
            models.Index(
                name="claim_state_due",
                fields=["next_look_on", "party"],
                condition=models.Q(next_look_on__isnull=False),
            ),
            models.Index(
                name="open_by_due_date",
                fields=["due_date"],
                condition=models.Q(open_ore__gt=0),
            ),
            models.Index(
                name="claim_state_for_agency",
                fields=["agency_look_on"],
                condition=models.Q(agency_look_on__isnull=False),
            ),
            models.Index(
                name="claim_state_needs",
                fields=["due_date"],
                condition=~models.Q(needs=""),
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.invoice_id}"


class PaymentReference(models.Model):
    """An OCR number and what it stands for: an invoice, a letter about several, or a part."""

    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    ocr_number = models.TextField()
    invoice = models.ForeignKey(Invoice, models.PROTECT, null=True)
    letter = models.ForeignKey("records.Letter", models.PROTECT, null=True)
    installment = models.ForeignKey("records.Installment", models.PROTECT, null=True)

    class Meta:
        db_table = "payment_reference"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="ocr_number_once", fields=["creditor", "ocr_number"]),
            models.CheckConstraint(
                name="reference_to_one_thing",
                condition=models.Q(
                    invoice__isnull=False, letter__isnull=True, installment__isnull=True
                )
                | models.Q(invoice__isnull=True, letter__isnull=False, installment__isnull=True)
                | models.Q(invoice__isnull=True, letter__isnull=True, installment__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.ocr_number
