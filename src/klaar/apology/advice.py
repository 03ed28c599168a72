"""What the writer must know before sending; none of it stands in the letter."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from klaar.apology.fields import FREE
from klaar.apology.hollow import find_hollow
from klaar.apology.model import Advice, Facts, Open, Variant
from klaar.brief.spoken import Speaker
from klaar.plain.terms import find_terms_used
from klaar.text.data import load_words
from klaar.text.sentences import split_sentences
from klaar.text.words import split_words

_LONGEST = 25
"""Words in a sentence; B1 Dutch asks for about fifteen on average."""
_HARD = 3
"""From this hardness (1 to 5) a word is explained or replaced."""


def advice(
    facts: Facts, missing: tuple[Open, ...], variant: Variant, language: str, today: date
) -> tuple[Advice, ...]:
    """What is open, what is past, what takes the apology back, which words are hard, when to ask a lawyer."""
    return tuple(_Adviser(language).all(facts, missing, variant, today))


class _Adviser:
    """Says advice in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: dict[str, Any] = load_words(language, "apology")
        self._speaker = Speaker(language)

    def _say(self, code: str, *, blocks: bool = False, **fields: object) -> Advice:
        return Advice(code, self._words["notes"][code].format(**fields), blocks)

    def all(self, facts: Facts, missing: tuple[Open, ...], variant: Variant, today: date) -> Iterator[Advice]:
        if missing:
            yield self._say("open", fields="; ".join(each.ask for each in missing))
        yield from self._past(facts, today)
        for code, there in (("disputed", facts.sides_differ), ("excused", facts.excused)):
            if there:
                yield self._say(code)
        if facts.apologised:
            yield self._say("apologised", date=self._speaker.date(facts.apologised.date().isoformat()))
        for key in sorted(FREE):
            yield from self._of_text(self._words["heading"][key], getattr(facts, key))
        yield from self._jargon(facts)
        if facts.others:
            yield self._say("others")
        yield self._say(variant)
        if not missing:
            yield self._say("ready")

    def _past(self, facts: Facts, today: date) -> Iterator[Advice]:
        """A promise for a day that is past is none: it keeps the letter from being sent."""
        for key in ("repair_by", "change_by", "new_date", "next_word"):
            day = getattr(facts, key)
            day = day.date() if isinstance(day, datetime) else day
            if day and day < today:
                shown = self._speaker.date(day.isoformat())
                yield self._say("past", blocks=key != "change_by", date=shown, field=self._words["ask"][key])

    def _of_text(self, name: str, text: str) -> Iterator[Advice]:
        for hollow in find_hollow(text, self._language):
            why = self._words["hollow"][hollow.kind]["why"]
            yield self._say("hollow", field=name, quote=hollow.quote, why=why)
        for span in split_sentences(text, 0, len(text), self._language):
            count = sum(word[0].isalnum() for word in split_words(span.of(text)).lows)
            if count > _LONGEST:
                yield self._say("long", field=name, count=count)

    def _jargon(self, facts: Facts) -> Iterator[Advice]:
        """The hard words in what the writer wrote, once each."""
        text = "\n".join(getattr(facts, key) for key in sorted(FREE))
        used = find_terms_used(text, split_words(text), self._language)
        places = [use.places[0] for use in used.used if use.hard >= _HARD]
        places += [word.places[0] for word in used.unknown]
        if places:
            found = dict.fromkeys(text[place.start : place.end] for place in sorted(places))
            hard = [word for word in found if word.casefold() not in self._words["jargon"]["fine"]]
            if hard:
                yield self._say("jargon", words=", ".join(hard))
