"""`klaar forecast plan` and `klaar forecast items`: many promises and many pieces of work, by simulation."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.forecast.files import MOST, history_of, one_file, reading, reference_of, work_of
from klaar.cli.forecast.ledgers import ledger_history
from klaar.cli.forecast.written import ending, write_lines, write_record
from klaar.cli.inputs import read_bytes
from klaar.cli.words import Words
from klaar.forecast.imports.plans import read_plan
from klaar.forecast.imports.sheet import read_sheet
from klaar.forecast.items.forecast import forecast_items
from klaar.forecast.model import Case
from klaar.forecast.plan.model import PlanForecast
from klaar.forecast.plan.simulate import RUNS, TOGETHER, simulate
from klaar.forecast.showing.lines import items_lines, plan_lines
from klaar.forecast.showing.record import items_record, plan_record
from klaar.forecast.showing.teller import Teller


def plan(asked: Namespace, words: Words, around: Around) -> int:
    """When all steps of a plan are ready, and which of them weigh most."""
    name = one_file(asked)
    data = read_bytes(name, around, MOST)
    steps = reading(lambda: read_plan(read_sheet(data), asked.dates or None), name, words)
    known = {side: ledger_history(asked, words, side).cases for side in ("it", "client") if asked.ledger}
    histories = {**known, **dict(_side(each, asked, words, around) for each in asked.history)}

    def run() -> PlanForecast:
        return simulate(
            steps,
            histories,
            asked.today,
            wished=asked.by,
            seed=asked.seed or 1,
            runs=asked.runs or RUNS,
            together=TOGETHER if asked.together is None else asked.together,
            reference=reference_of(asked),
        )

    said, teller = reading(run, name, words), Teller(words.language)
    if asked.form == "json":
        write_record(plan_record(said, teller), asked, around)
    else:
        write_lines(plan_lines(said, teller), asked, around)
    return ending(said.chance, asked)


def _side(text: str, asked: Namespace, words: Words, around: Around) -> tuple[str, tuple[Case, ...]]:
    """ "client=theirs.csv": the record of one side; "all.csv": that of who has none."""
    side, named, file = text.partition("=")
    if not named:
        side, file = "", text
    return side, history_of(file, asked, words, around, ("start", "promised", "actual")).cases


def items(asked: Namespace, words: Words, around: Around) -> int:
    """When so many work items will be done, and how many by a date."""
    if asked.count is None:
        raise CommandError(Exit.MISUSE, "needs_option", name="--count")
    if asked.by is not None and asked.by <= asked.today:
        said_today = asked.today.isoformat()
        raise CommandError(Exit.MISUSE, "not_after", value=asked.by.isoformat(), begin=said_today)
    past = work_of(one_file(asked), asked, words, around)
    details = {"seed": asked.seed or 1, "runs": asked.runs or RUNS}
    said = forecast_items(past.items, asked.count, asked.today, wished=asked.by, **details)
    said, teller = said._replace(notes=(*past.notes, *said.notes)), Teller(words.language)
    if asked.form == "json":
        write_record(items_record(said, teller), asked, around)
    else:
        write_lines(items_lines(said, teller), asked, around)
    return ending(said.chance, asked) if asked.by else Exit.DONE
