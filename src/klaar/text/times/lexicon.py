"""All the words of one language, ready to be looked up and looked for."""

import re
from dataclasses import dataclass
from functools import cache

from klaar.text.times.compounds import Compounds, make_compounds
from klaar.text.times.figures import VULGAR
from klaar.text.times.trie import one_of
from klaar.text.times.vocabulary import Data, build_words, load_data
from klaar.text.times.word import NOTHING, Word

_HALF_STARTS = frozenset({"article", "whole"})
"""Words that start a time only before a unit: een maand, the whole week."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language, and the patterns that find where a time or an amount may start.

    `anchor` finds what can be read without a date of today, `anchor_today` also "morgen" and "next week".
    """

    decimal: str
    month_first: bool
    words: dict[str, Word]
    compounds: Compounds | None
    anchor: re.Pattern[str]
    anchor_today: re.Pattern[str]
    references: frozenset[str]
    reference_join: re.Pattern[str]
    working_time: re.Pattern[str]
    doubtful: dict[str, tuple[frozenset[str], frozenset[str]]]

    def word(self, text: str) -> Word:
        """What `text`, in small letters, means; NOTHING if it has no part in times and amounts."""
        known = self.words.get(text)
        if known is not None:
            return known
        if "'" in text:
            return self.words.get(text.partition("'")[0], NOTHING)
        return (self.compounds and self.compounds.read(text)) or NOTHING


@cache
def lexicon(language: str) -> Lexicon:
    """The words of "nl", "en" or a region ("nl_BE"), read once.

    Raises FileNotFoundError for a language that Klaar has no words for.
    """
    data = load_data(language)
    words = build_words(data)
    compounds = make_compounds(data, words) if data["compounds"] else None
    return Lexicon(
        decimal=data["decimal"],
        month_first=data["month_first"],
        words=words,
        compounds=compounds,
        anchor=_anchor(data, {w: m for w, m in words.items() if m.reader not in {"", "relative"}}, compounds),
        anchor_today=_anchor(data, {w: m for w, m in words.items() if m.reader}, compounds),
        references=frozenset(data["references"]["before"].split()),
        reference_join=re.compile(rf"[\s,;]*(?:(?:{one_of(data['references']['join'])}|[-–/,;])\s*)?"),
        working_time=_working_time(data),
        doubtful={d["word"]: (frozenset(d["behind"]), frozenset(d["before"])) for d in data["doubtful"]},
    )


def _anchor(data: Data, starts: dict[str, Word], compounds: Compounds | None) -> re.Pattern[str]:
    """Where a time or an amount may start: at figures, a sign of money, or a word that starts one."""
    plain = one_of(word for word, meaning in starts.items() if word[0].isalpha() and not meaning.roles & _HALF_STARTS)
    attached = one_of(word for word, meaning in starts.items() if word.isalpha() and (meaning.currency or meaning.month))
    signs = VULGAR + "".join(re.escape(word) for word in starts if len(word) == 1 and not word.isalnum() and word != "/")
    counted = [w for w, m in build_words(data).items() if _countable(m) and w[0].isalpha()]
    half_starts = one_of(word for word, meaning in starts.items() if meaning.roles & _HALF_STARTS)
    joined = f"|{compounds.anchor}" if compounds else ""
    article = f"(?:{half_starts})[ \\n-]{{1,2}}(?=(?:{one_of(counted)})(?!\\w){joined})"
    unit = one_of(word for word in counted)
    return re.compile(rf"[{signs}]|/[ ]?(?=(?:{unit})(?!\w))|[^\w]()(?:[.,]?\d|(?:{plain})(?!\w)|(?:{attached})(?=\d)|{article}{joined})")


def _countable(word: Word) -> bool:
    """What may follow an article that counts for one: een week, a full month, a third, a hundred."""
    roles = {"plain_modifier", "business_modifier", "whole"}
    return bool(word.unit or word.part or word.currency or word.cents or word.morphs[:1] and word.morphs[0][0] in "os" or word.roles & roles)


def _working_time(data: Data) -> re.Pattern[str]:
    lead, noun = (one_of(data["working_time"][key]) for key in ("lead", "noun"))
    return re.compile(rf"[\s,(]*(?:(?:{lead})\s(?:[\w'’]+\s){{0,3}}?)?(?:{noun})(?!\w)")
