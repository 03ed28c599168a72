"""A text as units: phrases, times, names of parties and single words, each with what it means."""

from functools import cache, lru_cache
from typing import NamedTuple

from klaar.plain.check.fold import fold
from klaar.plain.check.lexicon import EMPTY, Entry, Lexicon, load_lexicon
from klaar.plain.check.model import Parties, Reader
from klaar.text.data import load_words
from klaar.text.times import Time, find_times
from klaar.text.words import split_words

Side = str
"""`client`, `it`, `both`, or "=" and the word for someone else ("=toezichthouder"); "" for none."""


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


class Unit(NamedTuple):
    """A word, phrase, time or party at `start:end`.

    `light` is true for small words that carry no content of their own ("the", "wordt"). `side` is set for a
    party ("both" for "either party"), `owner` for one that owns what follows ("uw", "Customer's").
    """

    start: int
    end: int
    low: str
    family: str
    entry: Entry
    light: bool
    sentence: int
    side: Side = ""
    owner: bool = False
    time: Time | None = None
    keys: frozenset[str] = frozenset()
    """What the unit means, the parts of a compound included."""

    @property
    def mark(self) -> bool:
        return not self.low[0].isalnum() if self.low else False


class Reading(NamedTuple):
    """A text with its units in order."""

    text: str
    language: str
    units: tuple[Unit, ...]

    @property
    def lexicon(self) -> Lexicon:
        return load_lexicon(self.language)


def read(text: str, language: str, parties: Parties, reader: Reader | None) -> Reading:
    """Take `text` apart; "you" and "we" stand for a side where `reader` says for which."""
    words = split_words(text)
    times = {t.start: t for t in find_times(text, language)}
    lexicon = load_lexicon(language)
    names = _names(parties, language)
    sides = _pronouns(lexicon, reader, parties)
    units: list[Unit] = []
    sentence = 0
    i, count = 0, len(words.lows)
    lows = [_word(low) for low in words.lows]
    while i < count:
        start, end = words.spans[i]
        low = lows[i]
        if start in times:
            time = times[start]
            j = i + 1
            while j < count and words.spans[j][0] < time.end:
                j += 1
            entry, _ = _entry(low, language) if j == i + 1 else (_inside(lows[i:j], language), False)
            side = _someone(low, entry) if low in {"derde", "derden"} else ""
            units.append(
                Unit(
                    start,
                    max(time.end, words.spans[j - 1][1]),
                    text[start : time.end].lower(),
                    "",
                    entry,
                    True,
                    sentence,
                    side,
                    time=time,
                    keys=entry.keys,
                )
            )
            i = j
            continue
        name = _name_at(lows, i, names)
        if name:
            size, side = name
            last = lows[i + size - 1]
            owner = last.endswith("'s") or (last.endswith("s") and i + size < count and lows[i + size] == "'")
            units.append(
                Unit(start, words.spans[i + size - 1][1], low, "", EMPTY, True, sentence, side, owner)
            )
            i += size
            continue
        size, entry = _phrase_at(lows, i, lexicon, times, words.spans)
        if size > 1:
            end = words.spans[i + size - 1][1]
            side = _someone("_".join(lows[i : i + size]), entry)
            light = (
                not entry.keys or _operates(entry) or all(_entry(w, language)[1] for w in lows[i : i + size])
            )
            light = light and not entry.core
            entry = _with_words(entry, lows[i : i + size], language)
            units.append(
                Unit(
                    start,
                    end,
                    "_".join(lows[i : i + size]),
                    "",
                    entry,
                    light,
                    sentence,
                    side,
                    keys=entry.keys,
                )
            )
            i += size
            continue
        entry, light = _entry(low, language)
        side = sides.get(low, "")
        owner = bool(side) and low in _owning(language)
        side = side or _someone(low, entry)
        units.append(
            Unit(
                start,
                end,
                low,
                _family(low, language),
                entry,
                light or (bool(side) and side[0] != "="),
                sentence,
                side,
                owner,
                keys=_keys(low, language),
            )
        )
        if low in ".?!;:":
            sentence += 1
        i += 1
    return Reading(text, language, tuple(_together(_separable(units, lexicon))))


def _inside(lows: list[str], language: str) -> Entry:
    """What the words of a time insist on: "twee opeenvolgende maanden"."""
    found = [_entry(low, language)[0] for low in lows]
    core = frozenset[str]().union(*(entry.core for entry in found))
    kept = (entry.keys if entry.core else {k for k in entry.keys if k[0] == "!"} for entry in found)
    return Entry(frozenset[str]().union(*kept), core)


def _with_words(entry: Entry, lows: list[str], language: str) -> Entry:
    """A phrase means what its words of content mean, too."""
    keys, tags = set(entry.keys), set(entry.tags)
    for low in lows:
        word, light = _entry(low, language)
        keys |= word.keys if not light else frozenset()
        if not entry.tags:
            tags |= {tag for tag in word.tags if not tag.startswith("negation.")}
    return entry._replace(keys=frozenset(keys), tags=frozenset(tags))


def _someone(low: str, entry: Entry) -> Side:
    """Either party, or someone who is neither: the regulator, the disclosing party."""
    if "who.both" in entry.tags or "who.counter" in entry.tags:
        return "both"
    bare = low.removesuffix("'s").removesuffix("s")
    return f"={bare}" if "who.others" in entry.tags else ""


def _word(low: str) -> str:
    return low.replace("’", "'")


@lru_cache(maxsize=20_000)
def _family(low: str, language: str) -> str:
    return fold(low, language)


@lru_cache(maxsize=20_000)
def _entry(low: str, language: str) -> tuple[Entry, bool]:
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
    return entry, light or _operates(entry)


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


def _operates(entry: Entry) -> bool:
    return not entry.core and not _OPERATORS.isdisjoint(entry.tags)


@lru_cache(maxsize=20_000)
def _keys(low: str, language: str) -> frozenset[str]:
    """What a word means, and what the parts of a compound mean: "factuurdatum" is an invoice and a date."""
    own = _entry(low, language)[0].keys
    denied = _denied(low, language)
    if denied:
        own |= _entry(denied, language)[0].keys
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


@cache
def _owning(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "check")["who"]["owning"].split())


@cache
def addresses(language: str) -> frozenset[str]:
    """The words that speak to a reader or for the writer: "u", "wij", "your"."""
    who = load_words(language, "check")["who"]
    return frozenset(f"{who['you']} {who['we']}".split())


def _without_legal_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """ "Vlietnet" of "Vlietnet B.V."."""
    rest = name
    while len(rest) > 1 and (rest[-1] in _LEGAL_FORMS or rest[-1] in {".", ","}):
        rest = rest[:-1]
    return rest


_LEGAL_FORMS = frozenset(
    ["b.v", "bv", "n.v", "nv", "ltd", "inc", "llc", "llp", "plc", "gmbh", "vof", "v.o.f", "corp"]
)


@lru_cache(maxsize=200)
def _names(parties: Parties, language: str) -> dict[str, tuple[tuple[tuple[str, ...], Side], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Side]]] = {}
    for side, names in (("client", parties.client), ("it", parties.it)):
        for name in names:
            lows = tuple(_word(low) for low in split_words(name).lows)
            for form in {lows, _without_legal_form(lows)}:
                if form:
                    found.setdefault(form[0], []).append((form, side))  # type: ignore[arg-type]
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in found.items()}


def _pronouns(lexicon: Lexicon, reader: Reader | None, parties: Parties) -> dict[str, Side]:
    if reader is None:
        return {}
    other: Side = "it" if reader == "client" else "client"
    who = load_words(lexicon.language, "check")["who"]
    return {**dict.fromkeys(who["you"].split(), reader), **dict.fromkeys(who["we"].split(), other)}


def _name_at(
    lows: list[str], i: int, names: dict[str, tuple[tuple[tuple[str, ...], Side], ...]]
) -> tuple[int, Side] | None:
    first = lows[i]
    for key in (first, first.removesuffix("'s")):
        for form, side in names.get(key, ()):
            size = len(form)
            stretch = lows[i : i + size]
            if len(stretch) == size and (*stretch[:-1], stretch[-1].removesuffix("'s")) == form:
                return size, side
    return None


def _phrase_at(
    lows: list[str], i: int, lexicon: Lexicon, times: dict[int, Time], spans: list[tuple[int, int]]
) -> tuple[int, Entry]:
    found = lexicon.phrases.get(fold(lows[i], lexicon.language))
    if not found:
        return 0, EMPTY
    for family, entry in found:
        size = len(family)
        if i + size <= len(lows) and all(
            fold(lows[i + k], lexicon.language) == family[k] and spans[i + k][0] not in times
            for k in range(1, size)
        ):
            return size, entry
    return 0, EMPTY


_APART = frozenset(
    [
        "achter",
        "tegen",
        "samen",
        "terug",
        "voort",
        "over",
        "voor",
        "door",
        "deel",
        "plaats",
        "vast",
        "mede",
        "mee",
        "aan",
        "bij",
        "toe",
        "weg",
        "uit",
        "om",
        "op",
        "in",
        "af",
        "na",
        "goed",
        "bekend",
        "neer",
        "open",
        "stop",
        "los",
        "kwijt",
        "stil",
        "vrij",
        "rond",
        "stand",
    ]
)


_BEHIND = frozenset(
    [
        "en",
        "of",
        "als",
        "indien",
        "wanneer",
        "dan",
        "te",
        "die",
        "dat",
        "waarin",
        "waarvan",
        "waarbij",
        "waarop",
        "maar",
        "mits",
        "tenzij",
        "zodra",
        "nadat",
        "voordat",
        "omdat",
        "binnen",
        "uiterlijk",
        "per",
        "tot",
    ]
)


_JOINING = frozenset(["and", "or", "nor", "en", "of", "noch", "als", "&"])
_ARTICLES = frozenset(["the", "de", "het"])


def _together(units: list[Unit]) -> list[Unit]:
    """ "Klant en Leverancier" are both, as one."""
    for i, unit in enumerate(units):
        if unit.side not in {"client", "it"} or (unit.owner and unit.low in {"your", "our", "uw", "onze"}):
            continue
        k = i + 1
        if k < len(units) and units[k].low == "'":
            k += 1
        if k >= len(units) or units[k].low not in _JOINING:
            continue
        k += 1
        if k < len(units) and units[k].low in _ARTICLES:
            k += 1
        if k < len(units) and {unit.side, units[k].side} == {"client", "it"}:
            units[i] = unit._replace(side="both")
            units[k] = units[k]._replace(side="", owner=False)
    return units


def _separable(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """ "zegt … op", "op te zeggen": the verb as one, at the place of its stem."""
    if lexicon.language != "nl":
        return _made_available(units, lexicon)
    for i, unit in enumerate(units):
        if unit.low not in _APART or unit.time:
            continue
        after = units[i + 1] if i + 1 < len(units) else None
        if after is not None and after.low == "te" and i + 2 < len(units):
            _join(units, i, i + 2, lexicon)
            continue
        if (
            after is None
            or after.mark
            or after.low in _BEHIND
            or "condition.if" in lexicon.words.get(after.low, EMPTY).tags
        ):
            for j in range(i - 1, max(-1, i - 30), -1):
                if units[j].sentence != unit.sentence:
                    break
            else:
                j = max(-1, i - 30)
            for k in range(j + 1, i):
                if (
                    not units[k].mark
                    and not units[k].side
                    and units[k].low.isalpha()
                    and _join(units, i, k, lexicon)
                ):
                    break
    return units


def _made_available(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """ "make … available" as one, at the place of "make"."""
    made = lexicon.phrases.get(fold("make", "en"), ())
    keys = next(
        (entry.keys for family, entry in made if family[1:] == (fold("available", "en"),)), frozenset()
    )
    for i, unit in enumerate(units):
        if unit.family == fold("make", "en") and any(
            u.low == "available" and u.sentence == unit.sentence for u in units[i + 1 : i + 9]
        ):
            units[i] = unit._replace(keys=unit.keys | keys)
    return units


def _join(units: list[Unit], particle: int, verb: int, lexicon: Lexicon) -> bool:
    family = fold(units[particle].low + units[verb].low, lexicon.language)
    entry = lexicon.families.get(family)
    if entry is None or not entry.keys:
        return False
    old = units[verb]
    units[verb] = old._replace(
        family=family, entry=entry._replace(tags=entry.tags | old.entry.tags), light=False, keys=entry.keys
    )
    units[particle] = units[particle]._replace(entry=EMPTY, light=True, keys=frozenset())
    return True
