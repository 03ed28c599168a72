"""A track record as a table, for a screen and for a page."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from klaar.clauses.model import Side
from klaar.ledger.showing.teller import Teller
from klaar.ledger.track.model import FEWEST, Track, percentile

SCHEMA = "klaar.track/1"
_COUNTS = ("kept", "late", "broken", "delivered", "disputed", "open", "overdue", "undated", "moves")
_TIMES = ("slips", "notices", "until_sorry", "until_good")


class Row(NamedTuple):
    """One line of a table: what is counted, and a cell for each column."""

    name: str
    cells: tuple[str, ...]


def rows(tracks: Sequence[Track], teller: Teller) -> list[Row]:
    """The table of one side: a column for each of `tracks`; what none of them has is left out."""
    found = [Row(teller.say("track", "count"), tuple(_kind(each, teller) for each in tracks))]
    for key in _COUNTS:
        if key in ("kept", "late", "broken", "open") or any(getattr(each, key) for each in tracks):
            cells = [_counted(each, key, teller) for each in tracks]
            found.append(Row(teller.say("track", key), tuple(cells)))
    for key in _TIMES:
        if any(getattr(each, key) for each in tracks):
            cells = [_cases(getattr(each, key), teller) for each in tracks]
            found.append(Row(teller.say("track", key), tuple(cells)))
    if any(each.unsaid for each in tracks):
        found.append(Row(teller.say("track", "unsaid"), tuple(str(each.unsaid) for each in tracks)))
    return found


def _kind(track: Track, teller: Teller) -> str:
    return teller.say("kind", track.kind) if track.kind else teller.say("track", "all")


def _counted(track: Track, key: str, teller: Teller) -> str:
    """ "8", "8 of 10 (80%)" where there are 5 finished ones at least."""
    count = getattr(track, key)
    if key == "kept" and track.on_time is not None:
        return teller.say("track", "share", count=count, all=track.finished, percent=track.on_time)
    return str(count)


def _cases(cases: tuple[int, ...], teller: Teller) -> str:
    """The middle and the 90th percentile; of fewer than 5 cases these cases."""
    if len(cases) < FEWEST:
        return ", ".join(map(str, cases)) or "–"
    return teller.say(
        "track", "spread", middle=percentile(cases, 50), most=percentile(cases, 90), count=len(cases)
    )


def _by_side(tracks: Sequence[Track]) -> Iterator[tuple[Side, list[Track]]]:
    """The columns of each side: a kind of which nothing has a date yet is in the first one only."""
    for side, own in groupby(tracks, key=lambda track: track.side):
        whole, *kinds = own
        told = [each for each in kinds if each.finished + each.delivered + each.disputed + each.open]
        yield side, [whole, *(told if len(told) > 1 else ())]


def track_lines(tracks: Sequence[Track], teller: Teller) -> Iterator[str]:
    """The tables of all sides for a screen, each under its name, and what the words in it mean."""
    if not tracks:
        yield teller.say("track", "nothing")
        return
    for side, own in _by_side(tracks):
        table = rows(own, teller)
        widths = [max(len(row.cells[n]) for row in table) for n in range(len(table[0].cells))]
        first = max(len(row.name) for row in table)
        yield from ("", teller.say("side", side).upper(), "")
        for row in table:
            cells = "  ".join(cell.rjust(width) for cell, width in zip(row.cells, widths, strict=True))
            yield f"{row.name.ljust(first)}  {cells}".rstrip()
    yield from ("", teller.say("track", "meaning", fewest=FEWEST))


def track_html(tracks: Sequence[Track], teller: Teller) -> str:
    """The same as tables for a page, each with its caption and the headings of its rows and columns."""
    tables = []
    for side, own in _by_side(tracks):
        head, *body = rows(own, teller)
        columns = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head.cells)
        lines = "".join(
            f'<tr><th scope="row">{escape(row.name)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
            + "</tr>"
            for row in body
        )
        tables.append(
            f'<table class="track"><caption>{escape(teller.say("side", side))}</caption>'
            f'<thead><tr><th scope="col">{escape(head.name)}</th>{columns}</tr></thead>'
            f"<tbody>{lines}</tbody></table>"
        )
    return "".join(tables) + f"<p>{escape(teller.say('track', 'meaning', fewest=FEWEST))}</p>"


def track_json(tracks: Sequence[Track], agreement: str) -> dict[str, Any]:
    """The record as `klaar.track/1`: counts, single cases, and what may be told of them."""
    told = [
        {
            **each._asdict(),
            "finished": each.finished,
            "on_time_percent": each.on_time,
            "slip_median": percentile(each.slips, 50),
            "slip_p90": percentile(each.slips, 90),
        }
        for each in tracks
    ]
    return {"schema": SCHEMA, "agreement": agreement, "tracks": told}
