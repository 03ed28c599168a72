"""The app `dates`."""

from django.apps import AppConfig


class DatesConfig(AppConfig):
    """The app `dates` of Klaar."""

    name = "klaar.web.dates"
    label = "dates"
