"""What an event rests on: a file on disk, a folder an agreement, so that it goes with its agreement."""

import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from klaar.ledger.model import Evidence
from klaar.web.keep.models import EvidenceFile
from klaar.web.store.files import store_file
from klaar.web.store.models import Agreement, Membership


def evidence_folder(agreement: Agreement) -> Path:
    """Where the files of an agreement's events stand."""
    return Path(settings.FILES_ROOT) / str(agreement.organisation_id) / "evidence" / agreement.pk.hex


def evidence_path(agreement: Agreement, sha256: str) -> Path:
    """Where the bytes of one of them stand."""
    return evidence_folder(agreement) / sha256


def keep_evidence(seat: Membership, uploads: "Iterable[UploadedFile[Any]]") -> tuple[Evidence, ...]:
    """Keep the files and give them as evidence; the same bytes twice are one file. Raises `OSError`."""
    return tuple(_keep(seat, each) for each in uploads)


def _keep(seat: Membership, upload: "UploadedFile[Any]") -> Evidence:
    agreement = seat.agreement
    stored = store_file(upload.chunks(), (upload.name or "")[:255], agreement.organisation_id)
    source = Path(settings.FILES_ROOT) / str(agreement.organisation_id) / stored.sha256[:2] / stored.sha256
    target = evidence_path(agreement, stored.sha256)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not target.exists():
        target.hardlink_to(source)
    _forget_copy(agreement, stored.sha256)
    EvidenceFile.objects.get_or_create(
        agreement=agreement,
        sha256=stored.sha256,
        defaults={"name": stored.name, "size": stored.size, "added_by": seat},
    )
    return Evidence(sha256=stored.sha256, name=stored.name)


def keep_words(seat: Membership, words: str, name: str) -> Evidence:
    """Keep a letter as a file of its own."""
    data = words.encode("utf-8")
    target = evidence_path(seat.agreement, sha256(data).hexdigest())
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = target.with_suffix(f".{uuid4().hex}.part")
    partial.write_bytes(data)
    partial.replace(target)
    EvidenceFile.objects.get_or_create(
        agreement=seat.agreement,
        sha256=target.name,
        defaults={"name": name[:255], "size": len(data), "added_by": seat},
    )
    return Evidence(sha256=target.name, name=name)


def read_words(agreement: Agreement, evidence: Iterable[Evidence]) -> str:
    """The words of the first file that stands there; "" where there is none."""
    for each in evidence:
        path = evidence_path(agreement, each.sha256)
        if each.sha256 and path.is_file():
            return path.read_text("utf-8", "replace")
    return ""


def _forget_copy(agreement: Agreement, sha256: str) -> None:
    """The bytes stand with the evidence; the place among the documents is theirs only."""
    from klaar.web.store.files import forget_files  # noqa: PLC0415

    forget_files(agreement.organisation_id, {sha256})


def forget_evidence(instance: Agreement, **kwargs: Any) -> None:
    """After an agreement was deleted for good: its evidence goes too, once the transaction is done."""
    folder = evidence_folder(instance)
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))
