"""A hold may be of a part of an invoice, and a part may be billed apart."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The amount that is held, what was upheld of it, and the invoice that it moved to."""

    dependencies = [("records", "0014_channels")]

    operations = [
        migrations.AddField("hold", "amount_ore", models.BigIntegerField(null=True)),
        migrations.AddConstraint(
            "hold",
            models.CheckConstraint(
                name="hold_of_a_part",
                condition=models.Q(("amount_ore__isnull", True))
                | models.Q(
                    ("amount_ore__gt", 0),
                    ("invoice__isnull", False),
                    ("last_day__isnull", True),
                ),
            ),
        ),
        migrations.AddField("holdlifted", "upheld_ore", models.BigIntegerField(null=True)),
        migrations.AddConstraint(
            "holdlifted",
            models.CheckConstraint(
                name="upheld_not_below_zero",
                condition=models.Q(("upheld_ore__isnull", True)) | models.Q(("upheld_ore__gte", 0)),
            ),
        ),
        migrations.AddField(
            "invoice",
            "part_of_hold",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="part_invoice",
                to="records.hold",
            ),
        ),
    ]
