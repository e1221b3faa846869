"""Every table, its constraints, and the triggers that keep rows from being changed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AccessRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("actor", models.TextField()),
                ("purpose", models.TextField()),
                ("what", models.TextField()),
                (
                    "looked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "access_record",
            },
        ),
        migrations.CreateModel(
            name="Invoice",
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
                ("number", models.TextField()),
                ("ocr_number", models.TextField()),
                ("kind", models.TextField()),
                ("department", models.TextField()),
                (
                    "services",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("our_reference", models.TextField(default="")),
                ("invoice_date", models.DateField()),
                ("due_date", models.DateField()),
                ("total_ore", models.BigIntegerField()),
                ("pdf_digest", models.TextField(default="")),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "interest_for",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
            ],
            options={
                "db_table": "invoice",
            },
        ),
        migrations.CreateModel(
            name="Creditor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.TextField(unique=True)),
            ],
            options={
                "db_table": "creditor",
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(null=True)),
                ("reason", models.TextField()),
                ("decided_by", models.TextField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "hold",
            },
        ),
        migrations.CreateModel(
            name="InvoiceFile",
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
                "db_table": "invoice_file",
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.SmallIntegerField()),
                ("text", models.TextField()),
                ("service", models.TextField()),
                ("amount_ore", models.BigIntegerField()),
                ("vat_ore", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "invoice_line",
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                ("key", models.TextField(unique=True)),
                ("template", models.TextField()),
                ("language", models.TextField()),
                ("day", models.DateField()),
                ("pay_by", models.DateField(null=True)),
                ("total_ore", models.BigIntegerField()),
                ("ocr_number", models.TextField(default="")),
                ("sent_to_print", models.BooleanField(default=True)),
                ("data", models.TextField()),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "letter",
            },
        ),
        migrations.CreateModel(
            name="LetterClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step_taken", models.BooleanField()),
                ("open_ore", models.BigIntegerField()),
            ],
            options={
                "db_table": "letter_claim",
            },
        ),
        migrations.CreateModel(
            name="LetterEvent",
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
            ],
            options={
                "db_table": "letter_event",
            },
        ),
        migrations.CreateModel(
            name="Party",
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
                ("identity_number", models.TextField(unique=True)),
                ("kind", models.TextField()),
                ("name", models.TextField()),
                (
                    "address_lines",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("language", models.TextField(default="sv")),
                ("protected_identity", models.BooleanField(default=False)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "party",
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bank_reference", models.TextField()),
                ("amount_ore", models.BigIntegerField()),
                ("reversal", models.BooleanField(default=False)),
                ("booking_date", models.DateField()),
                ("value_date", models.DateField()),
                ("reference", models.TextField()),
                ("text", models.TextField(default="")),
                ("payer_name", models.TextField(default="")),
            ],
            options={
                "db_table": "payment",
            },
        ),
        migrations.CreateModel(
            name="PaymentFile",
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
                "db_table": "payment_file",
            },
        ),
        migrations.CreateModel(
            name="PaymentReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ocr_number", models.TextField()),
            ],
            options={
                "db_table": "payment_reference",
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("procedure", models.TextField()),
                ("file", models.TextField()),
                ("digest", models.TextField(unique=True)),
                ("text", models.TextField()),
                ("first_used_on", models.DateField()),
            ],
            options={
                "db_table": "rule",
            },
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True)),
                ("selected", models.IntegerField(default=0)),
                ("without_bank_files", models.TextField(default="")),
                (
                    "started_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "run",
            },
        ),
        migrations.CreateModel(
            name="RunFailure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("claims", models.IntegerField()),
                ("error", models.TextField()),
                ("mended", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "run_failure",
            },
        ),
        migrations.CreateModel(
            name="RunOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("outcome", models.TextField()),
                ("reason", models.TextField()),
                ("claims", models.IntegerField()),
            ],
            options={
                "db_table": "run_outcome",
            },
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.TextField()),
                ("day", models.DateField()),
                ("pay_by", models.DateField(null=True)),
            ],
            options={
                "db_table": "step_taken",
            },
        ),
        migrations.CreateModel(
            name="ClaimState",
            fields=[
                (
                    "invoice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.invoice",
                    ),
                ),
                ("due_date", models.DateField()),
                ("open_ore", models.BigIntegerField()),
                ("next_look_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "claim_state",
            },
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("day", models.DateField()),
                ("finding", models.TextField()),
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
            ],
            options={
                "db_table": "clearance",
            },
        ),
        migrations.AddField(
            model_name="invoice",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.CreateModel(
            name="BankDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notification", models.TextField()),
                ("day", models.DateField()),
                ("payment_count", models.IntegerField()),
                ("total_ore", models.BigIntegerField()),
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
                "db_table": "bank_day",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("debit", models.TextField()),
                ("credit", models.TextField()),
                ("amount_ore", models.BigIntegerField()),
                ("value_date", models.DateField()),
                ("booking_date", models.DateField()),
                ("cause", models.TextField()),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "creditor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="records.creditor",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
            ],
            options={
                "db_table": "entry",
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agency", models.TextField()),
                ("bankgiro", models.TextField()),
                ("day", models.DateField()),
                ("principal_ore", models.BigIntegerField()),
                ("fee_ore", models.BigIntegerField()),
                ("interest_ore", models.BigIntegerField()),
                (
                    "invoice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
                    ),
                ),
            ],
            options={
                "db_table": "handover",
            },
        ),
        migrations.CreateModel(
            name="HoldLifted",
            fields=[
                (
                    "hold",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.hold",
                    ),
                ),
                ("last_day", models.DateField()),
                ("reason", models.TextField()),
                ("decided_by", models.TextField()),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "hold_lifted",
            },
        ),
        migrations.AddField(
            model_name="hold",
            name="invoice",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="invoice_file",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="records.invoicefile",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invoicefile",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4ee99a6ed9f1ecee3e6dacac0d696aa52f8f5f7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_79b58",
                    table="invoice_file",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="invoiceline",
            name="invoice",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.CreateModel(
            name="LetterFile",
            fields=[
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.letter",
                    ),
                ),
                ("digest", models.TextField()),
                ("template_digest", models.TextField()),
                ("size_bytes", models.IntegerField()),
                (
                    "rendered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "letter_file",
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.AddField(
            model_name="letterclaim",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="letterclaim",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.letter"
            ),
        ),
        migrations.AddField(
            model_name="letterevent",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.letter"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["person", "organization", "estate"])),
                name="party_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="letterclaim",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="hold",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="clearance",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="accessrecord",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="payment",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="payment",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.payment"
            ),
        ),
        migrations.AddField(
            model_name="payment",
            name="payment_file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.paymentfile"
            ),
        ),
        migrations.AddField(
            model_name="bankday",
            name="payment_file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.paymentfile"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentfile",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6140b48d5de405400a3fa9914c218b1b040f7977",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3ecd9",
                    table="payment_file",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="paymentreference",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.AddField(
            model_name="paymentreference",
            name="invoice",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="paymentreference",
            name="letter",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.letter"
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.AddField(
            model_name="runfailure",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="runfailure",
            name="run",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.run"
            ),
        ),
        migrations.AddField(
            model_name="runoutcome",
            name="run",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.run"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="invoice",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="letter",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="records.letter",
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="rule",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.rule"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="run",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="records.run"),
        ),
        migrations.AddField(
            model_name="claimstate",
            name="creditor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.creditor"
            ),
        ),
        migrations.AddField(
            model_name="claimstate",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddField(
            model_name="holdlifted",
            name="party",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.UniqueConstraint(
                fields=("invoice", "position"), name="line_position_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invoiceline",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5700e0e872de4232c636466a9cf4cc6d8190f541",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_db52f",
                    table="invoice_line",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterfile",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5c33457f5026a2ee31f069b93ec7269d8bc56f18",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_51302",
                    table="letter_file",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="letterevent",
            constraint=models.UniqueConstraint(
                fields=("letter", "state"), name="letter_state_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="letterevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("printed", "stopped"))), name="letter_state_known"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4c2725cb901ef34933458556d7978a786fb2f2c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4b781",
                    table="letter_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="letterclaim",
            constraint=models.UniqueConstraint(
                fields=("letter", "invoice"), name="letter_claim_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8fc008f443a54d014513a627c01a4499113b2849",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_21353",
                    table="letter_claim",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["day"], name="letter_by_day"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8125b4694093467684feaca37468e6ce7bbe8344",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f67e8",
                    table="letter",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                fields=("creditor", "number"), name="invoice_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("total_ore__gt", 0)), name="invoice_total_above_zero"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_date__gte", models.F("invoice_date"))),
                name="invoice_due_not_before_date",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invoice",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="be813aea653678ed11252632dfafbd9f3b136c89",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b0632",
                    table="invoice",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_day__isnull", True),
                    ("last_day__gte", models.F("first_day")),
                    _connector="OR",
                ),
                name="hold_ends_after_start",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e1a8a88d14fd33f9e21d8b2f33c66d6601eed429",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e44e9",
                    table="hold",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="25b3518ed3cb0f0b63103e99474e49d82f14c426",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3b76b",
                    table="handover",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.UniqueConstraint(fields=("invoice", "kind"), name="clearance_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clearance",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cc11f6c2c5e26685d15f861e9fba96c3f3fe9e3b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8b3c6",
                    table="clearance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b7264606131b3fafb9785cf7e4c364df4939e740",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_90cb1",
                    table="access_record",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_ore__gt", 0)), name="entry_amount_above_zero"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("debit", models.F("credit")), _negated=True),
                name="entry_two_accounts",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "credit__in",
                        [
                            "receivable",
                            "fee_receivable",
                            "interest_receivable",
                            "bank",
                            "unmatched",
                            "overpaid",
                            "income",
                            "fee_income",
                            "interest_income",
                            "credited",
                            "withdrawn",
                            "written_off",
                        ],
                    ),
                    (
                        "debit__in",
                        [
                            "receivable",
                            "fee_receivable",
                            "interest_receivable",
                            "bank",
                            "unmatched",
                            "overpaid",
                            "income",
                            "fee_income",
                            "interest_income",
                            "credited",
                            "withdrawn",
                            "written_off",
                        ],
                    ),
                ),
                name="entry_accounts_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "invoice",
                            "interest",
                            "fee",
                            "payment",
                            "reversal",
                            "credit",
                            "withdrawal",
                            "write_off",
                        ],
                    )
                ),
                name="entry_kind_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b06665b920adda9e485c05cc6df21eebe95261bb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ec9f0",
                    table="entry",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                fields=("creditor", "bank_reference"), name="payment_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_ore__gt", 0)), name="payment_amount_above_zero"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a5c7d9a449bf56afcb99f9aec9f7582f7159da66",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9864f",
                    table="payment",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="bankday",
            index=models.Index(fields=["creditor", "day"], name="bank_day_latest"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankday",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4f65c659e1c4ad47e0d17fc79a081084b945afb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_07cdf",
                    table="bank_day",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentreference",
            constraint=models.UniqueConstraint(
                fields=("creditor", "ocr_number"), name="ocr_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("invoice__isnull", True), ("letter__isnull", False)),
                    models.Q(("invoice__isnull", False), ("letter__isnull", True)),
                    _connector="OR",
                ),
                name="reference_to_one_thing",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentreference",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4c819c5c745ec7136461a4cb5baa48cd1686831a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8a9ff",
                    table="payment_reference",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rule",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d7dfa7c1ccc6a998eb797f5b36a0c6282ca3d904",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6df7b",
                    table="rule",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="runfailure",
            constraint=models.UniqueConstraint(fields=("run", "party"), name="failure_once"),
        ),
        migrations.AddConstraint(
            model_name="runoutcome",
            constraint=models.UniqueConstraint(
                fields=("run", "outcome", "reason"), name="outcome_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=models.UniqueConstraint(fields=("invoice", "step"), name="step_once"),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pay_by__isnull", True), ("pay_by__gte", models.F("day")), _connector="OR"
                ),
                name="pay_by_after_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="steptaken",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1ff7d872d54b84b203c8384f4609b7a2c941cbea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a3fe1",
                    table="step_taken",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="claimstate",
            index=models.Index(
                condition=models.Q(("next_look_on__isnull", False)),
                fields=["next_look_on", "party"],
                name="claim_state_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="claimstate",
            constraint=models.CheckConstraint(
                condition=models.Q(("open_ore__gte", 0)), name="claim_never_below_zero"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holdlifted",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bb8a0b350d5371505d38890936f4bf745ed404ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2eea4",
                    table="hold_lifted",
                    when="BEFORE",
                ),
            ),
        ),
    ]
