"""`klaar ledger record`: how the promises of each side went."""

from argparse import Namespace
from html import escape

from klaar.cli.around import Around
from klaar.cli.ledger.place import ledger_of
from klaar.cli.ledger.showing import standing
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.words import Words
from klaar.ledger.showing.teller import Teller
from klaar.ledger.track.count import track_record
from klaar.ledger.track.picture import track_svg
from klaar.ledger.track.table import track_html, track_json, track_lines

_STYLE = (
    "<style>:root{color-scheme:light dark}"
    "body{font:16px system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    "th,td{padding:.25rem .75rem;border-bottom:1px solid;text-align:right}th:first-child{text-align:left}"
    "</style>"
)


def record(asked: Namespace, words: Words, around: Around) -> int:
    """The record as a table, a picture, both on a page, or JSON."""
    now = standing(ledger_of(asked), asked.day)
    states = [state for state in now.states if state.promise.startswith(asked.promise)]
    tracks, teller = track_record(states, now.calendar), Teller(words.language, now.calendar)
    name = now.settings.agreement or now.folder.name
    if asked.form == "json":
        return write_bytes(json_bytes(track_json(tracks, name)), around, asked.output)
    if asked.form == "svg":
        return write_text(track_svg(tracks, teller, alone=True), around, asked.output)
    if asked.form == "html":
        title = f"{escape(name)} · {escape(teller.say('track', 'title'))}"
        page = (
            f'<!DOCTYPE html><html lang="{words.language}"><head><meta charset="utf-8"><title>{title}</title>'
            f"{_STYLE}</head><body><main><h1>{title}</h1>{track_svg(tracks, teller, alone=True)}"
            f"{track_html(tracks, teller)}</main></body></html>\n"
        )
        return write_text(page, around, asked.output)
    head = teller.say("show", "today", date=teller.day(asked.day))
    return write_text("\n".join([head, *track_lines(tracks, teller)]) + "\n", around, asked.output)
