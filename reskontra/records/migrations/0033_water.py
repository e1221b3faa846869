"""The register of water connections, the work there, and who may see which of it."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
TABLES = (
    "facility",
    "facility_fact",
    "facility_file",
    "facility_owner",
    "facility_ownership",
    "police_report",
    "water_fee",
    "water_turn",
    "work_order",
    "work_order_claim",
    "work_order_event",
    "work_order_party",
)
WITHOUT_ID = ("police_report",)
MY_ORDER = "EXISTS (SELECT 1 FROM work_order_party w WHERE w.order_id = {table}.{key})"
MY_FACILITY = "EXISTS (SELECT 1 FROM facility_owner w WHERE w.facility_id = {table}.{key})"
VISIBLE = {
    "facility": MY_FACILITY.format(table="facility", key="id"),
    "facility_fact": MY_FACILITY.format(table="facility_fact", key="facility_id"),
    "facility_ownership": MY_FACILITY.format(table="facility_ownership", key="facility_id"),
    "facility_owner": "party_id = app_party()",
    "water_fee": MY_ORDER.format(table="water_fee", key="order_id"),
    "water_turn": MY_ORDER.format(table="water_turn", key="order_id"),
    "work_order": MY_ORDER.format(table="work_order", key="id"),
    "work_order_claim": "party_id = app_party()",
    "work_order_event": MY_ORDER.format(table="work_order_event", key="order_id"),
    "work_order_party": "party_id = app_party()",
}
"""Which rows an owner sees: their own, those of facilities that they own or have owned, and the work
that was ordered while they did. Another owner is never among them, only the day of a change."""


def _rights() -> list[str]:
    statements = []
    for table in TABLES:
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
        ]
        if table not in WITHOUT_ID:
            statements.append(f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}")
    for table, rule in VISIBLE.items():
        statements += [
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL} USING ({rule})",
        ]
    return statements


class Migration(migrations.Migration):
    """The tables and their rights."""

    dependencies = [
        ("records", "0032_searches"),
    ]

    operations = [
        migrations.CreateModel(
            name="FacilityFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("day", models.DateField()),
                (
                    "received_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "facility_file",
            },
        ),
        migrations.CreateModel(
            name="FacilityOwner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.SmallIntegerField()),
                ("share_numerator", models.SmallIntegerField(null=True)),
                ("share_denominator", models.SmallIntegerField(null=True)),
            ],
            options={
                "db_table": "facility_owner",
            },
        ),
        migrations.CreateModel(
            name="FacilityOwnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField()),
            ],
            options={
                "db_table": "facility_ownership",
            },
        ),
        migrations.CreateModel(
            name="WorkOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.UUIDField(
                        db_default=models.Func(function="gen_random_uuid"), unique=True
                    ),
                ),
                ("kind", models.TextField()),
                ("day", models.DateField()),
                ("last_day", models.DateField(null=True)),
                ("reason", models.TextField()),
                ("note", models.TextField(default="")),
                ("ordered_by", models.TextField()),
                ("ordered_on", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "work_order",
            },
        ),
        migrations.CreateModel(
            name="WaterFee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("amount_ore", models.BigIntegerField()),
                ("tariff", models.TextField()),
                ("tariff_from", models.DateField()),
                ("day", models.DateField()),
            ],
            options={
                "db_table": "water_fee",
            },
        ),
        migrations.CreateModel(
            name="WaterTurn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.TextField()),
                ("day", models.DateField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "water_turn",
            },
        ),
        migrations.CreateModel(
            name="WorkOrderClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("water_ore", models.BigIntegerField()),
            ],
            options={
                "db_table": "work_order_claim",
            },
        ),
        migrations.CreateModel(
            name="WorkOrderEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("day", models.DateField()),
                ("by", models.TextField()),
                ("note", models.TextField(default="")),
                ("meter_reading", models.TextField(default="")),
                ("photo", models.TextField(default="")),
                ("photo_type", models.TextField(default="")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "work_order_event",
            },
        ),
        migrations.CreateModel(
            name="WorkOrderParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "db_table": "work_order_party",
            },
        ),
        migrations.CreateModel(
            name="Facility",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.UUIDField(
                        db_default=models.Func(function="gen_random_uuid"), unique=True
                    ),
                ),
                ("code", models.TextField()),
                (
                    "creditor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.creditor",
                    ),
                ),
            ],
            options={
                "db_table": "facility",
            },
        ),
        migrations.CreateModel(
            name="FacilityFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField()),
                ("kind", models.TextField()),
                ("tariff", models.TextField()),
                (
                    "address_lines",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.facility",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.facilityfile",
                    ),
                ),
            ],
            options={
                "db_table": "facility_fact",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="facilityfile",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9838ff18e620b0379f0fc662d574c0747bd353f5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cb862",
                    table="facility_file",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="facilityowner",
            name="facility",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.facility"
            ),
        ),
        migrations.AddField(
            model_name="facilityowner",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="facilityownership",
            name="facility",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.facility"
            ),
        ),
        migrations.AddField(
            model_name="facilityownership",
            name="file",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                to="records.facilityfile",
            ),
        ),
        migrations.AddField(
            model_name="facilityowner",
            name="ownership",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                to="records.facilityownership",
            ),
        ),
        migrations.CreateModel(
            name="PoliceReport",
            fields=[
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.workorder",
                    ),
                ),
                ("decided_by", models.TextField()),
                ("day", models.DateField()),
                ("reason", models.TextField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "police_report",
            },
        ),
        migrations.AddField(
            model_name="workorder",
            name="facility",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.facility"
            ),
        ),
        migrations.AddField(
            model_name="workorder",
            name="follows",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="records.workorder",
            ),
        ),
        migrations.AddField(
            model_name="waterfee",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="waterfee",
            name="order",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.workorder"
            ),
        ),
        migrations.AddField(
            model_name="waterfee",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="waterturn",
            name="facility",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.facility"
            ),
        ),
        migrations.AddField(
            model_name="waterturn",
            name="order",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.workorder"
            ),
        ),
        migrations.AddField(
            model_name="workorderclaim",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="workorderclaim",
            name="order",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.workorder"
            ),
        ),
        migrations.AddField(
            model_name="workorderclaim",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="workorderevent",
            name="order",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.workorder"
            ),
        ),
        migrations.AddField(
            model_name="workorderparty",
            name="order",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.workorder"
            ),
        ),
        migrations.AddField(
            model_name="workorderparty",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="facility",
            constraint=models.UniqueConstraint(fields=("creditor", "code"), name="facility_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="facility",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3894abb62df03e3e0dbfaa8e8e0983777406d222",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cd2b4",
                    table="facility",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="facilityfact",
            constraint=models.UniqueConstraint(
                fields=("facility", "first_day"), name="facility_fact_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="facilityfact",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["single_dwelling", "multi_dwelling", "business"])),
                name="facility_kind_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="facilityfact",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="da71e5814c47ebf151f5418c3a0a658a71b664c2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fe5be",
                    table="facility_fact",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="facilityownership",
            constraint=models.UniqueConstraint(
                fields=("facility", "first_day"), name="facility_ownership_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="facilityownership",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d79b2c62a13c861e0e40acd1301dfa0607f78578",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9cc0a",
                    table="facility_ownership",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="facilityowner",
            constraint=models.UniqueConstraint(
                fields=("ownership", "party"), name="facility_owner_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="facilityowner",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1aac75317401cba210db22326295447c1fb33bc2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1f4d2",
                    table="facility_owner",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policereport",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2fd84c30fa2f69dea57e14254da3bbd472a9c228",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_82dbf",
                    table="police_report",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="workorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["disconnect", "throttle", "reconnect", "inspect"])
                ),
                name="work_order_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="workorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_day__isnull", True), ("last_day__gte", models.F("day")), _connector="OR"
                ),
                name="work_order_ends_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workorder",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aa312ccbb638318d45a28652066eb59f6008cd92",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cddad",
                    table="work_order",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="waterfee",
            constraint=models.UniqueConstraint(fields=("order", "kind"), name="water_fee_once"),
        ),
        migrations.AddConstraint(
            model_name="waterfee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["disconnection", "reconnection", "unauthorized_opening"])
                ),
                name="water_fee_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="waterfee",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_ore__gt", 0)), name="water_fee_above_zero"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waterfee",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="27f886bb2cb3b6187cafe9a5c563a0613b44d729",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_92f1f",
                    table="water_fee",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="waterturn",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["on", "throttled", "off"])),
                name="water_state_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waterturn",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3761ee2e83c6630d2b236a1e03a8b5b24c5b82c9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1b611",
                    table="water_turn",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderclaim",
            constraint=models.UniqueConstraint(
                fields=("order", "invoice"), name="work_order_claim_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("water_ore__gte", 0)), name="work_order_claim_owed"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workorderclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eb2822de0321d21ab03802bdbcc13e67296a2254",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60561",
                    table="work_order_claim",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["started", "found_open", "done", "not_possible", "withdrawn"])
                ),
                name="work_event_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["done", "not_possible", "withdrawn"])),
                fields=("order",),
                name="work_order_ends_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderevent",
            constraint=models.UniqueConstraint(
                fields=("order", "kind", "day"), name="work_event_once_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workorderevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3910a37948f88a907f718d594fbf24ab38dab9e2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7dbad",
                    table="work_order_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="workorderparty",
            constraint=models.UniqueConstraint(
                fields=("order", "party"), name="work_order_party_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workorderparty",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e3e181d2574beff1520038edf8f35398cb87b686",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7c36f",
                    table="work_order_party",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(_rights()),
    ]
