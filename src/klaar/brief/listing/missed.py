"""The last lines of a listing: what was not read, or not surely."""

from collections import Counter
from collections.abc import Iterator

from klaar.brief.listing.view import View
from klaar.brief.not_covered import OWN_REASONS, NotCovered
from klaar.brief.terminal.runs import Line, Run
from klaar.brief.terminal.wrap import wrap
from klaar.documents.messages import gap_message
from klaar.documents.model import Gap


def missed(view: View) -> Iterator[Line]:
    """Everything that was not covered, each with its place; in a summary only how much of each kind."""
    yield (Run(view.say("missed", "title"), "strong"),)
    entries = view.reading.not_covered
    if not entries:
        yield from wrap([Run(view.say("missed", "none"))], view.width, "  ")
    elif view.top:
        yield from _counts(view, entries)
    else:
        for one in entries:
            yield from _one(view, one)


def _counts(view: View, entries: tuple[NotCovered, ...]) -> Iterator[Line]:
    counts = Counter(one.reason if one.reason in OWN_REASONS else "files" for one in entries)
    for reason, count in counts.items():
        yield from wrap([Run(view.say("missed", f"count_{reason}", count=count))], view.width, "  ")


def _one(view: View, one: NotCovered) -> Iterator[Line]:
    several = len(view.reading.documents) > 1
    name = view.name(view.reading.documents[one.document])
    place = [name] if several else []
    if one.page is not None:
        place.append(view.say("listing", "at_page", page=one.page))
    runs = [Run("? ", "warn"), Run(missed_message(view, one))]
    if place:
        runs.append(Run(f" ({', '.join(place)})", "faint"))
    yield from wrap(runs, view.width, "  ")
    if one.reason in ("binding_unread", "other_language"):
        yield from wrap([Run(one.quote, "faint")], view.width, "      ", 3)


def missed_message(view: View, one: NotCovered) -> str:
    """What was not covered, in one sentence: "Bijlage D wordt genoemd, maar staat niet in het bestand"."""
    if one.reason not in OWN_REASONS:
        return gap_message(Gap(one.reason, one.page or 0, one.detail), view.speaker.language)
    language = view.say("language", one.detail) if one.reason == "other_language" else ""
    name = " ".join(one.quote.split())
    return view.say("missed", one.reason, name=name, language=language)
