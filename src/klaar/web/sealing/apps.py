"""The app `sealing`."""

from django.apps import AppConfig


class SealingConfig(AppConfig):
    """The app `sealing` of Klaar."""

    name = "klaar.web.sealing"
    label = "sealing"
