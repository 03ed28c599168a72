"""The app `api`."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The app `api` of Klaar."""

    name = "klaar.web.api"
    label = "api"

    def ready(self) -> None:
        """From now on changes are told to the webhooks that people set."""
        from klaar.web.api.hooks import watch  # noqa: PLC0415

        watch.begin()
