"""What a word or a phrase of a text is in the lexicon."""

from functools import lru_cache

from klaar.plain.check.fold import fold
from klaar.plain.check.lexicon import EMPTY, Entry, Lexicon, load_lexicon
from klaar.plain.check.units import Side
from klaar.text.times import Time

_OPERATORS = frozenset(
    [
        "bounds.most",
        "bounds.least",
        "bounds.more",
        "bounds.less",
        "only.words",
        "condition.if",
        "condition.unless",
        "condition.even",
        "time.before",
        "time.after",
        "time.in_advance",
        "time.afterwards",
        "negation.words",
        "negation.none",
        "modality.must",
        "modality.may",
        "modality.spare",
        "modality.ought",
        "who.mirrored",
        "who.both",
        "who.counter",
    ]
)
"""What a word does rather than means: a unit with one of these carries no content of its own."""


def plain_word(low: str) -> str:
    """`low` with straight apostrophes."""
    return low.replace("’", "'")


@lru_cache(maxsize=20_000)
def entry_of(low: str, language: str) -> tuple[Entry, bool]:
    """What a word is, and whether it carries no content of its own."""
    lexicon = load_lexicon(language)
    entry = lexicon.families.get(fold(low, language), EMPTY)
    bare = low.removesuffix("'s")
    light = bare in lexicon.light or not low[0].isalnum()
    if light and bare not in lexicon.listed:
        entry = EMPTY
    exact = lexicon.words.get(low) or lexicon.words.get(bare)
    if exact:
        entry = entry._replace(tags=entry.tags | exact.tags, core=entry.core | exact.core)
    if not entry.tags and _prefixed(low, language):
        entry = entry._replace(tags=frozenset({"negation.prefixed"}))
    return entry, light or operates(entry)


def operates(entry: Entry) -> bool:
    """Whether it does something to the words around it rather than means something: "only", "at least"."""
    return not entry.core and not _OPERATORS.isdisjoint(entry.tags)


def _denied(low: str, language: str) -> str:
    """What the word denies by how it begins: "afgebroken" of "onafgebroken"; "" where it does not."""
    for prefix in ("on", "niet-") if language == "nl" else ("un", "non-"):
        rest = low.removeprefix(prefix)
        if rest != low and len(rest) > _LEAST_DENIED:
            return rest
    return ""


def _prefixed(low: str, language: str) -> bool:
    """Whether the word denies by how it begins: "onafgebroken", "non-refundable"."""
    rest = _denied(low, language)
    return bool(rest) and ("-" in low[:5] or bool(load_lexicon(language).families.get(fold(rest, language))))


_LEAST_DENIED = 4
"""Letters that stand at least behind "on" or "un" in a word that denies."""


@lru_cache(maxsize=20_000)
def keys_of(low: str, language: str) -> frozenset[str]:
    """What a word means, and what the parts of a compound mean: "factuurdatum" is an invoice and a date."""
    own = entry_of(low, language)[0].keys
    denied = _denied(low, language)
    if denied:
        own |= entry_of(denied, language)[0].keys
    if len(low) < 8 or language != "nl":
        return own
    lexicon = load_lexicon(language)
    for cut in range(4, len(low) - 3):
        right = lexicon.families.get(fold(low[cut:], language))
        if right is None or not right.keys:
            continue
        left_word = low[:cut].removesuffix("-")
        for word in (left_word, left_word.removesuffix("s"), left_word.removesuffix("en")):
            left = lexicon.families.get(fold(word, language))
            if left is not None and left.keys:
                return own | left.keys | right.keys
    return own


def entry_inside(lows: list[str], language: str) -> Entry:
    """What the words of a time insist on: "twee opeenvolgende maanden"."""
    found = [entry_of(low, language)[0] for low in lows]
    core = frozenset[str]().union(*(entry.core for entry in found))
    kept = (entry.keys if entry.core else {k for k in entry.keys if k[0] == "!"} for entry in found)
    return Entry(frozenset[str]().union(*kept), core)


def with_words(entry: Entry, lows: list[str], language: str) -> Entry:
    """A phrase means what its words of content mean, too."""
    keys, tags = set(entry.keys), set(entry.tags)
    for low in lows:
        word, light = entry_of(low, language)
        keys |= word.keys if not light else frozenset()
        if not entry.tags:
            tags |= {tag for tag in word.tags if not tag.startswith("negation.")}
    return entry._replace(keys=frozenset(keys), tags=frozenset(tags))


def someone(low: str, entry: Entry) -> Side:
    """Either party, or someone who is neither: the regulator, the disclosing party."""
    if "who.both" in entry.tags or "who.counter" in entry.tags:
        return "both"
    bare = low.removesuffix("'s").removesuffix("s")
    return f"={bare}" if "who.others" in entry.tags else ""


def phrase_at(
    families: list[str], i: int, lexicon: Lexicon, times: dict[int, Time], spans: list[tuple[int, int]]
) -> tuple[int, Entry]:
    """How many words the phrase at word `i` has, and what it is; (0, EMPTY) where there is none."""
    seconds = lexicon.phrases.get(families[i])
    if seconds is None or i + 1 >= len(families):
        return 0, EMPTY
    for family, entry in seconds.get(families[i + 1], ()):
        size = len(family)
        if tuple(families[i : i + size]) == family and not any(
            spans[k][0] in times for k in range(i + 1, i + size)
        ):
            return size, entry
    return 0, EMPTY
