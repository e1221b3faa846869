"""An index, so that finding what is too much costs what is found and not what is booked."""

from django.db import migrations


class Migration(migrations.Migration):
    """Over the few entries that concern the account."""

    dependencies = [("records", "0023_enforcement")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX entry_overpaid ON entry (invoice_id)"
            " WHERE credit = 'overpaid' OR debit = 'overpaid'"
        )
    ]
