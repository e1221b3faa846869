"""A water connection: who owned it when, how its water flows, and what is to be done there."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from reskontra.domain.premises import FacilityKind, WaterState
from reskontra.domain.water_work import FeeKind, OrderKind, WorkEvent
from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Creditor, Invoice
from reskontra.records.models.party import Party


def _among(field: str, values: type[StrEnum]) -> models.Q:
    return models.Q(**{f"{field}__in": [each.value for each in values]})


class FacilityFile(models.Model):
    """A file of facilities and owners that was taken in whole."""

    digest = models.TextField(unique=True)
    name = models.TextField()
    day = models.DateField()
    received_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "facility_file"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class Facility(models.Model):
    """A connection, as the billing system numbers it."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    creditor = models.ForeignKey(Creditor, models.PROTECT, db_index=False)
    code = models.TextField()

    class Meta:
        db_table = "facility"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="facility_once", fields=["creditor", "code"]),
        ]

    def __str__(self) -> str:
        return self.code


class FacilityFact(models.Model):
    """What it serves, where it is, and its tariff, from a day on."""

    facility = models.ForeignKey(Facility, models.PROTECT, db_index=False)
    first_day = models.DateField()
    kind = models.TextField()
    tariff = models.TextField()
    address_lines = ArrayField(models.TextField())
    file = models.ForeignKey(FacilityFile, models.PROTECT, db_index=False)

    class Meta:
        db_table = "facility_fact"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="facility_fact_once", fields=["facility", "first_day"]),
            models.CheckConstraint(
                name="facility_kind_known", condition=_among("kind", FacilityKind)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.kind} {self.first_day}"


class FacilityOwnership(models.Model):
    """From a day on these own it, all of them together, and nobody else."""

    facility = models.ForeignKey(Facility, models.PROTECT, db_index=False)
    first_day = models.DateField()
    file = models.ForeignKey(FacilityFile, models.PROTECT, db_index=False)

    class Meta:
        db_table = "facility_ownership"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="facility_ownership_once", fields=["facility", "first_day"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.first_day}"


class FacilityOwner(models.Model):
    """One of them. Each answers for the whole of a charge; a share is only known."""

    facility = models.ForeignKey(Facility, models.PROTECT)
    ownership = models.ForeignKey(FacilityOwnership, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)
    position = models.SmallIntegerField()
    share_numerator = models.SmallIntegerField(null=True)
    share_denominator = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "facility_owner"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="facility_owner_once", fields=["ownership", "party"]),
        ]

    def __str__(self) -> str:
        return f"{self.ownership_id} {self.party_id}"


class WorkOrder(models.Model):
    """What a technician is to do at a facility, by whose decision and when."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    facility = models.ForeignKey(Facility, models.PROTECT)
    kind = models.TextField()
    day = models.DateField()
    """The first day on which it may be done."""
    last_day = models.DateField(null=True)
    """The last one; none when the day is the only one."""
    reason = models.TextField()
    note = models.TextField(default="")
    """What the technician needs to know."""
    ordered_by = models.TextField()
    ordered_on = models.DateField()
    follows = models.ForeignKey("self", models.PROTECT, null=True, db_index=False)
    """The order whose work this one undoes."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "work_order"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="work_order_kind_known", condition=_among("kind", OrderKind)
            ),
            models.CheckConstraint(
                name="work_order_ends_after_it_begins",
                condition=models.Q(last_day__isnull=True) | models.Q(last_day__gte=models.F("day")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.facility_id} {self.day}"


class WorkOrderParty(models.Model):
    """An owner whom the order concerns: who owned the facility when it was ordered."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, db_index=False)
    party = models.ForeignKey(Party, models.PROTECT)

    class Meta:
        db_table = "work_order_party"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="work_order_party_once", fields=["order", "party"]),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.party_id}"


class WorkOrderClaim(models.Model):
    """An invoice whose charge for water the order is about, and what was left of it then."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, db_index=False)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    water_ore = models.BigIntegerField()

    class Meta:
        db_table = "work_order_claim"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="work_order_claim_once", fields=["order", "invoice"]),
            models.CheckConstraint(
                name="work_order_claim_owed", condition=models.Q(water_ore__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.invoice_id}"


class WorkOrderEvent(models.Model):
    """What became of an order: begun, done, not possible, withdrawn, or something found."""

    order = models.ForeignKey(WorkOrder, models.PROTECT)
    kind = models.TextField()
    day = models.DateField()
    by = models.TextField()
    note = models.TextField(default="")
    """What was seen or done; why not, when it was not possible."""
    meter_reading = models.TextField(default="")
    photo = models.TextField(default="")
    """The photo's name among the files, when there is one."""
    photo_type = models.TextField(default="")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "work_order_event"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="work_event_kind_known", condition=_among("kind", WorkEvent)
            ),
            models.UniqueConstraint(
                name="work_order_ends_once",
                fields=["order"],
                condition=models.Q(kind__in=["done", "not_possible", "withdrawn"]),
            ),
            models.UniqueConstraint(name="work_event_once_a_day", fields=["order", "kind", "day"]),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.kind} {self.day}"


class WaterTurn(models.Model):
    """The water was turned off, throttled or on, by the work of an order."""

    facility = models.ForeignKey(Facility, models.PROTECT)
    order = models.ForeignKey(WorkOrder, models.PROTECT, db_index=False)
    state = models.TextField()
    day = models.DateField()
    by = models.TextField()

    class Meta:
        db_table = "water_turn"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(name="water_state_known", condition=_among("state", WaterState)),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.state} {self.day}"


class WaterFee(models.Model):
    """A fee by tariff for what an order did; each kind once an order."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, db_index=False)
    kind = models.TextField()
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    amount_ore = models.BigIntegerField()
    tariff = models.TextField()
    tariff_from = models.DateField()
    """The day from which the tariff's value holds."""
    day = models.DateField()

    class Meta:
        db_table = "water_fee"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="water_fee_once", fields=["order", "kind"]),
            models.CheckConstraint(name="water_fee_kind_known", condition=_among("kind", FeeKind)),
            models.CheckConstraint(
                name="water_fee_above_zero", condition=models.Q(amount_ore__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.kind} {self.amount_ore}"


class PoliceReport(models.Model):
    """A person has decided to report to the police that somebody else opened the water."""

    order = models.OneToOneField(WorkOrder, models.PROTECT, primary_key=True)
    decided_by = models.TextField()
    day = models.DateField()
    reason = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "police_report"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.order_id} {self.day}"
