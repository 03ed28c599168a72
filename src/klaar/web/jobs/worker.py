"""The thread of `klaar serve` that does the readings; several processes share them."""

import logging
import threading

from django.db import close_old_connections

from klaar.web.jobs.run import run_waiting

_PAUSE = 2.0
_log = logging.getLogger(__name__)
_wake = threading.Event()


def wake() -> None:
    """Something waits: look now instead of in two seconds."""
    _wake.set()


def start_worker() -> threading.Thread:
    """Start the thread; it ends with the process."""
    thread = threading.Thread(target=_work, name="klaar-readings", daemon=True)
    thread.start()
    return thread


def _work() -> None:
    while True:
        try:
            run_waiting()
        except Exception:
            _log.exception("reading failed; it is tried again")
        close_old_connections()
        _wake.wait(_PAUSE)
        _wake.clear()
