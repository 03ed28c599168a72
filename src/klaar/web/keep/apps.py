"""The app `keep`."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate


class KeepConfig(AppConfig):
    """The app `keep` of Klaar."""

    name = "klaar.web.keep"
    label = "keep"

    def ready(self) -> None:
        """An agreement that is deleted for good takes its evidence along; the database itself guards events."""
        from klaar.web.keep.chain.frozen import freeze  # noqa: PLC0415
        from klaar.web.keep.evidence import forget_evidence  # noqa: PLC0415

        post_delete.connect(forget_evidence, sender="store.Agreement", dispatch_uid="klaar.keep.evidence")
        post_migrate.connect(freeze, sender=self, dispatch_uid="klaar.keep.freeze")
