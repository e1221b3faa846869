"""Who is told by e-mail that an invoice falls due, and what was sent to them.

The one rule: an address is written here alone; the rows about what was sent refer to it.
"""

from django.db import models
from django.db.models.functions import Now

from reskontra.records.models.append_only import append_only
from reskontra.records.models.invoice import Invoice
from reskontra.records.models.party import Party

NOTICE_STATES = ("handed", "sent", "failed", "refused", "stopped")
"""Handed to the mail server; taken by it; not taken, and tried again; refused for good; no longer
true before it left."""


class NoticeWish(models.Model):
    """An address, and how many days before; it holds once it has been confirmed."""

    party = models.ForeignKey(Party, models.PROTECT)
    address = models.TextField()
    days_before = models.SmallIntegerField()
    language = models.TextField()
    token = models.TextField()
    """Turns it off without signing in; the same for all wishes of a party with one address."""
    code_digest = models.TextField(default="")
    """Of the code that was sent to the address; empty when it had been confirmed before."""
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "notice_wish"
        triggers = [append_only()]
        indexes = [models.Index(name="notice_wish_token", fields=["token"])]
        constraints = [
            models.CheckConstraint(
                name="notice_days_before", condition=models.Q(days_before__range=(1, 30))
            ),
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"


class NoticeTry(models.Model):
    """A code that was tried, right or wrong."""

    wish = models.ForeignKey(NoticeWish, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "notice_try"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"try of {self.wish_id}"


class NoticeConfirmed(models.Model):
    """The address is the person's own; the latest wish that is confirmed holds."""

    wish = models.OneToOneField(NoticeWish, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT)
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "notice_confirmed"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"confirmed {self.wish_id}"


class NoticeEnded(models.Model):
    """Nothing more is sent by this wish, or by those before it."""

    wish = models.OneToOneField(NoticeWish, models.PROTECT, primary_key=True)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    by_link = models.BooleanField()
    """By the link of an e-mail, rather than signed in."""
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "notice_ended"
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"ended {self.wish_id}"


class EarlyNotice(models.Model):
    """One e-mail to one person of one night."""

    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    wish = models.ForeignKey(NoticeWish, models.PROTECT)
    day = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "early_notice"
        triggers = [append_only()]
        indexes = [models.Index(name="early_notice_day", fields=["day"])]
        constraints = [
            models.UniqueConstraint(name="early_notice_once_a_night", fields=["party", "day"]),
        ]

    def __str__(self) -> str:
        return f"early notice {self.pk}"


class EarlyNoticeClaim(models.Model):
    """An invoice that it speaks for; a person hears of an invoice and its due date once."""

    notice = models.ForeignKey(EarlyNotice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    invoice = models.ForeignKey(Invoice, models.PROTECT)
    due_date = models.DateField()

    class Meta:
        db_table = "early_notice_claim"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="early_notice_once", fields=["party", "invoice", "due_date"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id}/{self.invoice_id}"


class EarlyNoticeEvent(models.Model):
    """What became of it."""

    notice = models.ForeignKey(EarlyNotice, models.PROTECT)
    party = models.ForeignKey(Party, models.PROTECT, db_index=False)
    state = models.TextField()
    day = models.DateField()
    note = models.TextField(default="")
    """The mail server's code; never what it said, for that may name the address."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "early_notice_event"
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(
                name="early_notice_ends_once",
                fields=["notice"],
                condition=models.Q(state__in=("sent", "refused", "stopped")),
            ),
            models.CheckConstraint(
                name="early_notice_state_known", condition=models.Q(state__in=NOTICE_STATES)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.state}"
