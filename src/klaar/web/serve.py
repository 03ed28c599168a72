"""Opening the door: make the data folder and its tables, print the first link, listen."""

import os
import secrets
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from klaar.web.environment import SettingError, default_data, secret_file


class Served(NamedTuple):
    """What there is to tell: where Klaar listens, its data folder, and the first link ("" once it was used)."""

    address: str
    data: Path
    first_link: str


def prepare(data: Path | None, environ: Mapping[str, str]) -> Path:
    """Make the data folder and its secret key, and set up Django; gives the folder.

    Raises `SettingError` for a setting that makes no sense, `OSError` for a folder that cannot be written.
    """
    folder = (data or Path(environ.get("KLAAR_DATA") or default_data(environ))).absolute()
    for each in (folder, folder / "files", folder / "incoming"):
        each.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not environ.get("KLAAR_SECRET_KEY"):
        _keep_secret(secret_file(folder))
    os.environ["KLAAR_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klaar.web.settings")
    import django  # noqa: PLC0415

    django.setup()
    return folder


def _keep_secret(file: Path) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(48) + "\n")


def migrate() -> None:
    """Bring the tables up to this version of Klaar, and check that every view has a rule."""
    from django.core.management import call_command  # noqa: PLC0415

    call_command("check", fail_level="ERROR", stdout=StringIO(), stderr=StringIO())
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def serve(host: str, port: int, data: Path | None, tell: Callable[[Served], None]) -> None:
    """Listen until stopped; `tell` is called once, when people can come in. Raises as `prepare`."""
    folder = prepare(data, os.environ)
    from django.conf import settings  # noqa: PLC0415
    from waitress.server import create_server  # noqa: PLC0415

    from klaar.web.jobs.worker import start_worker  # noqa: PLC0415
    from klaar.web.keep.remind.clock import start_clock  # noqa: PLC0415
    from klaar.web.people.first import make_first_link, needs_first  # noqa: PLC0415
    from klaar.web.wsgi import application  # noqa: PLC0415

    migrate()
    server = create_server(
        application,
        host=host,
        port=port,
        threads=8,
        ident=None,
        max_request_body_size=4 * settings.UPLOAD_LIMIT,
        clear_untrusted_proxy_headers=not settings.ENVIRONMENT.proxies,
    )
    address = settings.ENVIRONMENT.address or f"http://{_shown(host)}:{server.effective_port}"
    first = f"{address}/start/{make_first_link()}/" if needs_first() else ""
    start_worker()
    start_clock()
    tell(Served(address, folder, first))
    server.run()


def _shown(host: str) -> str:
    """An address that a browser on this machine understands."""
    return "127.0.0.1" if host in ("0.0.0.0", "::", "") else host


__all__ = ["Served", "SettingError", "prepare", "serve"]
