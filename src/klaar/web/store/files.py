"""The uploaded files on disk: outside everything that is served, by their sha256, a folder an organisation."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from klaar.web.store.models import DocumentFile


class StoredFile(NamedTuple):
    """A file that stands on disk: the name it was uploaded under, its sha256 and its size in bytes."""

    name: str
    sha256: str
    size: int


def file_path(organisation: int, sha256: str) -> Path:
    """Where the bytes of a file stand."""
    return Path(settings.FILES_ROOT) / str(organisation) / sha256[:2] / sha256


def store_file(chunks: Iterable[bytes], name: str, organisation: int) -> StoredFile:
    """Write a file, whole or not at all; the same bytes a second time take no room.

    Should the transaction around it fail, `sweep_files` takes the file away later. Raises `OSError`.
    """
    folder = Path(settings.FILES_ROOT) / str(organisation)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = folder / f".{uuid4().hex}.part"
    digest, size = hashlib.sha256(), 0
    try:
        with partial.open("xb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        target = file_path(organisation, digest.hexdigest())
        target.parent.mkdir(exist_ok=True, mode=0o700)
        partial.chmod(0o600)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return StoredFile(name, digest.hexdigest(), size)


def forget_files(organisation: int, hashes: Iterable[str]) -> None:
    """Take files away that no agreement of the organisation has any longer, once the transaction is done."""
    gone = set(hashes)

    def remove() -> None:
        rows = DocumentFile.objects.filter(version__agreement__organisation=organisation, sha256__in=gone)
        for sha256 in gone - set(rows.values_list("sha256", flat=True)):
            file_path(organisation, sha256).unlink(missing_ok=True)
            for picture in (Path(settings.FILES_ROOT) / str(organisation) / "pictures").glob(f"{sha256}-*"):
                picture.unlink(missing_ok=True)

    transaction.on_commit(remove)
