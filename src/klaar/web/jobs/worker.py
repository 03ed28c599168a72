"""The threads of `klaar serve` that do the readings and tell webhooks; several processes share them."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections

from klaar.web.jobs.run import run_waiting

_PAUSE = 2.0
_log = logging.getLogger(__name__)
_wake = threading.Event()


def wake() -> None:
    """Something waits: look now instead of in two seconds."""
    _wake.set()


def start_worker() -> threading.Thread:
    """Start the threads, which end with the process; gives that of the readings. A slow webhook holds up no reading."""
    from klaar.web.api.hooks.queue import deliver_waiting  # noqa: PLC0415

    _start("klaar-webhooks", deliver_waiting)
    return _start("klaar-readings", run_waiting)


def _start(name: str, work: Callable[[], int]) -> threading.Thread:
    thread = threading.Thread(target=_work, args=[work], name=name, daemon=True)
    thread.start()
    return thread


def _work(work: Callable[[], int]) -> None:
    while True:
        try:
            work()
        except Exception:
            _log.exception("%s failed; it is tried again", threading.current_thread().name)
        close_old_connections()
        _wake.wait(_PAUSE)
        _wake.clear()
