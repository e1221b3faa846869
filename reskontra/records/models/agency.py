"""Claims at a collection agency: what happened to each, and the agency's messages as they came."""

from django.db import models
from django.db.models.functions import Now

from reskontra.domain.handover import Happening
from reskontra.records.models.append_only import append_only
from reskontra.records.models.dunning import Rule
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party
from reskontra.records.models.payment import Payment


class Handover(models.Model):
    """A claim handed over to an agency, with what was owed that day; the latest one has it."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    """Our reference: what the agency's messages name it by."""
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    agency = models.TextField()
    bankgiro = models.TextField()
    day = models.DateField()
    principal_ore = models.BigIntegerField()
    fee_ore = models.BigIntegerField()
    interest_ore = models.BigIntegerField()
    assigned = models.BooleanField(db_default=False)
    """The agency owns the claim: it was sold, and not only given to be collected."""
    rule = models.ForeignKey(Rule, models.PROTECT, null=True, db_index=False)
    """What led to it when it was handed over again; of the first time, the step tells."""
    after = models.TextField(db_default="")
    """Why it had come back, when it was handed over again."""

    class Meta:
        db_table = "handover"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="handover_once", fields=["invoice", "agency", "day"]),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.agency}"


class AgencyMessage(models.Model):
    """One message from an agency, as it came; the same message is kept once."""

    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    agency = models.TextField()
    message = models.TextField()
    """The agency's own name of the message."""
    kind = models.TextField()
    data = models.TextField()
    """The message, word for word."""
    file = models.TextField()
    line = models.IntegerField()
    received_date = models.DateField()

    class Meta:
        db_table = "agency_message"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="agency_message_once", fields=["creditor", "agency", "message"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.message}"


class AgencyMessageNote(models.Model):
    """What became of a message; the latest note says it."""

    agency_message = models.ForeignKey(AgencyMessage, models.PROTECT)
    outcome = models.TextField()
    reason = models.TextField()
    decided_by = models.TextField()
    day = models.DateField()

    class Meta:
        db_table = "agency_message_note"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="message_outcome_known",
                condition=models.Q(outcome__in=["placed", "waiting", "set_aside"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_message_id} {self.outcome}"


class AgencyMessageWaiting(models.Model):
    """Whether a message still waits, for what; its notes tell what came of it."""

    agency_message = models.OneToOneField(AgencyMessage, models.PROTECT, primary_key=True)
    reason = models.TextField()
    placed = models.BooleanField()
    """It is on its claim, and the step that it tells of is still to be taken."""
    waits = models.BooleanField(db_default=True)

    class Meta:
        db_table = "agency_message_waiting"
        indexes = [
            models.Index(
                name="agency_message_that_waits",
                fields=["agency_message"],
                condition=models.Q(waits=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_message_id} {self.reason}"


class HandoverEvent(models.Model):
    """Something that happened to a claim at an agency; `key` keeps it from happening twice."""

    handover = models.ForeignKey(Handover, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    key = models.TextField()
    kind = models.TextField()
    day = models.DateField()
    principal_ore = models.BigIntegerField(db_default=0)
    fee_ore = models.BigIntegerField(db_default=0)
    interest_ore = models.BigIntegerField(db_default=0)
    agency_ore = models.BigIntegerField(db_default=0)
    """What of it is the agency's own."""
    case_number = models.TextField(db_default="")
    ocr_number = models.TextField(db_default="")
    text = models.TextField(db_default="")
    """A reason, a state, a course: the word of the message."""
    last_entry = models.BigIntegerField(db_default=0)
    """The latest entry that the agency has been told of with this."""
    agency_message = models.ForeignKey(AgencyMessage, models.PROTECT, null=True, db_index=False)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "handover_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="handover_event_once", fields=["handover", "key"]),
            models.CheckConstraint(
                name="handover_event_known",
                condition=models.Q(kind__in=[each.value for each in Happening]),
            ),
        ]
        indexes = [
            models.Index(
                name="handover_event_message",
                fields=["agency_message"],
                condition=models.Q(agency_message__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handover_id} {self.kind} {self.day}"


class AgencyPayout(models.Model):
    """What an agency says that it pays us; `settled` when the bank's money is found."""

    agency_message = models.OneToOneField(AgencyMessage, models.PROTECT, primary_key=True)
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    agency = models.TextField()
    day = models.DateField()
    amount_ore = models.BigIntegerField()
    kept_ore = models.BigIntegerField()
    payment_reference = models.TextField()
    account = models.TextField()
    """The ledger account that it lowers."""

    class Meta:
        db_table = "agency_payout"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.agency} {self.payment_reference}"


class AgencyPayoutSettled(models.Model):
    """The bank's payment that a payout is: each of the two is the other's once."""

    agency_message = models.OneToOneField(AgencyMessage, models.PROTECT, primary_key=True)
    payment = models.OneToOneField(Payment, models.PROTECT, null=True)
    """None when all was kept, so that nothing comes to the bank."""
    day = models.DateField()
    decided_by = models.TextField()
    reason = models.TextField()
    """Why, when a person settled it though the amounts differ."""

    class Meta:
        db_table = "agency_payout_settled"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.agency_message_id} {self.payment_id}"
