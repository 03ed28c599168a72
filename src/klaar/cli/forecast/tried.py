"""`klaar forecast backtest`: the method tried on a history before anyone trusts it."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.forecast.files import history_of, one_file
from klaar.cli.forecast.ledgers import ledger_history
from klaar.cli.forecast.written import write_lines, write_record
from klaar.cli.output import write_text
from klaar.cli.words import Words
from klaar.forecast.showing.lines import trial_lines
from klaar.forecast.showing.record import trial_record
from klaar.forecast.showing.reliability import reliability_svg
from klaar.forecast.showing.teller import Teller
from klaar.forecast.trial import try_history


def tried(asked: Namespace, words: Words, around: Around) -> int:
    """Forecast every promise of a history from the others, and score what came."""
    if asked.ledger:
        past = ledger_history(asked, words, asked.side)
    else:
        past = history_of(one_file(asked), asked, words, around, ("start", "promised", "actual"))
    made = try_history(past.cases, asked.split or "project")
    made = made._replace(notes=(*past.notes, *made.notes))
    teller = Teller(words.language)
    if asked.form == "json":
        write_record(trial_record(made, teller), asked, around)
    elif asked.form == "svg":
        picture = reliability_svg(made.result.reliability, made.result.n, words.language, alone=True)
        write_text(picture + "\n", around, asked.output)
    else:
        write_lines(trial_lines(made, teller), asked, around)
    return Exit.DONE
