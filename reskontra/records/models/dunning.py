"""What was done about an unpaid claim, by which rule, and what holds it or clears it."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.letter import Letter
from reskontra.records.models.party import Party


class Rule(models.Model):
    """A procedure file, word for word, as it stood when it first led to something."""

    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    procedure = models.TextField()
    file = models.TextField()
    digest = models.TextField(unique=True)
    text = models.TextField()
    first_used_on = models.DateField()

    class Meta:
        db_table = "rule"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.file} {self.digest[:12]}"


class Run(models.Model):
    """One day, lived once. Its sums close: selected = acted + waiting + stopped + failed."""

    day = models.DateField(unique=True)
    selected = models.IntegerField(default=0)
    without_bank_files = models.TextField(default="")
    """Who let the day run though a bank file was missing, and which; empty when none was."""
    started_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "run"

    def __str__(self) -> str:
        return f"run {self.day}"


class RunOutcome(models.Model):
    """How many claims of a run ended in one way for one reason."""

    run = models.ForeignKey(Run, models.PROTECT, db_index=False)
    outcome = models.TextField()
    reason = models.TextField()
    claims = models.IntegerField()

    class Meta:
        db_table = "run_outcome"
        constraints = [
            models.UniqueConstraint(name="outcome_once", fields=["run", "outcome", "reason"]),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.outcome} {self.reason}"


class RunFailure(models.Model):
    """A party whose claims could not be worked; it is tried again when the day runs again."""

    run = models.ForeignKey(Run, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    claims = models.IntegerField()
    error = models.TextField()
    mended = models.BooleanField(default=False)

    class Meta:
        db_table = "run_failure"
        constraints = [
            models.UniqueConstraint(name="failure_once", fields=["run", "party"]),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} party {self.party_id}"


class StepTaken(models.Model):
    """A step that was taken for a claim. None is taken twice, unless it was undone between."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    step = models.TextField()
    day = models.DateField()
    pay_by = models.DateField(null=True)
    rule = models.ForeignKey(Rule, models.PROTECT, db_index=False)
    run = models.ForeignKey(Run, models.PROTECT, null=True)
    """None when somebody else has performed the step and reported it: see StepReport."""
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, db_index=False)
    again_after = models.ForeignKey(
        "records.StepUndone",
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="taken_again",
    )
    """The same step, undone, that this one is taken anew after: so at most one stands."""

    class Meta:
        db_table = "step_taken"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="step_once",
                fields=["invoice", "step", "again_after"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="pay_by_after_day",
                condition=models.Q(pay_by__isnull=True) | models.Q(pay_by__gte=models.F("day")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.step} {self.day}"


class StepReport(models.Model):
    """Who reported a step that somebody else performs, and what they said of it."""

    step_taken = models.OneToOneField(StepTaken, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    reported_by = models.TextField()
    rate = models.TextField()
    """The name of the fee's rate, as `evening`; empty for the ordinary one."""
    note = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "step_report"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.step_taken_id} {self.reported_by}"


class Hold(models.Model):
    """Why steps wait: for one invoice, or for everything that a party owes."""

    party = models.ForeignKey(Party, models.PROTECT)
    invoice = models.ForeignKey(Invoice, models.PROTECT, null=True)
    kind = models.TextField()
    amount_ore = models.BigIntegerField(null=True)
    """Of the principal, when only a part is held; it is held until somebody settles it."""
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "hold"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="hold_of_a_part",
                condition=models.Q(amount_ore__isnull=True)
                | models.Q(amount_ore__gt=0, invoice__isnull=False, last_day__isnull=True),
            ),
            models.CheckConstraint(
                name="hold_ends_after_start",
                condition=models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first_day}"


class HoldLifted(models.Model):
    """A hold ended earlier than it was set to; `last_day` is the last day that it held."""

    hold = models.OneToOneField(Hold, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    last_day = models.DateField()
    upheld_ore = models.BigIntegerField(null=True)
    """Of what was disputed, what is not owed; none when it was no dispute that was settled."""
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "hold_lifted"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="upheld_not_below_zero",
                condition=models.Q(upheld_ore__isnull=True) | models.Q(upheld_ore__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hold_id} {self.last_day}"


class Clearance(models.Model):
    """A person's finding that a condition which a step needs holds."""

    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    kind = models.TextField()
    day = models.DateField()
    finding = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "clearance"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.kind}"


class InterestRelief(models.Model):
    """Late interest on an invoice given up by a decision (räntelagen 8 §)."""

    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    day = models.DateField()
    """When it was decided."""
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    share_numerator = models.IntegerField()
    """The share of the interest that is given up, as a fraction: 1/1 is all of it."""
    share_denominator = models.IntegerField()
    reason = models.TextField()
    reference = models.TextField()
    """Where the decision is found."""
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "interest_relief"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="relief_ends_after_start",
                condition=models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
            ),
            models.CheckConstraint(
                name="relief_is_a_share",
                condition=models.Q(
                    share_numerator__gt=0, share_numerator__lte=models.F("share_denominator")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.share_numerator}/{self.share_denominator}"
