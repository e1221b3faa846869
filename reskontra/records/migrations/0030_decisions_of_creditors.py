"""A decision may be about a creditor's doings, as a night or an agency's message: about no party."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0029_representatives")]
    operations = [
        migrations.AlterField(
            model_name="decision",
            name="party",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
    ]
