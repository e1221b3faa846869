"""What a claim waits for a person to find is kept by the night, so that the list is read by SQL."""

from django.db import migrations, models

# Claims that nothing would look at again are looked at in the next night, which writes their needs.
LOOK_AGAIN = """
    UPDATE claim_state SET next_look_on = current_date WHERE open_ore > 0 AND next_look_on IS NULL;
    DROP INDEX IF EXISTS claim_state_without_a_day;
    GRANT UPDATE (needs) ON claim_state TO reskontra_nightly
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0030_decisions_of_creditors")]
    operations = [
        migrations.AddField(
            model_name="claimstate", name="needs", field=models.TextField(db_default="")
        ),
        migrations.AddIndex(
            model_name="claimstate",
            index=models.Index(
                condition=models.Q(("needs", ""), _negated=True),
                fields=["due_date"],
                name="claim_state_needs",
            ),
        ),
        migrations.RunSQL(LOOK_AGAIN, migrations.RunSQL.noop),
    ]
