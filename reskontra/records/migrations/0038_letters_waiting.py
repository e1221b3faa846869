"""Which letters wait is a list of its own, so that nobody looks through all that were ever sent."""

import django.db.models.deletion
from django.db import migrations, models

NIGHTLY = "reskontra_nightly"
WAITING = """
INSERT INTO letter_waiting (letter_id, waits)
SELECT l.id, NOT EXISTS (SELECT 1 FROM letter_event e WHERE e.letter_id = l.id
                         AND e.state IN ('printed', 'sent', 'stopped'))
FROM letter l WHERE l.sent_to_print
"""
RIGHTS = (
    f"GRANT SELECT, INSERT, UPDATE ON letter_waiting TO {NIGHTLY}",
    "ALTER TABLE letter_waiting ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE letter_waiting FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY nightly ON letter_waiting TO {NIGHTLY} USING (true) WITH CHECK (true)",
)


class Migration(migrations.Migration):
    """The list, with what waits when this is applied; the portal sees nothing of it."""

    dependencies = [("records", "0037_early_notices")]

    operations = [
        migrations.CreateModel(
            name="LetterWaiting",
            fields=[
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.letter",
                    ),
                ),
                ("waits", models.BooleanField(db_default=True)),
            ],
            options={"db_table": "letter_waiting"},
        ),
        migrations.AddIndex(
            model_name="letterwaiting",
            index=models.Index(
                name="letter_that_waits",
                fields=["letter"],
                condition=models.Q(waits=True),
            ),
        ),
        migrations.RunSQL(WAITING),
        *(migrations.RunSQL(each) for each in RIGHTS),
    ]
