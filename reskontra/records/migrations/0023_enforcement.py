"""In-house collection: courses, matters at the Enforcement Authority, what interrupts limitation."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
OF_PARTIES = (
    "course_proposal",
    "course_decision",
    "enforcement_case",
    "enforcement_event",
    "limitation_break",
)


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    statements = []
    for table in OF_PARTIES:
        statements += [
            f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}",
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL}"
            " USING (party_id = app_party())",
        ]
    return statements


class Migration(migrations.Migration):
    """The tables, and who may see them."""

    dependencies = [
        ("records", "0022_office_session"),
    ]

    operations = [
        migrations.CreateModel(
            name="CourseProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.TextField()),
                ("course", models.TextField()),
                ("row", models.IntegerField()),
                ("because_sv", models.TextField()),
                ("because_en", models.TextField()),
                ("day", models.DateField()),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.party",
                    ),
                ),
            ],
            options={
                "db_table": "course_proposal",
            },
        ),
        migrations.CreateModel(
            name="CourseDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("course", models.TextField()),
                ("reason", models.TextField()),
                ("decided_by", models.TextField()),
                ("day", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.party",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.courseproposal"
                    ),
                ),
            ],
            options={
                "db_table": "course_decision",
            },
        ),
        migrations.CreateModel(
            name="EnforcementCase",
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
                ("step", models.TextField()),
                ("route", models.TextField()),
                ("day", models.DateField()),
                (
                    "invoice",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.invoice",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.party",
                    ),
                ),
            ],
            options={
                "db_table": "enforcement_case",
            },
        ),
        migrations.CreateModel(
            name="EnforcementEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField()),
                ("kind", models.TextField()),
                ("day", models.DateField()),
                ("amount_ore", models.BigIntegerField(db_default=0)),
                ("case_number", models.TextField(db_default="")),
                ("text", models.TextField(db_default="")),
                ("last_entry", models.BigIntegerField(db_default=0)),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "agency_message",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.agencymessage",
                    ),
                ),
                (
                    "enforcement_case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.enforcementcase",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.party",
                    ),
                ),
            ],
            options={
                "db_table": "enforcement_event",
            },
        ),
        migrations.CreateModel(
            name="LimitationBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("cause", models.TextField()),
                ("day", models.DateField()),
                ("proof", models.TextField()),
                ("decided_by", models.TextField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.party",
                    ),
                ),
            ],
            options={
                "db_table": "limitation_break",
            },
        ),
        migrations.AddConstraint(
            model_name="courseproposal",
            constraint=models.UniqueConstraint(
                fields=("invoice", "step", "day"), name="course_proposed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="courseproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "course__in",
                        [
                            "installment_plan",
                            "enforcement_authority",
                            "agency",
                            "monitoring",
                            "write_off",
                        ],
                    )
                ),
                name="course_proposal_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="courseproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cd87439ddc6b863c32050778dc5b47de318c2177",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f5083",
                    table="course_proposal",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="coursedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "course__in",
                        [
                            "installment_plan",
                            "enforcement_authority",
                            "agency",
                            "monitoring",
                            "write_off",
                        ],
                    )
                ),
                name="course_decision_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coursedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="85ef476f1706ba3f24c0bc8ff91cb3300f258c5f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9085e",
                    table="course_decision",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcementcase",
            constraint=models.UniqueConstraint(
                fields=("invoice", "step", "day"), name="enforcement_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcementcase",
            constraint=models.CheckConstraint(
                condition=models.Q(("route__in", ["order_to_pay", "enforcement"])),
                name="enforcement_route_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enforcementcase",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a24b08f8feafa8fd03941c5acb5507c40d4d864b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0e78f",
                    table="enforcement_case",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcementevent",
            constraint=models.UniqueConstraint(
                fields=("enforcement_case", "key"), name="enforcement_event_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcementevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "prepared",
                            "sent",
                            "received",
                            "served",
                            "contested",
                            "court_asked",
                            "court_sent",
                            "transferred",
                            "verdict",
                            "assets",
                            "payment",
                            "told",
                            "withdrawal_asked",
                            "withdrawal_sent",
                            "withdrawn",
                            "ended",
                        ],
                    )
                ),
                name="enforcement_event_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enforcementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f4a4410c92a51cdd572622faa8c5bf6625cd4442",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_01b7f",
                    table="enforcement_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="limitationbreak",
            constraint=models.CheckConstraint(
                condition=models.Q(("cause__in", ["acknowledged", "demand_received"])),
                name="limitation_break_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="limitationbreak",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c45c1a2f2f92ba4f4d8c6ca20dfe06c44568db8f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e3bd5",
                    table="limitation_break",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="claimstate",
            index=models.Index(
                condition=models.Q(("open_ore__gt", 0)),
                fields=["due_date"],
                name="open_by_due_date",
            ),
        ),
        migrations.RunSQL(_rights()),
    ]
