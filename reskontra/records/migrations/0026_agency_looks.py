"""What lies at an agency, and what waits from it, is looked at when something has happened."""

from django.db import migrations, models

MARK = """
UPDATE claim_state s SET at_agency = true, agency_look_on = s.due_date
WHERE EXISTS (SELECT 1 FROM handover h WHERE h.invoice_id = s.invoice_id
              AND NOT EXISTS (SELECT 1 FROM handover_event
                              WHERE handover_id = h.id AND kind = 'closed'))
"""
"""What lies at an agency when this is applied is looked at once."""
WAITING = """
INSERT INTO agency_message_waiting (agency_message_id, reason, placed)
SELECT m.id, coalesce(n.reason, ''),
       EXISTS (SELECT 1 FROM handover_event e WHERE e.agency_message_id = m.id)
FROM agency_message m
LEFT JOIN LATERAL (SELECT outcome, reason FROM agency_message_note
                   WHERE agency_message_id = m.id ORDER BY id DESC LIMIT 1) n ON true
WHERE n.outcome IS NULL OR n.outcome = 'waiting'
"""
NIGHTLY = "reskontra_nightly"
RIGHTS = (
    f"GRANT UPDATE (at_agency, agency_look_on, agency_news) ON claim_state TO {NIGHTLY}",
    f"GRANT SELECT, INSERT, UPDATE ON agency_message_waiting TO {NIGHTLY}",
    "ALTER TABLE agency_message_waiting ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE agency_message_waiting FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY nightly ON agency_message_waiting TO {NIGHTLY} USING (true) WITH CHECK (true)",
)


class Migration(migrations.Migration):
    """Columns, indexes and the list of what waits, of which the portal sees nothing new."""

    dependencies = [("records", "0025_returned_letters")]

    operations = [
        migrations.AddField("claimstate", "at_agency", models.BooleanField(db_default=False)),
        migrations.AddField("claimstate", "agency_look_on", models.DateField(null=True)),
        migrations.AddField("claimstate", "agency_news", models.BigIntegerField(db_default=0)),
        migrations.AddIndex(
            "claimstate",
            models.Index(
                name="claim_state_for_agency",
                fields=["agency_look_on"],
                condition=models.Q(agency_look_on__isnull=False),
            ),
        ),
        migrations.RunSQL(MARK),
        migrations.CreateModel(
            name="AgencyMessageWaiting",
            fields=[
                (
                    "agency_message",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.agencymessage",
                    ),
                ),
                ("reason", models.TextField()),
                ("placed", models.BooleanField()),
                ("waits", models.BooleanField(db_default=True)),
            ],
            options={"db_table": "agency_message_waiting"},
        ),
        migrations.AddIndex(
            "agencymessagewaiting",
            models.Index(
                name="agency_message_that_waits",
                fields=["agency_message"],
                condition=models.Q(waits=True),
            ),
        ),
        migrations.AddIndex(
            "handoverevent",
            models.Index(
                name="handover_event_message",
                fields=["agency_message"],
                condition=models.Q(agency_message__isnull=False),
            ),
        ),
        migrations.RunSQL(list(RIGHTS)),
        migrations.RunSQL(WAITING),
    ]
