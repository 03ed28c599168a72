"""The mail server as one address: smtp://name:password@mail.example.org:587/?tls."""

from urllib.parse import unquote, urlsplit

_BACKENDS = "django.core.mail.backends"


def mail_settings(address: str) -> dict[str, object]:
    """Django's settings for `address`: smtp:// (with STARTTLS at port 587), smtps://, console: or "" (none)."""
    if not address:
        return {"EMAIL_BACKEND": f"{_BACKENDS}.dummy.EmailBackend"}
    parts = urlsplit(address)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{_BACKENDS}.console.EmailBackend"}
    port = parts.port or (465 if parts.scheme == "smtps" else 587)
    return {
        "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and port == 587,
        "EMAIL_TIMEOUT": 20,
    }
