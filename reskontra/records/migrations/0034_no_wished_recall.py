"""What an agency owns is never asked back, so there is no word for that any more."""

from django.db import migrations, models

HAPPENINGS = (
    "prepared",
    "sent",
    "registered",
    "told",
    "recall_asked",
    "recall_sent",
    "demand",
    "step",
    "assessment",
    "cost",
    "payment",
    "taken_back",
    "state",
    "closed",
)


class Migration(migrations.Migration):
    """The happenings of a hand-over, one fewer; no row has ever had it."""

    dependencies = [("records", "0033_water")]

    operations = [
        migrations.RemoveConstraint("handoverevent", "handover_event_known"),
        migrations.AddConstraint(
            "handoverevent",
            models.CheckConstraint(
                name="handover_event_known",
                condition=models.Q(("kind__in", list(HAPPENINGS))),
            ),
        ),
    ]
