"""How long an agreement lasts."""

from functools import cache

from klaar.clauses.facts.dates import Hit
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.text.data import LANGUAGES, load_words
from klaar.text.times.model import Time

_LIKELY = 2.5
_AHEAD, _AFTER, _COUNTED = 150, 100, 80
"""Characters around a duration whose words tell whose it is, and after it that tell from when it counts."""


@cache
def long_units() -> tuple[str, ...]:
    """Pieces of words for a day and longer, in both languages: without any there is no duration to read."""
    return tuple(unit for code in LANGUAGES for unit in load_words(code, "facts")["term"]["units"])


def durations(sentence: Sentence) -> list[Time]:
    """The durations of a sentence in days or longer."""
    if not sentence.has(long_units()):
        return []
    return [t for t in sentence.times if t.type == "duration" and "T" not in str(t.value)]


def find_term(reading: Reading) -> list[Found]:
    """How long the agreement lasts: "an initial term of three years" P3Y, "onbepaalde tijd" perpetual."""
    words = reading.words("term")
    found: list[Found] = []
    for sentence in reading.sentences("term"):
        titled = any(word in reading.title_of(sentence.passage) for word in words["about"])
        if titled or (sentence.has(words["about"]) and sentence.has(words["force"])):
            hit = _lasting(sentence, words) or _unending(sentence, words)
            if hit:
                weight = _weight(sentence, hit, words) + titled
                found.append(found_in(sentence, "term", *hit, weight=weight))
    return [one for one in best(found) if one.weight >= _LIKELY]


def _weight(sentence: Sentence, hit: Hit, words: dict[str, list[str]]) -> float:
    """How likely a duration is the agreement's: more in "shall remain in effect for", less for days."""
    around = sentence.low[max(0, hit[1] - sentence.start - _AHEAD) : hit[2] - sentence.start + _AFTER]
    other = any(word in around for word in words["skip"])
    return 2.0 + 1.5 * sentence.has(words["force"]) - 2.0 * other - 1.5 * hit[0].endswith(("D", "W"))


def _unending(sentence: Sentence, words: dict[str, list[str]]) -> Hit | None:
    """A term without end; none where that is so in some case only ("If no term is stated, …")."""
    if sentence.low.lstrip().startswith(tuple(words["conditional"])):
        return None
    lasting = sentence.places(tuple(words["perpetual"]))
    return ("perpetual", *lasting[0]) if lasting else None


def _lasting(sentence: Sentence, words: dict[str, list[str]]) -> Hit | None:
    """The first duration that is not the one of a renewal or a notice."""
    if not sentence.has(long_units()) and not sentence.has(words["anniversary"]):
        return None
    limit = _limit(sentence, words)
    for time in sentence.times:
        after = sentence.low[time.end - sentence.start :].lstrip()
        if time.type == "ordinal" and after.startswith(tuple(words["anniversary"])):
            return f"P{time.value}Y", time.start, time.end
        if time.type == "duration" and "T" not in str(time.value) and time.start < limit:
            own = any(word in after[:_COUNTED] for word in words["own"])
            if own or not after.startswith(tuple(words["counted"])):
                return str(time.value), time.start, time.end
    return None


def _limit(sentence: Sentence, words: dict[str, list[str]]) -> int:
    """Where the words of the term end: at "thereafter", "tenzij … opzegt"."""
    cues = [place for word in words["cues"] if (place := sentence.low.find(word)) >= 0]
    ends = [place for word in words["later"] if (place := sentence.low.find(word)) >= 0]
    later = [end for end in ends if not cues or end > min(cues)]
    return sentence.start + min(later, default=len(sentence.low))
