"""A night, or a part of it, that should not have been: the decision, and each step undone by it."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.dunning import Run, StepTaken
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party


class Undoing(models.Model):
    """The decision to undo what a run did: all of it, or what is of a creditor, rule or step."""

    run = models.ForeignKey(Run, models.PROTECT, db_index=False)
    creditor = models.ForeignKey(Creditor, models.PROTECT, null=True, db_index=False)
    procedure = models.TextField()
    """Empty: of any."""
    step = models.TextField()
    """Empty: any."""
    day = models.DateField()
    """When it was decided."""
    not_before = models.DateField()
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "undoing"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="undoing_once",
                fields=["run", "creditor", "procedure", "step", "day"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="taken_anew_after", condition=models.Q(not_before__gt=models.F("day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.day}"


class StepUndone(models.Model):
    """A step that counts as not taken; it may be taken anew once, from `not_before` on."""

    step_taken = models.OneToOneField(StepTaken, models.PROTECT, primary_key=True)
    undoing = models.ForeignKey(Undoing, models.PROTECT)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    day = models.DateField()
    not_before = models.DateField()
    reason = models.TextField()

    class Meta:
        db_table = "step_undone"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.step_taken_id} {self.day}"
