"""How often something may be tried: signing in is limited by allauth, links and uploads here."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from klaar.web.guard.refusals import Refusal


def limit(request: HttpRequest, what: str, times: int, seconds: int) -> None:
    """Count one try of `what` from this address; raises `Refusal` after `times` in `seconds`."""
    window = int(time.time() // seconds)
    key = f"rate:{what}:{get_adapter(request).get_client_ip(request)}:{window}"
    if cache.add(key, 1, seconds):
        return
    try:
        tries = cache.incr(key)
    except ValueError:
        tries = 1
    if tries > times:
        raise Refusal("too_many")
