"""A Django database backend that starts our own PostgreSQL when it is first needed.

Example: `ENGINE: "reskontra.config.postgres"`, and the first query starts the server.

The one rule: it differs from Django's own backend in how a connection is opened, in nothing else.
"""
