"""The app `api`."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The app `api` of Klaar."""

    name = "klaar.web.api"
    label = "api"
