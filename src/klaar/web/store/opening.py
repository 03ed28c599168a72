"""Opening an agreement: its files are kept, its first seat is taken, its reading is asked for."""

from collections.abc import Sequence

from django.db import transaction

from klaar.web.people.models import Organisation, User
from klaar.web.store.files import StoredFile
from klaar.web.store.models import Agreement, DocumentFile, Membership, Version


@transaction.atomic
def open_agreement(
    user: User, organisation: Organisation, files: Sequence[StoredFile], *, title: str = "", side: str = ""
) -> Version:
    """A new agreement with its first version; `user` is its owner, on `side`."""
    agreement = Agreement.objects.create(organisation=organisation, title=title[:300], made_by=user)
    seat = Membership.objects.create(
        agreement=agreement,
        user=user,
        name=user.name or user.email,
        email=user.email,
        language=user.language,
        side=side,
        role=Membership.Role.OWNER,
    )
    return add_version(agreement, seat, files)


def add_version(agreement: Agreement, seat: Membership, files: Sequence[StoredFile]) -> Version:
    """The next version of an agreement; the same file twice is one file."""
    last = agreement.versions.order_by("-number").first()
    version = Version.objects.create(agreement=agreement, number=last.number + 1 if last else 1, made_by=seat)
    distinct = {file.sha256: file for file in reversed(files)}
    kept = [file for file in files if distinct.get(file.sha256) is file]
    DocumentFile.objects.bulk_create(
        DocumentFile(
            version=version, position=position, name=file.name[:255], sha256=file.sha256, size=file.size
        )
        for position, file in enumerate(kept)
    )
    return version


def same_files(user: User, organisation: Organisation, files: Sequence[StoredFile]) -> Agreement | None:
    """An agreement at which `user` sits and that already has exactly these files."""
    wanted = {file.sha256 for file in files}
    rows = Version.objects.filter(
        agreement__organisation=organisation, agreement__seats__user=user, agreement__seats__removed=None
    )
    for version in rows.filter(files__sha256__in=wanted).distinct().prefetch_related("files"):
        if {file.sha256 for file in version.files.all()} == wanted:
            return version.agreement
    return None
