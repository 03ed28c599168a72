"""One round: who is to be told what, claimed, sent and marked."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.ledger.lines import write_lines
from klaar.cli.tick.ready import Ready, ready
from klaar.cli.tick.sending import Way, shown, way_of
from klaar.cli.words import Words
from klaar.ledger.errors import LedgerError
from klaar.ledger.reminders.model import Digest
from klaar.ledger.reminders.outbox import Outbox, send_all
from klaar.ledger.showing.teller import Teller, error_message
from klaar.ledger.store.outbox import OUTBOX, opened_outbox


class Told(NamedTuple):
    """What became of something, in words, and whether it went well."""

    line: str
    fine: bool = True


def rounds(asked: Namespace, words: Words, around: Around) -> int:
    """A round for each ledger, one after the other; code 6 where something did not leave, or may not have."""
    kept: list[str] = []

    def show(text: str) -> None:
        """On the screen each as it comes; a file is written at the end, whole."""
        if asked.output:
            kept.append(text)
        else:
            write_lines([text], around)

    way = way_of(asked.send, around.environ, show)
    codes, wrong = [], list[LedgerError]()
    for name in asked.folders:
        try:
            codes.append(_all_told(Path(name), way, asked, (words, around), show))
        except LedgerError as error:
            wrong.append(error)
    for each in wrong[1:]:
        show(error_message(each, words.language))
    if asked.output:
        write_lines(kept, around, asked.output)
    if wrong:
        raise wrong[0]
    return max(codes)


def _all_told(
    path: Path, way: Way, asked: Namespace, at: tuple[Words, Around], show: Callable[[str], None]
) -> int:
    """The round of one ledger; what is wrong with it does not keep the others waiting."""
    words, around = at
    found = ready(path, asked.moment, words.language, around.environ)
    fine = True
    for told in _round(path, found, way, asked, Teller(words.language, found.standing.calendar)):
        show(told.line)
        fine = fine and told.fine
    return Exit.DONE if fine else Exit.NOT_WRITTEN


def _round(path: Path, found: Ready, way: Way, asked: Namespace, teller: Teller) -> Iterator[Told]:
    if not found.people:
        yield Told(teller.say("tick", "nobody", name=path))
        return
    act = _shown if asked.dry_run else _sent
    said = False
    for told in act(path, found, way, teller, asked.again):
        said = True
        yield told
    if not said:
        yield Told(teller.say("tick", "nothing", name=path))


def _shown(path: Path, found: Ready, way: Way, teller: Teller, again: bool) -> Iterator[Told]:
    """What would be sent; nothing is written, not even an empty outbox."""
    if not (path / OUTBOX).exists():
        yield from (Told(shown(found.letter(each))) for each in found.digests(()))
        return
    with opened_outbox(path) as outbox:
        yield from (Told(shown(found.letter(each))) for each in found.digests(outbox.reminded()))


def _sent(path: Path, found: Ready, way: Way, teller: Teller, again: bool) -> Iterator[Told]:
    with opened_outbox(path) as outbox:
        yield from _settled(outbox, found, way, teller, again)
        digests = {each.key: each for each in found.digests(outbox.reminded())}

        def send(told: Digest) -> None:
            way.send(found.letter(told), found.now)

        for sending in send_all(digests.values(), outbox, send, lambda: found.now):
            told = digests[sending.key]
            yield _outcome(sending.outcome, sending.why, told, teller)


def _outcome(outcome: str, why: str, told: Digest, teller: Teller) -> Told:
    mail = told.person.mail
    if outcome == "sent":
        return Told(teller.count("tick", "sent", len(told.reminders), mail=mail))
    if outcome == "failed":
        return Told(teller.say("tick", "failed", mail=mail, why=why), fine=False)
    return Told(teller.say("tick", "doubtful", letter=told.key, why=why), fine=False)


def _settled(outbox: Outbox, found: Ready, way: Way, teller: Teller, again: bool) -> Iterator[Told]:
    """Whether the letters of a round that broke off have left, where that can be told.

    With `again` those of which nobody can tell are sent once more.
    """
    for key in outbox.doubtful():
        left = way.left(key)
        if left:
            outbox.sent(key, found.now)
        elif again or left is False:
            outbox.release(key, found.now, "again" if again else "not there")
        else:
            yield Told(teller.say("tick", "doubtful", letter=key, why=teller.say("tick", "died")), fine=False)
