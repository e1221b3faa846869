"""The sessions of staff, which only the office's database role can see."""

from django.db import migrations, models

NIGHTLY = "reskontra_nightly"


class Migration(migrations.Migration):
    """The table, and its rights."""

    dependencies = [("records", "0021_payouts")]

    operations = [
        migrations.CreateModel(
            name="OfficeSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40,
                        primary_key=True,
                        serialize=False,
                        verbose_name="session key",
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                (
                    "expire_date",
                    models.DateTimeField(db_index=True, verbose_name="expire date"),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "db_table": "office_session",
                "abstract": False,
            },
        ),
        migrations.RunSQL(f"GRANT SELECT, INSERT, UPDATE, DELETE ON office_session TO {NIGHTLY}"),
    ]
