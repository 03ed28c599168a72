"""The first lines of a listing: what was read, between whom, and how much each side promised."""

from collections import Counter
from collections.abc import Iterator, Sequence

from klaar.brief.counting import count_words
from klaar.brief.listing.quoted import plain
from klaar.brief.listing.view import View
from klaar.brief.terminal.runs import Line, Run, Style
from klaar.brief.terminal.wrap import wrap, wrap_parts
from klaar.clauses.model import Side
from klaar.promises.model import Promise


def head(view: View) -> Iterator[Line]:
    """Title, parties and size: "Overeenkomst Zaaksysteem", "128 bladzijden · 46.012 woorden"."""
    yield from wrap([Run(_title(view), "strong")], view.width, lines=3)
    names = list(dict.fromkeys(_between(view)))
    if len(names) > 1:
        joined = f" {view.speaker.words['and']} ".join((", ".join(names[:-1]), names[-1]))
        yield from wrap([Run(view.say("listing", "between", names=joined))], view.width)
    yield from wrap_parts((Run(size, "faint") for size in _sizes(view)), view.width)
    if view.reading.language.certainty == "check":
        language = view.say("language", view.reading.agreement.language)
        unsure = view.say("listing", "unsure_language", language=language)
        yield from wrap([Run(f"? {unsure}", "warn")], view.width)


def _title(view: View) -> str:
    """What the agreement is called: by its own words, else by its file's."""
    document = view.reading.agreement.document
    found = next((fact.value for fact in view.reading.agreement.facts if fact.kind == "title"), "")
    return plain(found or document.title, document) or view.name(document)


def _between(view: View) -> Iterator[str]:
    for side in ("it", "client"):
        party = next((p for p in view.reading.agreement.parties if p.side == side), None)
        if party:
            name = party.company or party.name
            word = f"{party.name}, " if party.company and party.company != party.name else ""
            yield f"{name} ({word}{view.say('name', side)})"


def _sizes(view: View) -> Iterator[str]:
    documents = view.reading.documents
    if len(documents) > 1:
        yield view.say("listing", "files", count=len(documents))
    pages = sum(len(document.pages) for document in documents)
    if pages:
        yield view.counted("page", pages)
    words = sum(map(count_words, documents))
    yield view.say("listing", "words", count=view.speaker.number(words))
    yield view.say("language", view.reading.agreement.language)
    yield view.counted("promise", len(view.reading.promises))


def side_head(view: View, side: Side, promises: Sequence[Promise]) -> Iterator[Line]:
    """ "IT doet · 312 beloften" above a line; in a summary also how many of each kind."""
    style: Style = "client" if side == "client" else "it"
    count = view.counted("promise", len(promises))
    yield (Run(view.side_name(side), style), Run(" · ", "faint"), Run(count))
    yield (Run("─" * min(view.width, 60), style),)
    if view.top:
        yield from wrap_parts((Run(kind, "faint") for kind in _kinds(view, promises)), view.width, "  ")


def _kinds(view: View, promises: Sequence[Promise]) -> Iterator[str]:
    for kind, count in Counter(promise.kind for promise in promises).most_common():
        yield f"{view.say('kinds', kind)} {view.speaker.number(count)}"
    deadlines = Counter(promise.deadline.kind for promise in promises if promise.deadline)
    dated, vague = deadlines["date"], deadlines["vague"]
    counts = {"with_date": dated, "with_time": deadlines.total() - dated - vague, "without_time": vague}
    counts["to_check"] = sum(promise.certainty == "check" for promise in promises)
    for key, count in counts.items():
        if count:
            yield view.say("listing", key, count=view.speaker.number(count))
