"""A letter may come back, and be sent again to where its recipient has moved."""

import django.db.models.deletion
from django.db import migrations, models

STATES = ("printed", "sent", "stopped", "failed", "returned")


class Migration(migrations.Migration):
    """The state of a letter that came back, and which letter is sent instead of which."""

    dependencies = [("records", "0024_overpaid_index")]

    operations = [
        migrations.AddField(
            "letter",
            "resends",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resent_as",
                to="records.letter",
            ),
        ),
        migrations.RemoveConstraint("letterevent", "letter_state_known"),
        migrations.AddConstraint(
            "letterevent",
            models.CheckConstraint(
                name="letter_state_known", condition=models.Q(("state__in", STATES))
            ),
        ),
        migrations.AddConstraint(
            "letterevent",
            models.UniqueConstraint(
                condition=models.Q(("state", "returned")),
                fields=("letter",),
                name="letter_returned_once",
            ),
        ),
    ]
