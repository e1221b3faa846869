"""What people of the office decide, and what becomes of each decision."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party


class Decision(models.Model):
    """Something that a person decides: about a claim, a party, or a creditor's doings."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    kind = models.TextField()
    party = models.ForeignKey(Party, models.PROTECT, null=True)
    """None when it is about a creditor's doings, as a night of its."""
    invoice = models.ForeignKey(Invoice, models.PROTECT, null=True)
    """None when it is about all that the party owes."""
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    """Whose rules say who may decide."""
    fields = models.TextField()
    """What was filled in, as JSON: text by the name of the field."""
    reason = models.TextField()
    made_by = models.TextField()
    """The subject of the one who made it, as the sign-in provider names them."""
    made_by_name = models.TextField()
    day = models.DateField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "decision"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class DecisionOutcome(models.Model):
    """What became of a decision; the latest row says where it stands. It ends once."""

    decision = models.ForeignKey(Decision, models.PROTECT)
    outcome = models.TextField()
    officer = models.TextField()
    officer_name = models.TextField()
    day = models.DateField()
    reason = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "decision_outcome"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="decision_outcome_known",
                condition=models.Q(
                    outcome__in=["waiting", "signed", "refused", "withdrawn", "carried_out"]
                ),
            ),
            models.UniqueConstraint(name="decision_outcome_once", fields=["decision", "outcome"]),
            models.UniqueConstraint(
                name="decision_ends_once",
                fields=["decision"],
                condition=models.Q(outcome__in=["refused", "withdrawn", "carried_out"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.outcome}"
