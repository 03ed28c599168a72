"""Deleting an agreement for good: once both sides have an owner, it takes both."""

from django.utils import timezone

from klaar.web.agree.invite.seats import has_owner
from klaar.web.jobs.briefs import forget_briefs
from klaar.web.store.files import forget_files
from klaar.web.store.log import log_event
from klaar.web.store.models import Agreement, DocumentFile, Membership
from klaar.web.store.models.sides import other_side


def needs_both(seat: Membership) -> bool:
    """Whether the other side has an owner, who must agree."""
    across = other_side(seat.side)
    return bool(across) and has_owner(seat.agreement, across)


def may_agree(seat: Membership) -> bool:
    """Whether the owner on `seat` can agree to what an owner of the other side asked."""
    asked = seat.agreement.deletion_asked_by
    return asked is not None and asked.side != seat.side


def ask_deletion(seat: Membership) -> None:
    """An owner asks; an owner of the other side agrees or not."""
    Agreement.objects.filter(pk=seat.agreement_id).update(
        deletion_asked=timezone.now(), deletion_asked_by=seat
    )


def keep(seat: Membership) -> None:
    """The wish is taken back, or not agreed to."""
    Agreement.objects.filter(pk=seat.agreement_id).update(deletion_asked=None, deletion_asked_by=None)


def delete_agreement(agreement: Agreement, seat: Membership) -> None:
    """Everything goes: files, readings, promises, talk, people, log; only that it went stays, without its name."""
    organisation = agreement.organisation
    rows = DocumentFile.objects.filter(version__agreement=agreement)
    hashes = set(rows.values_list("sha256", flat=True))
    forget_briefs(organisation.pk, agreement.pk)
    agreement.delete()
    forget_files(organisation.pk, hashes)
    log_event("agreement_deleted", user=seat.user, organisation=organisation)
