"""What is said of one word, as labelled sentences: the same for a terminal and for Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from klaar.brief.explained.glossed import Glossed, headline
from klaar.clauses.model import Term
from klaar.plain.terms import Explanation, GlossaryTerm, Part, TermUse
from klaar.plain.terms.fold import fold
from klaar.text.data import load_words
from klaar.text.span import Span

_LONGEST = 400
"""Characters of the agreement's own definition that are shown at most."""
_PLACES = 6
"""Places that are named at most."""
_FORMS = 6
_ALIKE = 4
"""Letters that two forms of one word begin with: "boete" and "boetes"."""


class Said(NamedTuple):
    """A sentence with its label: "Wat het is", "Het deel van de tijd dat u met het systeem kunt werken."."""

    label: str
    text: str


class Entry(NamedTuple):
    """A word with a note beside it ("afkorting van …") and what is said of it."""

    word: str
    note: str
    said: tuple[Said, ...]


class Speech:
    """Puts entries together in one language, out of a glossary with these ids."""

    def __init__(self, language: str, by_id: Mapping[str, GlossaryTerm]) -> None:
        self._words: Mapping[str, Any] = load_words(language, "explain")
        self._by_id = by_id

    def say(self, group: str, key: str, **filled: object) -> str:
        """The words under `group` and `key` with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**filled)

    def explained(self, found: Explanation, glossed: Glossed | None) -> Iterator[Entry]:
        """The entry of the word asked, after it those of its parts."""
        said = [*self._own(found.own, glossed), *(self._term(found.term) if found.term else ())]
        if found.parts:
            joined = " + ".join(part.word for part in found.parts)
            said.append(Said(self.say("word", "parts"), joined))
        if found.certainty == "check":
            said.append(Said("", self.say("word", "check")))
        yield Entry(found.asked, self._note(found), tuple(said))
        yield from (self._part(part) for part in found.parts)

    def used(self, use: TermUse, glossed: Glossed) -> Entry:
        """The entry of a term that an agreement uses: what it is, why it matters, and where it stands."""
        term = use.term
        said = list(self._own(use.own, glossed))
        if term is not None:
            said += [] if use.own else [Said(self.say("word", "what"), term.what)]
            said.append(Said(self.say("word", "why"), term.why))
            said += [Said("", self.say("word", "from_file", name=term.source))] if term.source else []
        said.append(Said("", self.places(use.places, glossed)))
        return Entry(headline(use), self._as_written(use, glossed), tuple(said))

    def places(self, places: Sequence[Span], glossed: Glossed) -> str:
        """ "3 keer gebruikt: artikel 4.2, artikel 7"."""
        named = dict.fromkeys(self.place(span, glossed) for span in places)
        shown = list(named)[:_PLACES]
        if len(named) > _PLACES:
            shown.append(self.say("file", "more", count=len(named) - _PLACES))
        key = "places_one" if len(places) == 1 else "places"
        return self.say("file", key, count=len(places), places=", ".join(shown))

    def place(self, span: Span, glossed: Glossed) -> str:
        """ "artikel 4.2", else "bladzijde 3"."""
        number, page = glossed.number(span), glossed.place(span).page
        if number:
            return self.say("file", "clause", number=number) if number[:1].isdigit() else number
        return self.say("file", "page", page=page) if page else self.say("file", "somewhere")

    def _as_written(self, use: TermUse, glossed: Glossed) -> str:
        """ "in de tekst: CI/CD", where the text uses another word than the one that heads the entry."""
        text, head = glossed.agreement.document.text, fold(headline(use))
        written = dict.fromkeys(" ".join(span.of(text).split()) for span in use.places)
        other = {fold(each): each for each in written if not fold(each).startswith(head[:_ALIKE])}
        return self.say("file", "written", words=", ".join(list(other.values())[:_FORMS])) if other else ""

    def _note(self, found: Explanation) -> str:
        if found.stands_for:
            return self.say("word", "stands_for", words=found.stands_for)
        if found.term is not None and fold(found.term.word) != fold(found.asked):
            return self.say("word", "same_as", word=found.term.word)
        return ""

    def _own(self, own: Term | None, glossed: Glossed | None) -> Iterator[Said]:
        if own is None or glossed is None:
            return
        words = glossed.definition(own)
        if len(words) > _LONGEST:
            words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
        place = self.say("word", "defined", place=self.place(Span(own.start, own.end), glossed))
        yield Said(self.say("word", "own").rstrip(":"), f"“{words}” ({place})")

    def _term(self, term: GlossaryTerm) -> Iterator[Said]:
        for key in ("what", "why", "example"):
            if text := getattr(term, key):
                yield Said(self.say("word", key), text)
        lists = {
            "also_called": [form for form in term.forms if form not in dict(term.full)][:_FORMS],
            "abbreviations": [f"{short} ({full})" for short, full in term.full],
            "related": [self._by_id[key].word for key in term.related if key in self._by_id],
        }
        for key, items in lists.items():
            if items:
                yield Said(self.say("word", key), ", ".join(items))
        if term.source:
            yield Said("", self.say("word", "from_file", name=term.source))

    def _part(self, part: Part) -> Entry:
        if part.term is None:
            return Entry(part.word, self.say("word", "part_plain" if part.known else "part_unknown"), ())
        same = fold(part.term.word) == fold(part.word)
        note = "" if same else self.say("word", "same_as", word=part.term.word)
        said = (Said("", part.term.what), Said(self.say("word", "why"), part.term.why))
        return Entry(part.word, note, said)
