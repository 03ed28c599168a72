"""What `klaar serve` is told by environment variables; docs/commands/serve.md explains each."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

_LOCAL = ("localhost", "127.0.0.1", "[::1]", "testserver")


class SettingError(Exception):
    """A variable with a value that cannot be meant: KLAAR_UPLOAD_MB=much."""


class Environment(NamedTuple):
    """One installation.

    `data` is the folder with the database (unless `database` is an address of PostgreSQL), the uploaded
    files and the secret key. `address` is what people type to get here ("https://klaar.example.org"), `mail`
    an smtp:// address or "" (no mail is sent), `proxies` how many proxies stand before us. `upload_mb`,
    `pages`, `read_seconds` and `read_mb` are the limits of an uploaded agreement and of its reading.
    """

    data: Path
    database: str
    secret: str
    hosts: tuple[str, ...]
    address: str
    mail: str
    mail_from: str
    sign_in: Path | None
    proxies: int
    upload_mb: int
    pages: int
    read_seconds: int
    read_mb: int

    @property
    def secure(self) -> bool:
        """Whether people come here over https, so that cookies may only travel that way."""
        return self.address.startswith("https://")


def default_data(environ: Mapping[str, str]) -> Path:
    """Where the data stand if nobody says so: ~/.local/share/klaar."""
    home = environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "klaar"


def read_environment(environ: Mapping[str, str]) -> Environment:
    """The settings in `environ`; raises `SettingError` for a number that is none."""
    data = Path(environ.get("KLAAR_DATA") or default_data(environ)).absolute()
    address = environ.get("KLAAR_ADDRESS", "").rstrip("/")
    host = urlsplit(address).hostname or ""
    extra = tuple(name for name in environ.get("KLAAR_HOSTS", "").split(",") if name)
    sign_in = environ.get("KLAAR_SIGN_IN", "")
    return Environment(
        data=data,
        database=environ.get("DATABASE_URL", ""),
        secret=environ.get("KLAAR_SECRET_KEY", "") or _kept_secret(data),
        hosts=(*_LOCAL, *((host,) if host else ()), *extra),
        address=address,
        mail=environ.get("KLAAR_MAIL", ""),
        mail_from=environ.get("KLAAR_MAIL_FROM", f"Klaar <klaar@{host or 'localhost'}>"),
        sign_in=Path(sign_in) if sign_in else None,
        proxies=_number(environ, "KLAAR_PROXIES", 0),
        upload_mb=_number(environ, "KLAAR_UPLOAD_MB", 50),
        pages=_number(environ, "KLAAR_PAGES", 2_000),
        read_seconds=_number(environ, "KLAAR_READ_SECONDS", 300),
        read_mb=_number(environ, "KLAAR_READ_MB", 1_500),
    )


def secret_file(data: Path) -> Path:
    """The file in the data folder that keeps the key with which sessions and links are signed."""
    return data / "secret.key"


def _kept_secret(data: Path) -> str:
    try:
        return secret_file(data).read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    said = environ.get(name, "")
    if not said:
        return default
    if not said.isdecimal():
        raise SettingError(f"{name}={said}: a whole number is needed")
    return int(said)
