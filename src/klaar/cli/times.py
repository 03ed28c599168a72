"""`klaar times`: the dates, times, amounts and percentages in a text."""

from argparse import Namespace
from datetime import date

from klaar.brief.spoken import Speaker
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT, read_bytes
from klaar.cli.options import Parser, choose
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.words import Words
from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.documents.messages import error_message
from klaar.text.data import LANGUAGES
from klaar.text.language import detect_language
from klaar.text.times import TimeRecord, find_times, times_as_json

SCHEMA = "klaar.times/1"


def parser(words: Words) -> Parser:
    """The parser of `klaar times`, with its help in the language of `words`."""
    made = Parser("times", words)
    made.inputs.add_argument("text", nargs="?", default="", metavar="TEXT", help=words.say("times", "text"))
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.option("--today", "today", default="", metavar="DATE")
    made.option("--as", "as", dest="form", default="text", metavar="text|json")
    made.common()
    return made


def run(options: Namespace, words: Words, around: Around) -> int:
    """Write the times in the text that was given."""
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--as", options.form, ("text", "json"))
    today = _today(options.today)
    if not options.text:
        raise CommandError(Exit.MISUSE, "no_text")
    text = _standard_input(around, words) if options.text == STANDARD_INPUT else options.text
    language = _language(options.language, text)
    records = times_as_json(find_times(text, language, today), text)
    if options.form == "json":
        said = today.isoformat() if today else None
        return write_bytes(
            json_bytes({"schema": SCHEMA, "language": language, "today": said, "times": records}), around
        )
    lines = [time_line(record, words) for record in records] or [words.say("times", "nothing")]
    return write_text("\n".join(lines) + "\n", around)


def _today(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_date", name="--today", value=said) from None


def _standard_input(around: Around, words: Words) -> str:
    try:
        return decode(read_bytes(STANDARD_INPUT, around, DEFAULT_LIMITS.size)).text
    except DocumentError as error:
        message = error_message(error, words.language)
        raise CommandError(Exit.NOT_READ, "unreadable", name=STANDARD_INPUT, message=message) from None


def _language(asked: str, text: str) -> str:
    found = detect_language(text).code if asked == "auto" else asked
    if found == "other":
        name = " ".join(text.split()[:8])
        raise CommandError(Exit.OTHER_LANGUAGE, "other_language", name=f"“{name}”", option="--language")
    return found


def time_line(record: TimeRecord, words: Words) -> str:
    """ "8:24  binnen 30 dagen → duur: 30 dagen (P30D)" for a reader."""
    speaker = Speaker(words.language)
    value = record["value"]
    plain = _plain(speaker, record)
    exact = f" ({value})" if isinstance(value, str) and plain != value else ""
    marks = [words.say("times", "working")] * (record["business"] and not isinstance(value, str))
    marks += [words.say("times", "unsure")] * (not record["certain"])
    notes = "".join(f", {mark}" for mark in marks)
    place = f"{record['start']}:{record['end']}"
    kind = words.say("times_type", record["type"])
    return f"{place:>9}  {' '.join(record['quote'].split())} → {kind}: {plain}{exact}{notes}"


def _plain(speaker: Speaker, record: TimeRecord) -> str:
    value = record["value"]
    if record["type"] == "percent":
        return speaker.percent(float(value))
    if record["type"] == "currency":
        return speaker.money(value, record["unit"] or "")
    if record["type"] == "duration":
        return speaker.duration(str(value), record["business"])
    if record["type"] == "set":
        return speaker.every(str(value), record["business"])
    if record["type"] == "period":
        return " – ".join(speaker.date(part) for part in str(value).split("/"))
    return speaker.date(value) if isinstance(value, str) else speaker.number(value)
