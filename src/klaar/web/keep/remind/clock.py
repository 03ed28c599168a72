"""The thread of `klaar serve` that reminds; of several processes one does a round at a time."""

import logging
import threading
from datetime import timedelta

from django.db import IntegrityError, close_old_connections, transaction
from django.db.models import Q
from django.utils import timezone

from klaar.ledger.reminders.outbox import Sending
from klaar.web.keep.models import Clock
from klaar.web.keep.remind.round import run_round

_NAME = "reminders"
_EVERY = timedelta(minutes=10)
_HELD = timedelta(minutes=30)
_PAUSE = 60.0
_log = logging.getLogger(__name__)


def start_clock() -> threading.Thread:
    """Start the thread; it ends with the process."""
    thread = threading.Thread(target=_tick, name="klaar-clock", daemon=True)
    thread.start()
    return thread


def _tick() -> None:
    pause = threading.Event()
    while True:
        try:
            tick()
        except Exception:
            _log.exception("a round of reminders failed; it is tried again")
        close_old_connections()
        pause.wait(_PAUSE)


def tick() -> bool:
    """Do a round if it is time and nobody else does; gives whether it was done."""
    return one_round(_EVERY) is not None


def one_round(every: timedelta = timedelta(0)) -> list[Sending] | None:
    """Do a round if the last is `every` ago and nobody else does one now; what became of each letter."""
    if not take_turn(every):
        return None
    try:
        return run_round()
    finally:
        Clock.objects.filter(name=_NAME).update(held_until=None, last=timezone.now())


def take_turn(every: timedelta = _EVERY) -> bool:
    """Take the clock: for whoever asks first, when the last round is long enough ago and nobody holds it."""
    now = timezone.now()
    try:
        with transaction.atomic():
            Clock.objects.get_or_create(name=_NAME)
    except IntegrityError:
        return False
    due = Q(last=None) | Q(last__lte=now - every)
    free = Q(held_until=None) | Q(held_until__lt=now)
    return bool(Clock.objects.filter(due, free, name=_NAME).update(held_until=now + _HELD))
