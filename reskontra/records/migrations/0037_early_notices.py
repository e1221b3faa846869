"""Notices by e-mail before the due date: what people have chosen, and what was sent."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
WITH_ID = ("early_notice", "early_notice_claim", "early_notice_event", "notice_try", "notice_wish")
WITHOUT_ID = ("notice_confirmed", "notice_ended")
OWN_WISH = (
    "party_id = app_party() AND EXISTS (SELECT 1 FROM notice_wish w"
    " WHERE w.id = wish_id AND w.party_id = app_party())"
)
ADDED = {
    "notice_wish": "party_id = app_party()",
    "notice_try": OWN_WISH,
    "notice_confirmed": OWN_WISH,
    "notice_ended": OWN_WISH,
}
"""What a citizen adds, of their own alone."""
NAMED_BY_LINK = "nullif(current_setting('app.notice', true), '')"
"""What the link of an e-mail names: it shows its own wishes, and may end them."""


def _rights() -> list[str]:
    statements = []
    for table in (*WITH_ID, *WITHOUT_ID):
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL}"
            " USING (party_id = app_party())",
        ]
    statements += [f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}" for table in WITH_ID]
    for table, rule in ADDED.items():
        statements += [
            f"GRANT INSERT ON {table} TO {PORTAL}",
            f"CREATE POLICY portal_adds ON {table} FOR INSERT TO {PORTAL} WITH CHECK ({rule})",
        ]
    return [
        *statements,
        f"GRANT USAGE ON notice_wish_id_seq, notice_try_id_seq TO {PORTAL}",
        f"CREATE POLICY by_token ON notice_wish FOR SELECT TO {PORTAL} USING (token = {NAMED_BY_LINK})",
        f"CREATE POLICY by_token ON notice_ended FOR INSERT TO {PORTAL} WITH CHECK (by_link"
        " AND EXISTS (SELECT 1 FROM notice_wish w WHERE w.id = wish_id"
        f" AND w.party_id = notice_ended.party_id AND w.token = {NAMED_BY_LINK}))",
    ]


class Migration(migrations.Migration):
    """The tables and their rights."""

    dependencies = [
        ("records", "0036_told_sessions"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoticeWish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.TextField()),
                ("days_before", models.SmallIntegerField()),
                ("language", models.TextField()),
                ("token", models.TextField()),
                ("code_digest", models.TextField(default="")),
                ("day", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.party"
                    ),
                ),
            ],
            options={
                "db_table": "notice_wish",
            },
        ),
        migrations.CreateModel(
            name="EarlyNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
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
                    "wish",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.noticewish"
                    ),
                ),
            ],
            options={
                "db_table": "early_notice",
            },
        ),
        migrations.CreateModel(
            name="EarlyNoticeEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.TextField()),
                ("day", models.DateField()),
                ("note", models.TextField(default="")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.earlynotice"
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
                "db_table": "early_notice_event",
            },
        ),
        migrations.CreateModel(
            name="NoticeConfirmed",
            fields=[
                (
                    "wish",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.noticewish",
                    ),
                ),
                ("day", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "notice_confirmed",
            },
        ),
        migrations.CreateModel(
            name="NoticeEnded",
            fields=[
                (
                    "wish",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.noticewish",
                    ),
                ),
                ("by_link", models.BooleanField()),
                ("day", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "notice_ended",
            },
        ),
        migrations.CreateModel(
            name="NoticeTry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
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
                    "wish",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.noticewish"
                    ),
                ),
            ],
            options={
                "db_table": "notice_try",
            },
        ),
        migrations.CreateModel(
            name="EarlyNoticeClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_date", models.DateField()),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="records.earlynotice"
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
                "db_table": "early_notice_claim",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("party", "invoice", "due_date"), name="early_notice_once"
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earlynoticeclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="324e809452cbc8e574c77f956108bb391c217e8b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2342c",
                    table="early_notice_claim",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="earlynoticeevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("sent", "refused", "stopped"))),
                fields=("notice",),
                name="early_notice_ends_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlynoticeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ("handed", "sent", "failed", "refused", "stopped"))
                ),
                name="early_notice_state_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earlynoticeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d8a3170df222ef2f3f216802b73cc5a55fb0309f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_91f60",
                    table="early_notice_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="noticeconfirmed",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="noticeended",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddIndex(
            model_name="noticewish",
            index=models.Index(fields=["token"], name="notice_wish_token"),
        ),
        migrations.AddConstraint(
            model_name="noticewish",
            constraint=models.CheckConstraint(
                condition=models.Q(("days_before__range", (1, 30))), name="notice_days_before"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticewish",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2c9484f5453bb6a30a7f43538f9bc760b65a4b57",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ecfc0",
                    table="notice_wish",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="earlynotice",
            index=models.Index(fields=["day"], name="early_notice_day"),
        ),
        migrations.AddConstraint(
            model_name="earlynotice",
            constraint=models.UniqueConstraint(
                fields=("party", "day"), name="early_notice_once_a_night"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earlynotice",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="832b0627956803dc1aa74523dbf6efb63844ebf1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cf5b6",
                    table="early_notice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticetry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e0612ae0656914fe66d4f60a1c6d01ca1ec9135b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c1863",
                    table="notice_try",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticeconfirmed",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fdb438a6043dce19973839a930dabb0a16ebe831",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8308",
                    table="notice_confirmed",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticeended",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3582099017dda469c8712f24badaa1cd042b2095",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6c0a8",
                    table="notice_ended",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(_rights()),
    ]
