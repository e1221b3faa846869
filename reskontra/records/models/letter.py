"""What was said to whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party

GONE = ("printed", "sent", "stopped")
"""What ends a letter's way: it is at the printer, gone by another channel, or is not to go."""
RETURNED = "returned"
"""It came back: its recipient does not live there."""
LETTER_STATES = (*GONE, "failed", RETURNED)


class Letter(models.Model):
    """A letter's data: its record. The PDF is made from it once and kept."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    key = models.TextField(unique=True)
    """Says which letter this is, so that none is made twice."""
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    template = models.TextField()
    language = models.TextField()
    day = models.DateField()
    pay_by = models.DateField(null=True)
    total_ore = models.BigIntegerField()
    ocr_number = models.TextField(default="")
    sent_to_print = models.BooleanField(default=True)
    """False for a document made only because its recipient asked to see it."""
    data = models.TextField()
    """The letter as JSON, to the letter: see `domain.letter`."""
    channel = models.TextField(default="letter")
    """How it goes: a channel of kinds.yaml."""
    passed_channels = ArrayField(models.TextField(), default=list)
    """The channels wished before that one, by which its recipient could not be reached."""
    encloses = ArrayField(models.TextField(), default=list)
    """What is laid beside it: enclosures of kinds.yaml."""
    copies_to = ArrayField(models.TextField(), default=list)
    """Who gets a copy: roles of kinds.yaml."""
    resends = models.OneToOneField("self", models.PROTECT, null=True, related_name="resent_as")
    """The letter that came back, and that this one is sent instead of."""
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "letter"
        triggers = [append_only()]
        indexes = [models.Index(name="letter_by_day", fields=["day"])]

    def __str__(self) -> str:
        return self.key


class LetterClaim(models.Model):
    """A letter speaks for this invoice; `step_taken` is false when it is only listed."""

    letter = models.ForeignKey(Letter, models.PROTECT)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    step_taken = models.BooleanField()
    open_ore = models.BigIntegerField()
    """What was left to pay when the letter was written."""

    class Meta:
        db_table = "letter_claim"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="letter_claim_once", fields=["letter", "invoice"]),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}/{self.invoice_id}"


class LetterFile(models.Model):
    """The PDF of a letter, named by its digest in the file store."""

    letter = models.OneToOneField(Letter, models.PROTECT, primary_key=True)
    digest = models.TextField()
    template_digest = models.TextField()
    size_bytes = models.IntegerField()
    rendered_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "letter_file"
        triggers = [append_only()]

    def __str__(self) -> str:
        return self.digest


class LetterWaiting(models.Model):
    """Whether a letter still waits to leave; its events tell what became of it."""

    letter = models.OneToOneField(Letter, models.PROTECT, primary_key=True)
    waits = models.BooleanField(db_default=True)

    class Meta:
        db_table = "letter_waiting"
        indexes = [
            models.Index(
                name="letter_that_waits", fields=["letter"], condition=models.Q(waits=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}"


class LetterEvent(models.Model):
    """What became of a letter. One that failed is tried again, until it has left or is stopped."""

    letter = models.ForeignKey(Letter, models.PROTECT)
    state = models.TextField()
    day = models.DateField()
    note = models.TextField(default="")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "letter_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="letter_gone_once", fields=["letter"], condition=models.Q(state__in=GONE)
            ),
            models.UniqueConstraint(
                name="letter_failed_once_a_day",
                fields=["letter", "day"],
                condition=models.Q(state="failed"),
            ),
            models.UniqueConstraint(
                name="letter_returned_once",
                fields=["letter"],
                condition=models.Q(state=RETURNED),
            ),
            models.CheckConstraint(
                name="letter_state_known", condition=models.Q(state__in=LETTER_STATES)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.state}"
