"""Sending an apology is recording it: sorry was said, and what it promises is followed from now on."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from klaar.apology import Facts, Letter, sending
from klaar.apology.showing.text import letter_text
from klaar.ledger.model import Duty
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.evidence import keep_words
from klaar.web.keep.models import Repair
from klaar.web.keep.record.page import Chosen
from klaar.web.store.models import Membership
from klaar.web.store.models.sides import other_side


def receivers(seat: Membership) -> list[Membership]:
    """Who speaks for the other side and has a mail address."""
    rows = Membership.objects.filter(agreement=seat.agreement_id, side=other_side(seat.side), removed=None)
    return list(rows.filter(role__in=("owner", "signer")).exclude(email="").order_by("name", "pk"))


def record(letter: Letter, facts: Facts, chosen: Chosen, seat: Membership) -> None:
    """Keep that sorry was said, with the letter itself, and follow what it promises; twice is once.

    Raises `ApologyError` for a letter that is not ready.
    """
    now = timezone.now()
    told = sending(
        letter,
        facts,
        chosen.duty,
        who=str(seat),
        moment=now,
        written=now,
        occurrence=chosen.state.occurrence,
    )
    if told.events:
        keep_words(seat, letter_text(letter), f"{letter.title[:200]}.txt")
    for duty in told.duties:
        _follow(duty, chosen, seat)
    for event in told.events:
        DatabaseStore(seat.agreement_id).add(event._replace(side=seat.side))  # type: ignore[arg-type]


def _follow(duty: Duty, chosen: Chosen, seat: Membership) -> None:
    moment = duty.due if isinstance(duty.due, datetime) else None
    told = {
        "mends": chosen.key,
        "occurrence": chosen.state.occurrence,
        "bearer": seat.side if duty.bearer == "both" else duty.bearer,
        "beneficiary": duty.beneficiary,
        "words": duty.words,
        "due": moment.date() if moment else duty.due,
        "due_at": moment,
        "made_by": seat,
    }
    Repair.objects.get_or_create(agreement_id=seat.agreement_id, key=duty.id, defaults=told)


def mail(letter: Letter, seat: Membership) -> bool:
    """Mail a letter to who speaks for the other side; False where it did not leave."""
    people = receivers(seat)
    if not (settings.MAIL_IS_SENT and people):
        return False
    subject, body = " ".join(letter.title.split()), letter_text(letter).partition("\n\n")[2]
    own = [seat.email] if seat.email else []
    message = EmailMessage(subject, body, None, [each.email for each in people], reply_to=own)
    try:
        message.send()
    except OSError:
        return False
    return True
