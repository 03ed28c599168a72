"""Briefs of what was read, written once in a process of their own and kept beside the files."""

import json
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.conf import settings

from klaar.web.jobs.run import limits_of, wish_of
from klaar.web.store.models import Version

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
"""The forms that can be taken along, with what they are."""


class Wanted(NamedTuple):
    """A brief: for which side ("it", "client"), in which language ("nl", "en") and form."""

    side: str
    language: str
    form: str


def brief_of(version: Version, wanted: Wanted, honest: Mapping[str, Any]) -> bytes:
    """The brief; b"" where it could not be written within the limits. `honest`: how often its days are met."""
    folder = _folder(version.agreement.organisation_id)
    name = f"{version.agreement_id}-{version.pk}-{_sides(version)}-{wanted.side}-{wanted.language}-{_told(honest)}.{wanted.form}"
    kept = folder / name
    if kept.exists():
        return kept.read_bytes()
    data = _write(version, wanted, honest)
    if data:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial = folder / f".{uuid4().hex}.part"
        partial.write_bytes(data)
        partial.replace(kept)
    return data


def forget_briefs(organisation: int, agreement: UUID) -> None:
    """Take away all briefs of an agreement."""
    for brief in _folder(organisation).glob(f"{agreement}-*"):
        brief.unlink(missing_ok=True)


def _folder(organisation: int) -> Path:
    return Path(settings.FILES_ROOT) / str(organisation) / "briefs"


def _sides(version: Version) -> str:
    """Tells readings apart that put other names on a side."""
    return f"{version.reading.pk}"


def _told(honest: Mapping[str, Any]) -> str:
    """Tells briefs apart that say other chances."""
    return sha256(json.dumps(honest, sort_keys=True).encode()).hexdigest()[:12]


def _write(version: Version, wanted: Wanted, honest: Mapping[str, Any]) -> bytes:
    wish, limits = wish_of(version), limits_of()
    request = {
        "files": [{"path": str(path), "name": name} for path, name in wish.files],
        "language": wish.language,
        "it": list(wish.it),
        "client": list(wish.client),
        "side": wanted.side,
        "spoken": wanted.language,
        "form": wanted.form,
        "honest": dict(honest),
        **limits._asdict(),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "klaar.web.jobs.brief"],
            input=json.dumps(request).encode(),
            stdout=subprocess.PIPE,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""
