"""Where the level comes from: words, an agreement, or the ledger."""

from argparse import Namespace
from pathlib import Path

from klaar.cli.around import Around
from klaar.cli.measure.options import METRICS
from klaar.cli.words import Words
from klaar.ledger.levels import Level, level_of, read_level
from klaar.ledger.sound import find_promise
from klaar.ledger.store.folder import Folder
from klaar.promises.model import Promise


def level_asked(asked: Namespace, words: Words, around: Around) -> Level:
    """The level in --level, else that of --promise in --agreement, else in --ledger.

    Raises `LevelError` for words without a level, `LedgerError` for a promise that is not there.
    """
    metric = METRICS.get(asked.of, "availability")
    if asked.level:
        return read_level(asked.level, metric, day=asked.day)
    if asked.agreement:
        level = level_of(promise_in(asked.agreement, asked.promise, words, around), day=asked.day)
        return level._replace(metric=metric) if asked.of and level.within is not None else level
    duties = Folder(Path(asked.ledger)).duties()
    name = find_promise(asked.promise, [duty.id for duty in duties])
    return read_level(next(duty.words for duty in duties if duty.id == name), metric, day=asked.day)


def promise_in(file: str, name: str, words: Words, around: Around) -> Promise:
    """The promise of that id (or its first letters) in an agreement.

    Raises `CommandError` for a file that cannot be read, `LedgerError` for a promise that is not in it.
    """
    from klaar.brief.reading import LanguageError, read_agreement  # noqa: PLC0415 (slow to load)
    from klaar.cli.errors import CommandError  # noqa: PLC0415
    from klaar.cli.exits import Exit  # noqa: PLC0415
    from klaar.cli.read_files import read_files  # noqa: PLC0415

    asked = Namespace(files=[file], no_ocr=False, password=None)
    try:
        promises = read_agreement(read_files(asked, words, around)).promises
    except LanguageError as error:
        raise CommandError(Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--level") from None
    found = find_promise(name, [promise.id for promise in promises])
    return next(promise for promise in promises if promise.id == found)
