"""A letter as `klaar.letter/1` for other programs, with what sending it adds to the ledger."""

from datetime import date
from typing import Any

from klaar.apology.model import Letter
from klaar.apology.sending import Sending
from klaar.apology.showing.text import letter_text
from klaar.ledger.model import Duty
from klaar.ledger.record import event_record

SCHEMA = "klaar.letter/1"


def letter_record(letter: Letter, sent: Sending | None) -> dict[str, Any]:
    """The letter by its parts; `sending` is None while it is not ready, or no promise of a ledger."""
    return {
        "schema": SCHEMA,
        "language": letter.language,
        "form": letter.form,
        "variant": letter.variant,
        "ready": letter.ready,
        "subject": letter.title,
        "text": letter_text(letter),
        "parts": [
            {"part": part.key, "heading": part.heading, "text": part.text, "source": part.source}
            for part in letter.parts
        ],
        "open": [each._asdict() for each in letter.open],
        "advice": [each._asdict() for each in letter.advice],
        "sending": _sent(sent) if sent else None,
    }


def _sent(sent: Sending) -> dict[str, Any]:
    return {
        "events": [event_record(event) for event in sent.events],
        "promises": [_promise(duty) for duty in sent.duties],
    }


def _promise(duty: Duty) -> dict[str, Any]:
    due = duty.due.isoformat() if isinstance(duty.due, date) else None
    return {
        "id": duty.id,
        "bearer": duty.bearer,
        "beneficiary": duty.beneficiary,
        "words": duty.words,
        "due": due,
    }
