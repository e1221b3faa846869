"""Who looked at whose data."""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.party import Party


class SearchRecord(models.Model):
    """One search among everybody by somebody of the office: by what, why, and how many it found."""

    actor = models.TextField()
    role = models.TextField()
    purpose = models.TextField()
    sought_by = models.TextField()
    """`identity`, `number` or `name`: what was written."""
    words = models.TextField()
    """The name or the number; never an identity number."""
    found = models.IntegerField()
    searched_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "search_record"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.actor} {self.searched_at}"


class AccessRecord(models.Model):
    """One look at a party's data by somebody else, with its purpose."""

    party = models.ForeignKey(Party, models.PROTECT)
    actor = models.TextField()
    role = models.TextField(db_default="")
    """As what they looked, as `case_officer`; empty for one who looked from a terminal."""
    purpose = models.TextField()
    what = models.TextField()
    looked_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "access_record"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.actor} {self.looked_at}"
