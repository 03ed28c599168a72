"""As a file in a folder, for a mail server that picks mail up, or to look at."""

import os
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from klaar.ledger.reminders.outbox import NotSent
from klaar.ledger.store.lines import sync_folder


def file_of(folder: Path, key: str) -> Path:
    """Where the letter `key` comes to stand: the same key, the same file."""
    return folder / f"{sha256(key.encode('utf-8')).hexdigest()[:32]}.eml"


def put_mail(mail: EmailMessage, folder: Path, key: str) -> None:
    """Put `mail` there whole, on the disk when this returns; raises `NotSent` where that cannot be."""
    target = file_of(folder, key)
    partial = target.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(mail.as_bytes())
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        sync_folder(folder)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise NotSent(str(error.strerror or error)) from None
