"""Django's name for the package that owns the tables."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The only application with migrations."""

    name = "reskontra.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
