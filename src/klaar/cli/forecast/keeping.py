"""Forecasts that are kept, to be scored when the truth is known."""

from argparse import Namespace
from pathlib import Path

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.forecast.files import MOST, history_of, reading
from klaar.cli.forecast.ledgers import ledger_history
from klaar.cli.forecast.written import write_lines, write_record
from klaar.cli.inputs import read_bytes
from klaar.cli.output import write_text
from klaar.cli.words import Words
from klaar.forecast.kept import Kept, kept_line, outcomes, read_kept
from klaar.forecast.model import Forecast, Note
from klaar.forecast.record import score
from klaar.forecast.showing.lines import score_lines
from klaar.forecast.showing.record import score_record
from klaar.forecast.showing.reliability import reliability_svg
from klaar.forecast.showing.teller import Teller


def keep(said: Forecast, asked: Namespace) -> None:
    """Add `said` to the record that --keep names."""
    try:
        with Path(asked.keep).open("a", encoding="utf-8") as file:
            file.write(kept_line(Kept(asked.name, asked.side, said)) + "\n")
    except OSError as error:
        detail = error.strerror or str(error)
        raise CommandError(Exit.NOT_WRITTEN, "not_written", name=asked.keep, detail=detail) from None


def score_kept(asked: Namespace, words: Words, around: Around) -> int:
    """How the kept forecasts went, from a history that knows by now."""
    if len(asked.files) < (1 if asked.ledger else 2):
        raise CommandError(Exit.MISUSE, "no_kept")
    record = asked.files[0]
    text = read_bytes(record, around, MOST).decode("utf-8", "replace")
    kept = reading(lambda: read_kept(text), record, words)
    if asked.ledger:
        past = ledger_history(asked, words)
    else:
        past = history_of(asked.files[1], asked, words, around, ("start", "promised", "actual", "group"))
    chosen = [each for each in kept if not asked.side or each.side == asked.side]
    known, unknown = outcomes(chosen, past.cases)
    made = score(known)
    notes = (*past.notes, *([Note.of("unknown_yet", n=unknown)] if unknown else []))
    teller = Teller(words.language)
    if asked.form == "json":
        write_record(score_record(made, notes, teller), asked, around)
    elif asked.form == "svg":
        picture = reliability_svg(made.reliability, made.n, words.language, alone=True)
        write_text(picture + "\n", around, asked.output)
    else:
        write_lines(score_lines(made, notes, teller), asked, around)
    return Exit.DONE
