"""The app `jobs`."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The app `jobs` of Klaar."""

    name = "klaar.web.jobs"
    label = "jobs"
