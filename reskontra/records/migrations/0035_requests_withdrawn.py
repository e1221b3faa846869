"""A citizen may withdraw what they have asked for, and then ask anew on the same day."""

from django.db import migrations, models

PORTAL = "reskontra_portal"
OUTCOMES = ("granted", "declined", "withdrawn")
RIGHTS = (
    f"GRANT INSERT ON request_answer TO {PORTAL}",
    f"CREATE POLICY portal_withdraws ON request_answer FOR INSERT TO {PORTAL} WITH CHECK ("
    "party_id = app_party() AND outcome = 'withdrawn' AND reason = ''"
    " AND decided_by = 'self_service' AND EXISTS (SELECT 1 FROM request"
    " WHERE request.id = request_id AND request.party_id = app_party()))",
)
"""The one answer that a citizen gives is that they no longer ask."""


class Migration(migrations.Migration):
    """One more outcome, and how many were withdrawn that day before."""

    dependencies = [("records", "0034_no_wished_recall")]

    operations = [
        migrations.AddField("request", "again", models.SmallIntegerField(db_default=0)),
        migrations.RemoveConstraint("request", "request_once_a_day"),
        migrations.AddConstraint(
            "request",
            models.UniqueConstraint(
                name="request_once_a_day", fields=("invoice", "kind", "day", "again")
            ),
        ),
        migrations.RemoveConstraint("requestanswer", "request_outcome_known"),
        migrations.AddConstraint(
            "requestanswer",
            models.CheckConstraint(
                name="request_outcome_known", condition=models.Q(outcome__in=list(OUTCOMES))
            ),
        ),
        migrations.RunSQL(RIGHTS),
    ]
