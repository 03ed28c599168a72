"""A digest in words, as text and as a page for a mail program."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from typing import NamedTuple

from klaar.ledger.model import Duty
from klaar.ledger.reminders.answers import ANSWERS, What
from klaar.ledger.reminders.model import Digest, Reminder
from klaar.ledger.showing.teller import Teller

Link = Callable[[Reminder, What], str]
"""The address behind an answer; "" where there is none."""

_SHOWN = 25
_LONG = 160
_BUTTON = "display:inline-block;padding:6px 12px;margin:4px 8px 4px 0;border:1px solid #1b4f72;color:#1b4f72"


class Letter(NamedTuple):
    """A mail to one person; the same digest has the same `message_id`, so that copies can be told as such."""

    key: str
    to: str
    name: str
    subject: str
    text: str
    html: str
    message_id: str


class Item(NamedTuple):
    """One promise in a letter: its last turn, and how many earlier turns it is true of as well."""

    reminder: Reminder
    earlier: int = 0


def write_letter(
    digest: Digest, duties: Mapping[str, Duty], teller: Teller, title: str, link: Link
) -> Letter:
    """The letter for a digest; `title` is what the agreement is called, `link` gives the addresses to answer.

    At most 25 promises are told in full, the rest is counted.
    """
    items = _items(digest.reminders)
    shown, left = items[:_SHOWN], len(items[_SHOWN:])
    about = teller.say(
        "letter", "about", title=title, every=teller.say("letter", f"every_{digest.person.every}")
    )
    end = [*[teller.count("letter", "more", left)] * bool(left), about]
    hello = teller.say("letter", "hello", name=digest.person.name)
    text = [hello, *_text(shown, duties, teller, link), "", *end]
    html = [
        f"<p>{escape(hello)}</p>",
        *_html(shown, duties, teller, link),
        *(f"<p>{escape(each)}</p>" for each in end),
    ]
    return Letter(
        digest.key,
        digest.person.mail,
        digest.person.name,
        teller.say("letter", "subject", title=title, count=len(items)),
        "\n".join(text) + "\n",
        f'<!DOCTYPE html><html lang="{teller.language}"><body>{"".join(html)}</body></html>\n',
        message_id(digest.key),
    )


def message_id(key: str) -> str:
    """The Message-ID (RFC 5322) of a letter, worked out from its key."""
    return f"<{sha256(key.encode('utf-8')).hexdigest()[:32]}@klaar.invalid>"


def _items(reminders: Iterable[Reminder]) -> list[Item]:
    """The last turn of each promise; what the reader must do comes first, by date."""
    found: dict[tuple[str, str], Item] = {}
    for reminder in reminders:
        name = (reminder.role, reminder.promise)
        found[name] = Item(reminder, found[name].earlier + 1 if name in found else 0)
    return sorted(found.values(), key=lambda item: (item.reminder.role == "wait", item.reminder.due))


def _text(items: Iterable[Item], duties: Mapping[str, Duty], teller: Teller, link: Link) -> Iterator[str]:
    role = ""
    for item in items:
        if item.reminder.role != role:
            role = item.reminder.role
            yield from ("", teller.say("letter", role).upper())
        yield from ("", f"* {_when(item, teller)}", f"  “{_words(duties[item.reminder.promise])}”")
        yield from (f"  {said}: {address}" for said, address in _links(item.reminder, teller, link))


def _html(items: Iterable[Item], duties: Mapping[str, Duty], teller: Teller, link: Link) -> Iterator[str]:
    role = ""
    for item in items:
        if item.reminder.role != role:
            role = item.reminder.role
            yield f"<h2>{escape(teller.say('letter', role))}</h2>"
        words = escape(_words(duties[item.reminder.promise]))
        yield f"<p><strong>{escape(_when(item, teller))}</strong><br>“{words}”</p>"
        links = [
            f'<a href="{escape(address)}" style="{_BUTTON}">{escape(said)}</a>'
            for said, address in _links(item.reminder, teller, link)
        ]
        yield f"<p>{' '.join(links)}</p>" if links else ""


def _links(reminder: Reminder, teller: Teller, link: Link) -> Iterator[tuple[str, str]]:
    for what in ANSWERS[reminder.role]:
        if address := link(reminder, what):
            yield teller.say("letter", f"ask_{what}"), address


def _when(item: Item, teller: Teller) -> str:
    """ "due 5 March 2027 (in 7 days) · turn 2027-02-28"."""
    reminder = item.reminder
    period = reminder.due.isoformat() == reminder.occurrence
    key = "delivered" if reminder.step.startswith("accept") else "period" if period else "due"
    parts = [f"{teller.say('letter', key, date=teller.day(reminder.due))} ({_away(reminder.days, teller)})"]
    if reminder.occurrence and not period:
        parts.append(teller.say("letter", "turn", name=reminder.occurrence))
    if item.earlier:
        parts.append(teller.count("letter", "earlier", item.earlier))
    return " · ".join(parts)


def _away(days: int, teller: Teller) -> str:
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near:
        return teller.say("letter", near)
    return teller.say("letter", "in_days" if days > 0 else "ago", days=abs(days))


def _words(duty: Duty) -> str:
    words = " ".join(duty.words.split())
    return words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"
