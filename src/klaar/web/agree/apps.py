"""The app `agree`."""

from django.apps import AppConfig


class AgreeConfig(AppConfig):
    """The app `agree` of Klaar."""

    name = "klaar.web.agree"
    label = "agree"
