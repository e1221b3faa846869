"""Who stands for a party: guardians, an administrator, a proxy; and who a letter went to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.letter import Letter
from reskontra.records.models.party import Party


class Representative(models.Model):
    """Somebody stands for the party from a day on. What the party itself may see of it."""

    party = models.ForeignKey(Party, models.PROTECT)
    kind = models.TextField()
    """A representative of kinds.yaml."""
    instead = models.BooleanField()
    """Gets the letters instead of the party, as the rules said when it was registered."""
    name = models.TextField()
    """Empty when the identity is protected."""
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "representative"
        triggers = [append_only()]
        constraints = [
            models.CheckConstraint(
                name="representative_lasts",
                condition=models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.kind}"


class RepresentativeAddress(models.Model):
    """Where the letters of a representative go: for those who send them, and nobody else."""

    representative = models.OneToOneField(Representative, models.PROTECT, primary_key=True)
    name = models.TextField()
    address_lines = ArrayField(models.TextField())
    protected = models.BooleanField()
    """Nobody is told where it is."""

    class Meta:
        db_table = "representative_address"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.representative_id}"


class RepresentativeEnded(models.Model):
    """Somebody no longer stands for the party; `last_day` was the last."""

    representative = models.OneToOneField(Representative, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    last_day = models.DateField()
    reason = models.TextField()
    decided_by = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "representative_ended"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.representative_id} {self.last_day}"


class LetterReader(models.Model):
    """Who gets a letter besides its party, or instead of it: the first at position 0."""

    letter = models.ForeignKey(Letter, models.PROTECT, db_index=False)
    position = models.SmallIntegerField()
    """0 is the one that the letter itself is addressed to; the others get one beside it."""
    representative = models.ForeignKey(Representative, models.PROTECT, db_index=False)
    instead = models.BooleanField()
    """The letter itself, and not a copy for information."""
    name = models.TextField()
    address_lines = ArrayField(models.TextField())
    protected = models.BooleanField()

    class Meta:
        db_table = "letter_reader"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(name="letter_reader_once", fields=["letter", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}/{self.position}"
