"""Words explained: the hardest ones that stand on the page."""

from collections.abc import Iterable, Iterator

from klaar.brief.page.desk import Desk
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import Columns, Group, Line, More, Said, Section
from klaar.brief.page.saying import say_words
from klaar.plain.terms.model import TermUse
from klaar.plain.terms.used import find_terms_used
from klaar.text.words import split_words

MOST = 6
"""The most words on the page."""
_LONGEST = 110
_HARD = 2
_MARKS = " :.-–“”„‘’\"'*"


def words_section(desk: Desk, sections: Iterable[Section]) -> Section:
    """ "Woorden": those in the agreement's words on the page, the hardest first."""
    said = {line.said.text for section in sections for line in section.lines() if line.said.lang == desk.lang}
    lines = [_line(desk, use) for use in _used(desk, "\n".join(sorted(said)))]
    shown, rest = lines[:MOST], max(0, len(lines) - MOST)
    return Section(
        "words",
        desk.say("title", "words"),
        word_columns(desk),
        (Group("", tuple(shown)),) if shown else (),
        desk.say("rule", "words"),
        (More(desk.counted("more", "words", rest), "all_words"),) if rest else (),
        desk.say("empty", "words"),
    )


def word_columns(desk: Desk) -> Columns:
    """Word, meaning, place."""
    return desk.columns(("lead", "word"), ("said", "means"), ("at", "at"))


def all_words(desk: Desk) -> list[Line]:
    """Every hard word of the agreement, explained."""
    return [_line(desk, use) for use in _used(desk, desk.text)]


def _used(desk: Desk, text: str) -> Iterator[TermUse]:
    agreement = desk.reading.agreement
    names = [name for party in agreement.parties for name in (party.name, party.company, *party.aliases)]
    known = {name.casefold() for name in names}
    used = find_terms_used(text, split_words(text), desk.lang, own=agreement.terms, names=names).used
    for use in used:
        own = use.own.word.casefold() if use.own else ""
        if own not in known and (use.own or use.hard >= _HARD):
            yield use


def _line(desk: Desk, use: TermUse) -> Line:
    own, term = use.own, use.term
    if own:
        at = (desk.at(own.start, own.end, own.clause),)
        words = desk.text[own.start : own.end].strip(_MARKS).removeprefix(own.word).lstrip(_MARKS)
        why = desk.say("note", "own")
        return Line(own.word, say_words(desk, words, _LONGEST), at, term.what if term else "", why=why)
    if term is None:
        return Line("", Said("", desk.lang))
    return Line(term.word, Said(on_a_line(term.what, 0), desk.lang), (), why=term.why)
