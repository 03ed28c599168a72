"""Which law governs an agreement, which court decides, and which document goes before which."""

import re
from functools import cache

from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence, pattern
from klaar.text.data import load_words

_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:\.[A-Z]\.?)*|[A-Z]\.(?:[A-Z]\.)+")
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 60


def find_law(reading: Reading) -> list[Found]:
    """The country or state whose law governs: "the laws of the State of Delaware" → "Delaware"."""
    words = reading.words("law")
    found = []
    for sentence in reading.sentences("law"):
        if not sentence.has(words["about"]):
            continue
        titled = any(word in reading.title_of(sentence.passage) for word in ("law", "recht"))
        governs = 1.0 * (
            "govern" in sentence.low or "beheerst" in sentence.low or "van toepassing" in sentence.low
        )
        if (hit := _law_of(sentence, reading.language)) or (hit := _national(sentence, words)):
            found.append(found_in(sentence, "law", *hit, weight=1.0 + 2 * governs + titled))
    return [one for one in best(found) if one.weight >= 1.5]


@cache
def _of(language: str) -> re.Pattern[str]:
    words = load_words(language, "facts")["law"]
    of = "|".join(re.escape(p).replace(r"\ ", r"\s*") for p in sorted(words["of"], key=len, reverse=True))
    inner = "|".join(
        re.escape(p).replace(r"\ ", r"\s*") for p in sorted(words["inner"], key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{of})\s*(?:(?:{inner})\s*)*", re.IGNORECASE)


def _law_of(sentence: Sentence, language: str) -> tuple[str, int, int] | None:
    """The name after "laws of": "the laws of England and Wales, without …" → "England and Wales"."""
    stop, bridge = (load_words(language, "facts")["law"][key] for key in ("stop", "bridge"))
    for of in _of(language).finditer(sentence.text, sentence.start, sentence.end):
        end = _name_end(sentence, of.end(), stop, bridge)
        if end > of.end():
            name = _SPACE.sub(" ", sentence.text[of.end() : end])
            return (
                (name.title().replace(" And ", " and ") if name.isupper() and len(name) > 4 else name),
                of.start(),
                end,
            )
    return None


def _name_end(sentence: Sentence, at: int, stop: list[str], bridge: list[str]) -> int:
    """Where a run of words with a capital ends; "and" and "of" may stand inside it."""
    end = at
    while word := _WORD.match(sentence.text, at, sentence.end):
        if word.group().lower().rstrip(".") in stop or (
            end > 0 and word.group().lower() in bridge and end < at - 1
        ):
            break
        end = word.end()
        gap = re.compile(r"[ \t\n]+(?:(?:" + "|".join(bridge) + r")[ \t\n]+)?").match(
            sentence.text, end, sentence.end
        )
        if not gap:
            break
        at = gap.end()
    return end


def _national(sentence: Sentence, words: dict[str, dict[str, str]]) -> tuple[str, int, int] | None:
    """ "Dutch law", "Belgisch recht": the country of the adjective, with at most a word between."""
    nations = words["nations"]
    for place in sentence.places(tuple(words["ends"])):
        ahead = list(_LETTERS.finditer(sentence.text, max(sentence.start, place.start - 40), place.start))[
            -2:
        ]
        for word in ahead[::-1]:
            if word.group().lower() in nations:
                return nations[word.group().lower()], word.start(), place.end
    return None


def find_court(reading: Reading) -> list[Found]:
    """The court that decides: "de rechtbank Den Haag", "the courts of New York"."""
    words = reading.words("court")
    found = []
    for sentence in reading.sentences("court"):
        if not sentence.has(words["about"]):
            continue
        for place in sentence.places(tuple(words["words"])):
            at = _SPACE.match(sentence.text, place.end)
            the = re.compile(r"\s*(?:the |het |de |state of |te |in |van )*", re.IGNORECASE).match(
                sentence.text, place.end
            )
            begin = the.end() if the else (at.end() if at else place.end)
            end = _name_end(sentence, begin, [], ["and", "of", "en", "van", "the"])
            if begin < end < begin + _LONGEST:
                value = _SPACE.sub(" ", sentence.text[begin:end])
                found.append(found_in(sentence, "court", value, place.start, end))
    return best(found)


def find_precedence(reading: Reading) -> list[Found]:
    """Which document goes before: the words that say so; as value what prevails, or the list in its order."""
    words = reading.words("precedence")
    found = []
    for sentence in reading.sentences("precedence"):
        wins = sentence.places(tuple(words["wins"]))
        if not sentence.has(words["about"]) or sentence.has(words["skip"]):
            continue
        if items := _ordered(reading, sentence):
            found.append(
                found_in(sentence, "precedence", " > ".join(items), sentence.start, sentence.end, weight=3.0)
            )
        elif wins:
            found.append(
                found_in(
                    sentence,
                    "precedence",
                    _winner(sentence, reading),
                    sentence.start,
                    sentence.end,
                    weight=2.0,
                )
            )
    return best(found)


def _ordered(reading: Reading, sentence: Sentence) -> list[str]:
    """The items of a list that the sentence opens, shortened."""
    opening = next((i for i, p in enumerate(reading.passages) if p == sentence.passage), -1)
    if sentence.text[sentence.end - 1] != ":":
        return []
    items = [p for p in reading.passages[opening + 1 : opening + 13] if p.opening == opening]
    return [_SPACE.sub(" ", reading.text[p.start : p.end])[:80].rstrip(" ;.,") for p in items]


def _winner(sentence: Sentence, reading: Reading) -> str:
    """What prevails: the words before "shall prevail", or after "prevaleert", or inside "gaat … voor"."""
    words = reading.words("precedence")
    match = pattern(tuple(words["wins"])).search(sentence.low)
    if match is None:
        return ""
    text = sentence.text[sentence.start : sentence.end]
    before = re.split(r"[,;:(]", text[: match.start()])[-1].strip()
    after = re.split(r"[,;:.(]", text[match.end() :])[0]
    for end in words["ends"]:
        after = after.partition(end)[0]
    inverted = reading.language == "nl" and after.strip() and not after.startswith(tuple(words["ends"]))
    return _SPACE.sub(" ", after if inverted else before).strip()[:100]
