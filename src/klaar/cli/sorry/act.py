"""What `klaar sorry` does: draft from the facts, show, record, and keep the answer."""

from argparse import Namespace
from datetime import UTC, datetime

from klaar.apology import ApologyError, Facts, Letter, Sending, draft, sending
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.ledger.errors import told as ledger_told
from klaar.cli.sorry.facts import moment, with_said
from klaar.cli.sorry.kept import Kept, keep_answer, kept_in
from klaar.cli.sorry.shown import write_letter, write_lines
from klaar.cli.words import Words
from klaar.text.data import load_words

_IN_FILE = frozenset({"not_facts", "unknown_fact"})


def say_sorry(asked: Namespace, words: Words, around: Around) -> int:
    """Draft the letter that was asked for, or keep the answer to one."""
    with ledger_told(words):
        try:
            return _said(asked, words, around)
        except ApologyError as error:
            message = load_words(words.language, "apology")["errors"][error.code].format(**error.fields)
            code = Exit.NOT_READ if error.code in _IN_FILE else Exit.MISUSE
            raise CommandError(code, "sorry", message=message) from None


def _said(asked: Namespace, words: Words, around: Around) -> int:
    kept = kept_in(asked) if asked.folder else None
    asked.zone = asked.zone or (kept.settings.zone if kept else "Europe/Amsterdam")
    now = _now(asked)
    if kept and asked.answer:
        return write_lines([keep_answer(kept, asked, words, now)], asked, around)
    facts = with_said(kept.facts(asked, now) if kept else Facts(), asked, now, around)
    letter = draft(
        facts,
        asked.form or "person",
        words.language,
        now=now,
        variant="regret" if asked.regret else "full",
        zone=asked.zone,
    )
    sent = _sending(letter, facts, kept, asked, now)
    lines = kept.record(sent, words) if kept and sent and asked.record else []
    write_letter(letter, sent, lines, asked, around)
    return Exit.FOUND if asked.fail_on_open and not letter.ready else Exit.DONE


def _sending(
    letter: Letter, facts: Facts, kept: Kept | None, asked: Namespace, now: datetime
) -> Sending | None:
    """What sending it would add; None where it cannot be sent, or there is no ledger.

    Raises `ApologyError("not_ready")` where it was to be recorded and is not ready.
    """
    if kept is None or not (letter.ready or asked.record):
        return None
    duty = kept.duties[kept.promise]
    return sending(
        letter,
        facts,
        duty,
        who=facts.who or duty.bearer,
        moment=now,
        written=datetime.now(UTC).replace(microsecond=0),
        occurrence=asked.occurrence,
    )


def _now(asked: Namespace) -> datetime:
    """The moment of --today (a day is its noon), else now."""
    if not asked.today:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return moment(f"{asked.today}T12:00" if len(asked.today) == 10 else asked.today, asked.zone)
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_date", name="--today", value=asked.today) from None
