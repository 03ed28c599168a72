"""Pictures of pages, drawn once and kept beside the files."""

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from klaar.web.store.files import file_path

WIDTH = 1_100
"""Pixels: enough to read a page of A4 on a screen that shows two pixels for one."""
_SECONDS = 30


def page_picture(organisation: int, sha256: str, page: int) -> Path | None:
    """The PNG of a page of a kept PDF; None where it cannot be drawn."""
    kept = Path(settings.FILES_ROOT) / str(organisation) / "pictures" / f"{sha256}-{page}.png"
    if kept.exists():
        return kept
    data = _draw(file_path(organisation, sha256), page)
    if not data:
        return None
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = kept.with_name(f".{uuid4().hex}.part")
    partial.write_bytes(data)
    partial.replace(kept)
    return kept


def _draw(path: Path, page: int) -> bytes:
    command = [sys.executable, "-m", "klaar.web.jobs.picture", str(path), str(page), str(WIDTH)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 and done.stdout.startswith(b"\x89PNG") else b""
