"""The app `store`."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The app `store` of Klaar."""

    name = "klaar.web.store"
    label = "store"
