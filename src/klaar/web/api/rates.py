"""How often a key may be used: a window of fixed length, counted in the cache that all processes share."""

import time
from typing import NamedTuple

from django.core.cache import cache

from klaar.web.api.problems import Wrong


class Rate(NamedTuple):
    """So many `times` in so many `seconds`."""

    times: int
    seconds: int


REQUESTS = Rate(600, 300)
"""Of one key: two a second, over five minutes."""
UPLOADS = Rate(60, 3600)
"""Of one key."""
WORDS = Rate(300, 3600)
"""Questions, answers and notes of one key."""
GUESSES = Rate(60, 600)
"""Wrong keys from one address."""


def count(what: str, who: object, rate: Rate) -> dict[str, str]:
    """Count one use; gives the headers that say how many are left, raises `Wrong` ("too_many") after the last."""
    now = int(time.time())
    window, into = divmod(now, rate.seconds)
    used = _counted(f"api:{what}:{who}:{window}", rate.seconds)
    told = {
        "RateLimit-Limit": str(rate.times),
        "RateLimit-Remaining": str(max(rate.times - used, 0)),
        "RateLimit-Reset": str(rate.seconds - into),
    }
    if used > rate.times:
        raise Wrong("too_many", {**told, "Retry-After": told["RateLimit-Reset"]})
    return told


def _counted(key: str, seconds: int) -> int:
    if cache.add(key, 1, seconds):
        return 1
    try:
        used = cache.incr(key)
    except ValueError:
        return 1
    cache.touch(key, seconds)
    return used
