"""The module that Django looks for in a database backend.

Example: `connections["default"].cursor()` opens a connection. When nobody answers, the server of
the data folder is started and the connection is opened once more.

The one rule: the server is looked after only when a connection failed; a running one costs nothing.
"""

from __future__ import annotations

from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base

from reskontra.config import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL, started on demand."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> psycopg.Connection[Any]:
        """Open a connection; start the server of the data folder first if nobody answers."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            server.ensure_running(data=settings.RESKONTRA_DATA)
        return super().get_new_connection(conn_params)

    def stop_server(self) -> bool:
        """Stop the server of the data folder; false when none was running."""
        return server.stop(data=settings.RESKONTRA_DATA)
