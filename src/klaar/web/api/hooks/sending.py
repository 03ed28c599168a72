"""Sending one event: to the address that was looked at, with a limit of time, following nothing."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Mapping

from klaar.web.api.hooks.networks import Target

_SECONDS = 10
_WHOLE = 20


class _Pinned(http.client.HTTPSConnection):
    """A connection to a known address under the name it has; the certificate must be of that name."""

    def __init__(self, target: Target, context: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=_SECONDS, context=context)
        self._target, self._trust = target, context

    def connect(self) -> None:
        """Connect to the address, and not to what the name may mean by now."""
        self.sock = socket.create_connection((self._target.address, self._target.port), _SECONDS)
        self.sock = self._trust.wrap_socket(self.sock, server_hostname=self._target.host)


def trust() -> ssl.SSLContext:
    """The certificates that this machine trusts."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def post(target: Target, body: bytes, headers: Mapping[str, str]) -> int:
    """Send, and give the status of the answer; what else is in it is not read. Raises `OSError`."""
    connection = _Pinned(target, trust())
    timer = threading.Timer(_WHOLE, _shut, [connection])
    timer.start()
    try:
        connection.request("POST", target.path, body, dict(headers))
        return connection.getresponse().status
    except http.client.HTTPException as error:
        raise OSError(f"{type(error).__name__}") from None
    finally:
        timer.cancel()
        connection.close()


def _shut(connection: _Pinned) -> None:
    """Whoever answers a letter at a time does not keep the worker."""
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)
