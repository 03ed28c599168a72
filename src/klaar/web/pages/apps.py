"""The app `pages`."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The app `pages` of Klaar."""

    name = "klaar.web.pages"
    label = "pages"

    def ready(self) -> None:
        """From now on every start looks whether each view has a rule."""
        import klaar.web.guard.checks  # noqa: F401, PLC0415
