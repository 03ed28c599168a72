"""The word data of promises, made ready for looking up one word at a time."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from klaar.promises import flags
from klaar.text.data import load_words

_SMALL = {
    "must": flags.MUST,
    "may": flags.MAY,
    "not": flags.NOT,
    "only": flags.ONLY,
    "until": flags.UNTIL,
    "if": flags.IF,
    "that": flags.THAT,
    "relative": flags.RELATIVE,
    "and": flags.AND,
    "but": flags.BUT,
    "be": flags.BE,
    "have": flags.HAVE,
    "become": flags.BECOME,
    "by": flags.BY,
    "to": flags.TO,
    "of": flags.OF,
    "if_first": flags.IF_FIRST,
    "pronoun": flags.PRONOUN,
    "person": flags.PERSON,
    "whose": flags.WHOSE,
    "adverb": flags.ADVERB,
    "determiner": flags.DETERMINER,
}
_VERBS = {
    "act": flags.ACT,
    "plural": flags.PLURAL,
    "state": flags.STATE,
    "receive": flags.RECEIVE,
    "thing": flags.THING,
    "scope": flags.SCOPE,
    "fact": flags.FACT,
    "give": flags.GIVE,
}
_NOUNS = {
    "paper": flags.PAPER,
    "actor": flags.ACTOR,
    "service": flags.SERVICE,
    "money": flags.MONEY,
    "charge": flags.CHARGE,
    "credit": flags.CREDIT,
    "level": flags.LEVEL,
    "available": flags.AVAILABLE,
    "part": flags.PART,
}


class Sign(NamedTuple):
    """One way to decide a kind: a word, with one word of each of `beside` in the same clause.

    "zorg+draagt/dragen" is the sign `Sign("duty", ({"draagt", "dragen"},))` of the word "zorg". `verb` is
    true for "=garandeert", which counts only as the clause's own verb; `last` holds the words that must end
    the clause ("=stemt+in$", of "stemt hiermee in"). `negated` is true for "apply+!", which needs a "not".
    """

    kind: str
    beside: tuple[frozenset[str], ...]
    verb: bool
    last: frozenset[str]
    negated: bool


class Signs(NamedTuple):
    """Per word: its bits (see `flags`) and, where it may decide a kind, how.

    `heads` are the ends of compounds that count as their head; `adverbs` the ends that make an adverb of a
    word that no list knows ("expressly"), but for those of `no_adverbs` ("comply").
    """

    language: str
    bits: dict[str, int]
    signs: dict[str, tuple[Sign, ...]]
    heads: tuple[str, ...]
    adverbs: tuple[str, ...]
    no_adverbs: frozenset[str]


@cache
def load_signs(language: str) -> Signs:
    """The signs of "nl" or "en"."""
    data = load_words(language, "signs")
    bits: dict[str, int] = defaultdict(int)
    for names, group in ((_SMALL, data["small"]), (_VERBS, data["verbs"]), (_NOUNS, data["nouns"])):
        for name, bit in names.items():
            for word in group.get(name, "").split():
                bits[word] |= bit
    for word in data["participles"]["state"].split():
        bits[word] |= flags.SETTLED
    signs: dict[str, list[Sign]] = defaultdict(list)
    for kind, lines in data["signs"].items():
        for line in lines.split():
            word, sign = _sign(kind, line)
            signs[word].append(sign)
            bits[word] |= flags.SIGN
    for mark, bit in flags.MARKS.items():
        bits[mark] = bit
    heads = tuple(data.get("compounds", {}).get("heads", "").split())
    known = {word: tuple(found) for word, found in signs.items()}
    adverbs = load_words(language, "promises")["adverbs"]
    ends, verbs = tuple(adverbs["ends"].split()), frozenset(adverbs["verbs"].split())
    return Signs(language, dict(bits), known, heads, ends, verbs)


def _sign(kind: str, line: str) -> tuple[str, Sign]:
    word, *beside = line.removesuffix("+!").split("+")
    last = frozenset(w.removesuffix("$") for w in beside if w.endswith("$"))
    needed = tuple(frozenset(w.split("/")) for w in beside if not w.endswith("$"))
    return word.removeprefix("="), Sign(kind, needed, word.startswith("="), last, line.endswith("+!"))
