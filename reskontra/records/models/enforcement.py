"""In-house collection: courses proposed and decided, matters at the Authority, interruptions."""

from django.db import models
from django.db.models.functions import Now

from reskontra.domain.course import Course
from reskontra.domain.enforcement import News, Route
from reskontra.domain.limitation import BY_HAND
from reskontra.records.models.agency import AgencyMessage
from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Invoice
from reskontra.records.models.party import Party


class CourseProposal(models.Model):
    """The course that a step's table proposes for a claim; it waits for a person."""

    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    step = models.TextField()
    course = models.TextField()
    row = models.IntegerField()
    """The row of the table that was true, from 1."""
    because_sv = models.TextField()
    because_en = models.TextField()
    day = models.DateField()

    class Meta:
        db_table = "course_proposal"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="course_proposed_once", fields=["invoice", "step", "day"]),
            models.CheckConstraint(
                name="course_proposal_known",
                condition=models.Q(course__in=[each.value for each in Course]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.course}"


class CourseDecision(models.Model):
    """The course that a person has decided on, with the reason; the latest one holds."""

    proposal = models.ForeignKey(CourseProposal, models.PROTECT)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    course = models.TextField()
    reason = models.TextField()
    decided_by = models.TextField()
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "course_decision"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="course_decision_known",
                condition=models.Q(course__in=[each.value for each in Course]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.course}"


class EnforcementCase(models.Model):
    """An application about a claim, with what was owed that day; the latest one holds."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    """Our reference: what the Authority's messages name it by."""
    invoice = models.ForeignKey(Invoice, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    step = models.TextField()
    route = models.TextField()
    day = models.DateField()

    class Meta:
        db_table = "enforcement_case"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="enforcement_once", fields=["invoice", "step", "day"]),
            models.CheckConstraint(
                name="enforcement_route_known",
                condition=models.Q(route__in=[each.value for each in Route]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.route}"


class EnforcementEvent(models.Model):
    """Something that happened in a matter; `key` keeps it from happening twice."""

    enforcement_case = models.ForeignKey(EnforcementCase, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    key = models.TextField()
    kind = models.TextField()
    day = models.DateField()
    amount_ore = models.BigIntegerField(db_default=0)
    case_number = models.TextField(db_default="")
    text = models.TextField(db_default="")
    """A reason, a court, what was found: the word of the message. Of `prepared`, all of it."""
    last_entry = models.BigIntegerField(db_default=0)
    """The latest entry that the Authority has been told of with this."""
    agency_message = models.ForeignKey(AgencyMessage, models.PROTECT, null=True, db_index=False)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "enforcement_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="enforcement_event_once", fields=["enforcement_case", "key"]
            ),
            models.CheckConstraint(
                name="enforcement_event_known",
                condition=models.Q(kind__in=[each.value for each in News]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enforcement_case_id} {self.kind} {self.day}"


class LimitationBreak(models.Model):
    """What has interrupted the limitation of a claim towards one who owes it, with the proof."""

    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    cause = models.TextField()
    day = models.DateField()
    proof = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "limitation_break"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="limitation_break_known",
                condition=models.Q(cause__in=[each.value for each in BY_HAND]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.cause} {self.day}"
