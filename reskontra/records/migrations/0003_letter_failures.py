"""A letter that could not be made is noted as failed, once a day, and may still leave."""

from django.db import migrations, models

GONE = models.Q(state__in=("printed", "stopped"))
KNOWN = models.Q(state__in=("printed", "stopped", "failed"))


class Migration(migrations.Migration):
    """The states of a letter, and how often each may come."""

    dependencies = [("records", "0002_roles")]

    operations = [
        migrations.RemoveConstraint("letterevent", "letter_state_once"),
        migrations.RemoveConstraint("letterevent", "letter_state_known"),
        migrations.AddConstraint(
            "letterevent",
            models.CheckConstraint(name="letter_state_known", condition=KNOWN),
        ),
        migrations.AddConstraint(
            "letterevent",
            models.UniqueConstraint(name="letter_gone_once", fields=["letter"], condition=GONE),
        ),
        migrations.AddConstraint(
            "letterevent",
            models.UniqueConstraint(
                name="letter_failed_once_a_day",
                fields=["letter", "day"],
                condition=models.Q(state="failed"),
            ),
        ),
    ]
