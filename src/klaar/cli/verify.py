"""`klaar verify`: whether a plain rewrite says what its source says."""

from argparse import Namespace
from typing import Any

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT
from klaar.cli.options import Parser, choose
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.verify_pairs import Pair, read_pairs
from klaar.cli.verify_texts import text_of
from klaar.cli.words import Words
from klaar.plain.check.fidelity import check_fidelity
from klaar.plain.check.model import Fidelity, Parties
from klaar.plain.check.record import fidelity_record
from klaar.plain.check.telling import tell_loss, tell_unsure
from klaar.text.data import LANGUAGES
from klaar.text.language import detect_language

SCHEMA = "klaar.verify/1"


def parser(words: Words) -> Parser:
    """The parser of `klaar verify`, with its help in the language of `words`."""
    made = Parser("verify", words)
    made.inputs.add_argument("source", nargs="?", metavar="SOURCE", help=words.say("verify", "source"))
    made.inputs.add_argument("plain", nargs="?", metavar="PLAIN", help=words.say("verify", "plain"))
    made.option("--pairs", "pairs", default="", metavar="FILE.jsonl")
    for name in ("it", "client"):
        made.settings.add_argument(
            f"--{name}", help=words.say("read", name), action="append", default=[], metavar="NAME"
        )
    made.option("--for", "for", dest="side", default="both", metavar="it|client|both")
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.option("--as", "as", dest="form", default="text", metavar="text|json")
    made.option("--fail-on", "fail_on", default="never", metavar="lost|never")
    made.common()
    return made


def run(options: Namespace, words: Words, around: Around) -> int:
    """Write what was lost, of one pair or of each pair in a file."""
    choose("--for", options.side, ("it", "client", "both"))
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--as", options.form, ("text", "json"))
    choose("--fail-on", options.fail_on, ("lost", "never"))
    pairs = list(read_pairs(options.pairs, around)) if options.pairs else [_given(options, words, around)]
    if options.pairs and (options.source is not None):
        raise CommandError(Exit.MISUSE, "too_much", name=options.source, command="verify")
    verdicts = [(pair, _verdict(pair)) for pair in pairs]
    if options.form == "json":
        write_bytes(b"".join(json_bytes(_record(*each, words)) for each in verdicts), around)
    else:
        write_text("".join(f"{line}\n" for each in verdicts for line in _lines(*each, words)), around)
    lost = any(not verdict.faithful for _, verdict in verdicts)
    return Exit.FOUND if lost and options.fail_on == "lost" else Exit.DONE


def _given(options: Namespace, words: Words, around: Around) -> Pair:
    """The pair of texts on the command line."""
    if not options.source or not options.plain:
        raise CommandError(Exit.MISUSE, "no_pair")
    if options.source == options.plain == STANDARD_INPUT:
        raise CommandError(Exit.MISUSE, "stdin_twice")
    source, plain = (text_of(name, around, words) for name in (options.source, options.plain))
    parties = Parties(tuple(options.client), tuple(options.it))
    reader = None if options.side == "both" else options.side
    return Pair("", _language(options.language, source, plain), source, plain, parties, reader)


def _language(asked: str, source: str, plain: str) -> str:
    found = detect_language(f"{source}\n{plain}").code if asked == "auto" else asked
    if found == "other":
        name = " ".join(source.split()[:8])
        raise CommandError(Exit.OTHER_LANGUAGE, "other_language", name=f"“{name}”", option="--language")
    return found


def _verdict(pair: Pair) -> Fidelity:
    return check_fidelity(pair.source, pair.plain, pair.language, pair.parties, pair.reader)


def _record(pair: Pair, verdict: Fidelity, words: Words) -> dict[str, Any]:
    """One pair as other programs read it."""
    known = {"id": pair.id} if pair.id else {}
    record = fidelity_record(verdict, pair.source, pair.plain, words.language)
    return {"schema": SCHEMA, **known, "language": pair.language, **record}


def _lines(pair: Pair, verdict: Fidelity, words: Words) -> list[str]:
    """One pair for a reader."""
    said = words.say("verify", "faithful" if verdict.faithful else "lost", count=len(verdict.lost))
    lines = [f"{pair.id}: {said}" if pair.id else said]
    lines += [f"  {tell_loss(loss, pair.source, pair.plain, words.language)}" for loss in verdict.lost]
    return lines + [f"  {tell_unsure(what, words.language)}" for what in verdict.unsure]
