"""The app `take`."""

from django.apps import AppConfig


class TakeConfig(AppConfig):
    """The app `take` of Klaar."""

    name = "klaar.web.take"
    label = "take"
