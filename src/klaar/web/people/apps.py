"""The app `people`."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app `people` of Klaar."""

    name = "klaar.web.people"
    label = "people"
