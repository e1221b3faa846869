"""Whoever has a protected identity has a dated hold that says so."""

from django.db import migrations, models

HOLDS = """
    INSERT INTO hold (party_id, kind, first_day, reason, decided_by)
    SELECT id, 'protected_identity', created_at::date, 'known before holds said so', 'invoice file'
    FROM party WHERE protected_identity AND NOT EXISTS (
        SELECT 1 FROM hold WHERE party_id = party.id AND kind = 'protected_identity'
        AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = hold.id))
"""
BY_PERSONS = """
    UPDATE party SET protected_identity = true
    WHERE id IN (SELECT party_id FROM hold WHERE kind = 'protected_identity'
                 AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = hold.id))
"""


class Migration(migrations.Migration):
    """From what files have said, and what persons have."""

    dependencies = [("records", "0017_undo")]

    operations = [
        migrations.AlterField(
            "party", "protected_identity", models.BooleanField(default=False, db_default=False)
        ),
        migrations.RunSQL([HOLDS, BY_PERSONS], migrations.RunSQL.noop),
    ]
