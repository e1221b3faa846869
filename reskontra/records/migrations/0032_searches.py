"""Each search of the office is kept: who, when, why and by what, and never an identity number."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY = "reskontra_nightly"
RIGHTS = [
    f"GRANT SELECT, INSERT ON search_record TO {NIGHTLY}",
    f"GRANT USAGE ON search_record_id_seq TO {NIGHTLY}",
    "ALTER TABLE search_record ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE search_record FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY nightly ON search_record TO {NIGHTLY} USING (true) WITH CHECK (true)",
]


class Migration(migrations.Migration):
    dependencies = [("records", "0031_claims_that_need")]
    operations = [
        migrations.CreateModel(
            name="SearchRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("actor", models.TextField()),
                ("role", models.TextField()),
                ("purpose", models.TextField()),
                ("sought_by", models.TextField()),
                ("words", models.TextField()),
                ("found", models.IntegerField()),
                (
                    "searched_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={"db_table": "search_record"},
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="searchrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table',"
                    " TG_TABLE_NAME;",
                    hash="3048d1afa2cd39dd3258335c3dca7feb6e0caac2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5a11d",
                    table="search_record",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
