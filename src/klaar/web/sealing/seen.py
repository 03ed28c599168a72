"""The sha256 of the promises for a page: counted once for as long as nothing changes."""

from functools import lru_cache

from django.db.models import Count, Q, Sum

from klaar.web.sealing.hashes import promises_sha256
from klaar.web.store.models import Confirmation, Version


def seen_sha256(version: Version) -> str:
    """What `promises_sha256` gives, at the price of a look at the revisions; for showing, not for signing.

    What someone signs is compared with the hash as it is counted at that moment, so that a wrong one here
    could only make a signature be refused, once.
    """
    return _counted(version.pk, (version.made, *_stand(version)))


def count_again() -> None:
    """Show no hash that was counted before."""
    _counted.cache_clear()


def _stand(version: Version) -> tuple[object, ...]:
    """What differs whenever the signed record does: revisions only rise, and no promise is taken away."""
    counts = version.promises.aggregate(
        all=Count("pk"), standing=Count("pk", filter=Q(is_struck=False)), revisions=Sum("revision")
    )
    reserved = Confirmation.objects.filter(promise__version=version).exclude(reservation="").order_by("pk")
    return (*counts.values(), *reserved.values_list("promise", "side", "revision", "reservation"))


@lru_cache(maxsize=500)
def _counted(version: int, stand: tuple[object, ...]) -> str:
    return promises_sha256(Version.objects.get(pk=version))
