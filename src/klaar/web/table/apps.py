"""The app `table`."""

from django.apps import AppConfig


class TableConfig(AppConfig):
    """The app `table` of Klaar."""

    name = "klaar.web.table"
    label = "table"
