"""Brings the database's schema up to date before a verb works on it.

Example: after an upgrade, the first `reskontra nightly` applies the new migrations, then runs.

The one rule: only the owner's connection changes the schema, and only one process at a time.
"""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from reskontra.domain.refusal import Refused

OWNER = "owner"
ADVISORY_LOCK = 7_267_661_001
"""Any number that nobody else locks; see PostgreSQL's pg_advisory_lock."""


class DatabaseUnreachable(Refused):
    """The database does not answer: {problem}"""

    swedish = "Databasen svarar inte: {problem}"


def bring_up_to_date() -> tuple[str, ...]:
    """Apply the migrations that the database lacks and return their names, oldest first.

    Refuses with `DatabaseUnreachable` when the database that DATABASE_URL names does not answer.
    """
    connection = connections[OWNER]
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise DatabaseUnreachable(problem=str(error).strip()) from error
    if not missing():
        return ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
        try:
            names = missing()
            call_command("migrate", database=OWNER, verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
    connections.close_all()
    return names


def missing() -> tuple[str, ...]:
    """The names of the migrations that the database lacks, oldest first."""
    executor = MigrationExecutor(connections[OWNER])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _backwards in plan)


def belongs_to_data_folder() -> bool:
    """Whether the database is the one in our data folder, and not one that DATABASE_URL names."""
    return bool(settings.DATABASE_IS_OURS)
