"""A mail server that keeps what it is given, for the tests."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

_OK = b"250 fine\r\n"


class MailServer(socketserver.ThreadingTCPServer):
    """Accepts every mail once it came whole; `refuse` (a reply) says no to every receiver.

    With `mute` it keeps the mail and hangs up without a word.
    """

    allow_reuse_address = daemon_threads = True

    def __init__(self, refuse: bytes = b"", mute: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.refuse, self.mute = refuse, mute
        self.letters: list[Message] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing is said of a sender that dies."""

    @property
    def address(self) -> str:
        """As KLAAR_MAIL names it."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def to(self, mail: str) -> list[EmailMessage]:
        """The letters to an address."""
        return [each for each in self.letters if isinstance(each, EmailMessage) and mail in str(each["To"])]


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            if word == b"RCPT" and self.server.refuse:
                self.wfile.write(self.server.refuse)
            elif word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                if not self._data():
                    return
            else:
                self.wfile.write(_OK)

    def _data(self) -> bool:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                self.server.letters.append(message_from_bytes(b"".join(lines), policy=default))
                if self.server.mute:
                    return False
                self.wfile.write(_OK)
                return True
            lines.append(line[line.startswith(b".") :])
        return False


@contextmanager
def mail_server(refuse: bytes = b"", mute: bool = False) -> Iterator[MailServer]:
    """A mail server on this machine, for as long as it is needed."""
    with MailServer(refuse, mute) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()
