"""Who is who in the listing, and the key facts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from klaar.brief.listing.view import View
from klaar.brief.terminal.runs import Line, Run
from klaar.brief.terminal.wrap import wrap
from klaar.clauses.model import Fact, Party

_SOME_ALIASES = 6
_MONEY = re.compile(r"([A-Z]{3}) (-?\d+(?:\.\d+)?)(?: per (P\S+))?")
_DURATION = re.compile(r"P(?=[\dT])[\dYMWDTHS.]+")


def parties(view: View) -> Iterator[Line]:
    """The parties with their sides: "Brugwerk ICT B.V.: IT, ook: Leverancier, Verwerker"."""
    found = view.reading.agreement.parties
    yield (Run(view.say("party", "title"), "strong"),)
    if not any(party.side in ("it", "client") for party in found):
        yield from wrap([Run("? " + view.say("party", "none"), "warn")], view.width, "  ")
    for party in found:
        if party.side != "other" or party.certainty == "check":
            yield from wrap(list(_party(view, party)), view.width, "  ")
    others = [party.name for party in found if party.side == "other" and party.certainty == "sure"]
    if others:
        named = view.say("party", "others", names=", ".join(others))
        yield from wrap([Run(named, "faint")], view.width, "  ")


def _party(view: View, party: Party) -> Iterator[Run]:
    name = party.company or party.name
    yield Run(name, "client" if party.side == "client" else "it" if party.side == "it" else "strong")
    unsure = party.certainty == "check"
    side = view.say("name", "unclear") if unsure and party.side == "other" else view.say("name", party.side)
    yield Run(f": {side}")
    aliases = _distinct((party.name, *party.aliases), name)[:_SOME_ALIASES]
    if aliases:
        yield Run("; " + view.say("party", "also", names=", ".join(aliases)), "faint")
    if unsure:
        reasons = view.speaker.words["party"]
        yield Run(" ? " + reasons.get(party.reason, reasons["side_unclear"]), "warn")


def _distinct(names: Iterable[str], own: str) -> list[str]:
    """`names` without `own`, each once; of "leverancier" and "Leverancier" the one with a capital."""
    kept: dict[str, str] = {}
    for name in names:
        known = kept.get(name.lower())
        if name.lower() != own.lower() and (known is None or known.islower()):
            kept[name.lower()] = name
    return list(kept.values())


def facts(view: View) -> Iterator[Line]:
    """The key facts: "loopt tot en met: 30 september 2030 (3.2, p. 4)"."""
    hidden = ("title", *_NOT_IN_SUMMARY) if view.top else ("title",)
    shown = [fact for fact in view.reading.agreement.facts if fact.kind not in hidden]
    if not shown:
        return
    yield (Run(view.say("fact", "headline"), "strong"),)
    for fact in _some(sorted(shown, key=_rank), _MOST_IN_SUMMARY if view.top else len(shown)):
        name = view.speaker.words["fact"].get(fact.kind, fact.kind)
        runs = [Run(f"{name}: "), Run(fact_value(view, fact), "when"), *_where(view, fact)]
        yield from wrap(runs, view.width, "  ")
        if fact.kind in _SHOWN_WITH_WORDS and not view.top:
            words = view.reading.agreement.document.text[fact.start : fact.end]
            yield from wrap([Run(words, "faint")], view.width, "      ", 2)


_ORDER = (
    "agreement_date", "start", "end", "term", "renewal", "notice", "price", "payment_term", "indexation",
    "liability_cap", "law", "court", "precedence", "contact",
)  # fmt: skip


def _some(facts: list[Fact], most: int) -> Iterator[Fact]:
    """At most `most` facts of each kind."""
    seen: Counter[str] = Counter()
    for fact in facts:
        seen[fact.kind] += 1
        if seen[fact.kind] <= most:
            yield fact


def _rank(fact: Fact) -> int:
    return _ORDER.index(fact.kind) if fact.kind in _ORDER else len(_ORDER)


_MOST_IN_SUMMARY = 3
_NOT_IN_SUMMARY = ("contact", "precedence", "indexation")
_SHOWN_WITH_WORDS = ("price", "liability_cap", "indexation")


def _where(view: View, fact: Fact) -> Iterator[Run]:
    page = view.reading.places.place(fact.start, fact.end).page
    clauses = view.reading.agreement.clauses
    number = clauses[fact.clause].number if fact.clause >= 0 else ""
    spots = [number, view.say("listing", "at_page", page=page) if page is not None else ""]
    words = ", ".join(spot for spot in spots if spot)
    if words:
        yield Run(f" ({words})", "faint")


def fact_value(view: View, fact: Fact) -> str:
    """The value of a fact in plain words: "EUR 95.00 per PT1H" is "€ 95,00 per uur"."""
    money = _MONEY.fullmatch(fact.value)
    if money:
        per = f" {view.speaker.per(money[3])}" if money[3] else ""
        return view.speaker.money(money[2], money[1]) + per
    if _DURATION.fullmatch(fact.value):
        return view.speaker.duration(fact.value)
    if fact.value in ("perpetual", "automatic"):
        return view.say("fact", fact.value)
    return view.speaker.date(fact.value)
