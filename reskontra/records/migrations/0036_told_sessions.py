"""Sessions that a provider can end: they say by digests which sign-in they came from."""

from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"

TOLD = (
    ("told_session", models.CharField(max_length=64, default="", db_index=True)),
    ("told_subject", models.CharField(max_length=64, default="", db_index=True)),
    ("told_at", models.BigIntegerField(default=0)),
)


class Migration(migrations.Migration):
    """A table of citizens' sessions of our own instead of Django's, and the same of staff's."""

    dependencies = [("records", "0035_requests_withdrawn")]

    operations = [
        migrations.CreateModel(
            name="PortalSession",
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
                *TOLD,
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "db_table": "portal_session",
                "abstract": False,
            },
        ),
        *(migrations.AddField("officesession", name, field) for name, field in TOLD),
        migrations.RunSQL(
            [
                f"GRANT SELECT, INSERT, UPDATE, DELETE ON portal_session TO {PORTAL}",
                f"REVOKE ALL ON django_session FROM {PORTAL}",
                "DELETE FROM django_session",
            ]
        ),
    ]
