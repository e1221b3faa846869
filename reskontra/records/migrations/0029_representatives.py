"""Who stands for a party, who does no longer, and who a letter went to."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
PROTECT = django.db.models.deletion.PROTECT
SEEN = ("representative", "representative_ended")
"""What a party may see of those who stand for it; where their letters go is for staff alone."""
HIDDEN = ("representative_address", "letter_reader")


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    statements = []
    for table in (*SEEN, *HIDDEN):
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
        ]
    for table in SEEN:
        statements += [
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL}"
            " USING (party_id = app_party())",
        ]
    return [
        *statements,
        f"GRANT USAGE ON representative_id_seq, letter_reader_id_seq TO {NIGHTLY}",
    ]


def _append_only(
    model: str, table: str, *, digest: str, pgid: str
) -> pgtrigger.migrations.AddTrigger:
    sql = pgtrigger.compiler.UpsertTriggerSql(
        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table',"
        " TG_TABLE_NAME;",
        hash=digest,
        operation="UPDATE OR DELETE",
        pgid=pgid,
        table=table,
        when="BEFORE",
    )
    trigger = pgtrigger.compiler.Trigger(name="append_only", sql=sql)
    return pgtrigger.migrations.AddTrigger(model_name=model, trigger=trigger)


def _key() -> tuple[str, models.BigAutoField]:
    field = models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )
    return ("id", field)


def _to(model: str, **options: bool) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, to=f"records.{model}", **options)


def _only() -> models.OneToOneField:
    return models.OneToOneField(
        on_delete=PROTECT, primary_key=True, serialize=False, to="records.representative"
    )


def _now() -> models.DateTimeField:
    return models.DateTimeField(db_default=django.db.models.functions.datetime.Now())


def _lines() -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)


REPRESENTATIVE = migrations.CreateModel(
    name="Representative",
    fields=[
        _key(),
        ("kind", models.TextField()),
        ("instead", models.BooleanField()),
        ("name", models.TextField()),
        ("first_day", models.DateField()),
        ("last_day", models.DateField(null=True)),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("recorded_at", _now()),
        ("party", _to("party")),
    ],
    options={"db_table": "representative"},
)
ADDRESS = migrations.CreateModel(
    name="RepresentativeAddress",
    fields=[
        ("representative", _only()),
        ("name", models.TextField()),
        ("address_lines", _lines()),
        ("protected", models.BooleanField()),
    ],
    options={"db_table": "representative_address"},
)
ENDED = migrations.CreateModel(
    name="RepresentativeEnded",
    fields=[
        ("representative", _only()),
        ("last_day", models.DateField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("recorded_at", _now()),
        ("party", _to("party", db_index=False)),
    ],
    options={"db_table": "representative_ended"},
)
READER = migrations.CreateModel(
    name="LetterReader",
    fields=[
        _key(),
        ("position", models.SmallIntegerField()),
        ("instead", models.BooleanField()),
        ("name", models.TextField()),
        ("address_lines", _lines()),
        ("protected", models.BooleanField()),
        ("letter", _to("letter", db_index=False)),
        ("representative", _to("representative", db_index=False)),
    ],
    options={"db_table": "letter_reader"},
)


class Migration(migrations.Migration):
    """The tables, and who may see them."""

    dependencies = [("records", "0028_requests")]

    operations = [
        REPRESENTATIVE,
        ADDRESS,
        ENDED,
        READER,
        migrations.AddConstraint(
            "representative",
            models.CheckConstraint(
                name="representative_lasts",
                condition=models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
            ),
        ),
        migrations.AddConstraint(
            "letterreader",
            models.UniqueConstraint(name="letter_reader_once", fields=("letter", "position")),
        ),
        _append_only(
            "representative",
            "representative",
            digest="1734b3004b8b155aee4fc353d051fc690a5d35cf",
            pgid="pgtrigger_append_only_97c73",
        ),
        _append_only(
            "representativeaddress",
            "representative_address",
            digest="5d0ff4288f69088bb2e97aea4bb3ba4aeef631f6",
            pgid="pgtrigger_append_only_f6fa6",
        ),
        _append_only(
            "representativeended",
            "representative_ended",
            digest="5ca5e31da9f3e6223ec695b57c8f833c95ca66ae",
            pgid="pgtrigger_append_only_b2fde",
        ),
        _append_only(
            "letterreader",
            "letter_reader",
            digest="697a3ffaf338608e49453496f6ed202f4e1c446d",
            pgid="pgtrigger_append_only_1ec3b",
        ),
        migrations.RunSQL(_rights()),
    ]
