"""What `klaar measure` writes, and how it ends."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.measure.facts import facts_toml
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.words import Words
from klaar.ledger.levels import Measured, MeasuredTimes
from klaar.ledger.levels.showing.lines import Beside, got, level_lines, period_rows
from klaar.ledger.levels.showing.record import levels_record
from klaar.ledger.levels.showing.teller import Teller


def write_levels(
    pairs: Sequence[tuple[Measured | MeasuredTimes, Beside]],
    source: str,
    asked: Namespace,
    words: Words,
    around: Around,
) -> int:
    """The levels as text or JSON; code 1 where one of them is what --fail-on names."""
    if asked.form == "facts":
        write_text(facts_toml(pairs[-1][0], words.language, asked.zone), around, asked.output)
    elif asked.form == "json":
        write_bytes(json_bytes(levels_record(pairs, source)), around, asked.output)
    else:
        lines = _lines(pairs, asked, Teller(words.language, asked.zone))
        write_text("".join(f"{line}\n" for line in lines), around, asked.output)
    return Exit.FOUND if any(each.outcome in asked.fail_on for each, _ in pairs) else Exit.DONE


def _lines(
    pairs: Sequence[tuple[Measured | MeasuredTimes, Beside]], asked: Namespace, teller: Teller
) -> Iterator[str]:
    measured = [each for each, _ in pairs]
    if len(measured) > 1 and not asked.rolling:
        yield from (*period_rows(measured, teller), "")
    yield from level_lines(*pairs[-1], teller)
    known = [each for each in measured if each.worst is not None]
    if asked.rolling and known:
        worst = min(known, key=lambda each: each.worst or 0)
        name = teller.period(worst.period)
        yield from ("", teller.say("show", "worst_window", period=name, percent=got(worst, teller)))
