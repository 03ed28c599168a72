"""Over a real connection: the name of the address in the certificate and in the request, and no redirect followed."""

import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from klaar.web.api.hooks import sending
from klaar.web.api.hooks.networks import Target


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A file with a key and a certificate for hooks.example.org."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "hooks.example.org")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("hooks.example.org")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem)
    )
    return file


@pytest.fixture
def server(certificate, monkeypatch):
    """A server on this machine that keeps what it gets; its port and what it got."""
    got = []

    class Keep(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((self.path, self.headers["Host"], body))
            while self.path == "/slow":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX: "[:1])
                time.sleep(0.05)
            self.send_response(307 if self.path == "/moved" else 202)
            self.send_header("Location", "https://elsewhere.example.org/")
            self.end_headers()

        def log_message(self, *args):
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Keep)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listening.socket = context.wrap_socket(listening.socket, server_side=True)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    monkeypatch.setattr(sending, "trust", lambda: ssl.create_default_context(cafile=certificate))
    yield listening.server_port, got
    listening.shutdown()
    listening.server_close()


def test_it_goes_to_the_address_under_its_name(server):
    port, got = server
    target = Target("hooks.example.org", port, "/in?tap=1", "127.0.0.1")
    assert sending.post(target, b'{"id": "1"}', {"Content-Type": "application/json"}) == 202
    assert got == [("/in?tap=1", f"hooks.example.org:{port}", b'{"id": "1"}')]


def test_a_redirect_is_not_followed(server):
    port, got = server
    assert sending.post(Target("hooks.example.org", port, "/moved", "127.0.0.1"), b"{}", {}) == 307
    assert len(got) == 1


def test_a_certificate_of_another_name_gets_nothing(server):
    port, got = server
    with pytest.raises(OSError, match="certificate"):
        sending.post(Target("other.example.org", port, "/", "127.0.0.1"), b"{}", {})
    assert got == []


def test_without_trust_nothing_is_sent(server, monkeypatch):
    port, got = server
    monkeypatch.undo()
    with pytest.raises(ssl.SSLError):
        sending.post(Target("hooks.example.org", port, "/", "127.0.0.1"), b"{}", {})
    assert got == []
    assert sending.trust().minimum_version == ssl.TLSVersion.TLSv1_2


def test_who_answers_a_letter_at_a_time_is_left(server, monkeypatch):
    port, _ = server
    monkeypatch.setattr(sending, "_WHOLE", 0.3)
    with pytest.raises(OSError):  # noqa: PT011
        sending.post(Target("hooks.example.org", port, "/slow", "127.0.0.1"), b"{}", {})
