"""Who owes: a person, an organization or an estate."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from reskontra.domain.party import PartyKind


class Party(models.Model):
    """One recipient of invoices. Name and address follow the latest invoice file."""

    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    identity_number = models.TextField(unique=True)
    """Twelve digits for a person, ten for an organization. Never in an address or a log."""
    kind = models.TextField()
    name = models.TextField()
    address_lines = ArrayField(models.TextField())
    language = models.TextField(default="sv")
    protected_identity = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "party"
        constraints = [
            models.CheckConstraint(
                name="party_kind_known",
                condition=models.Q(kind__in=[kind.value for kind in PartyKind]),
            ),
        ]

    def __str__(self) -> str:
        return f"party {self.pk}"
