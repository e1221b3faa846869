"""Claims may be written down in the books: one more kind of entry, and two more ledger accounts."""

from django.db import migrations, models

KINDS = (
    "invoice",
    "interest",
    "fee",
    "late_interest",
    "payment",
    "reversal",
    "credit",
    "withdrawal",
    "write_off",
    "write_down",
)
ACCOUNTS = (
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
    "expected_loss",
    "written_down",
)


class Migration(migrations.Migration):
    """The two constraints that name them."""

    dependencies = [("records", "0004_language")]

    operations = [
        migrations.RemoveConstraint("entry", "entry_kind_known"),
        migrations.AddConstraint(
            "entry",
            models.CheckConstraint(
                name="entry_kind_known", condition=models.Q(("kind__in", list(KINDS)))
            ),
        ),
        migrations.RemoveConstraint("entry", "entry_accounts_known"),
        migrations.AddConstraint(
            "entry",
            models.CheckConstraint(
                name="entry_accounts_known",
                condition=models.Q(
                    ("credit__in", list(ACCOUNTS)),
                    ("debit__in", list(ACCOUNTS)),
                ),
            ),
        ),
    ]
