"""How a letter goes, what is laid beside it and who gets a copy; which account a bank file is of."""

import django.contrib.postgres.fields
from django.db import migrations, models

GONE = models.Q(state__in=("printed", "sent", "stopped"))
KNOWN = models.Q(state__in=("printed", "sent", "stopped", "failed"))


def _names() -> django.contrib.postgres.fields.ArrayField:
    """Names of kinds, in the order that they are given."""
    return django.contrib.postgres.fields.ArrayField(models.TextField(), default=list)


class Migration(migrations.Migration):
    """Letters so far went on paper, alone, and their bank files were of the usual account."""

    dependencies = [("records", "0006_agency")]

    operations = [
        migrations.AddField("letter", "channel", models.TextField(default="letter")),
        migrations.AddField("letter", "passed_channels", _names()),
        migrations.AddField("letter", "encloses", _names()),
        migrations.AddField("letter", "copies_to", _names()),
        migrations.AddField("bankday", "account", models.TextField(default="")),
        migrations.RemoveConstraint("letterevent", "letter_state_known"),
        migrations.RemoveConstraint("letterevent", "letter_gone_once"),
        migrations.AddConstraint(
            "letterevent",
            models.CheckConstraint(name="letter_state_known", condition=KNOWN),
        ),
        migrations.AddConstraint(
            "letterevent",
            models.UniqueConstraint(name="letter_gone_once", fields=["letter"], condition=GONE),
        ),
    ]
