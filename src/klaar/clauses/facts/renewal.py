"""By how much an agreement goes on, and by when that is to be prevented."""

from klaar.clauses.facts.dates import Hit
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.clauses.facts.term import durations
from klaar.text.times.model import Time

_FAR = 160
"""Characters between the word "notice" and its length."""
_BEFORE, _AFTER = 30, 16
"""Characters around a duration whose words tell what it is the length of."""


def find_renewal(reading: Reading, term: list[Found]) -> list[Found]:
    """By how much the agreement goes on: "renews for successive one year periods" P1Y, else "automatic"."""
    words = reading.words("renewal")
    found = []
    for sentence in reading.sentences("renewal"):
        places = sentence.places(tuple(words["words"]))
        titled = any(word in reading.title_of(sentence.passage) for word in words["about"])
        about = titled or sentence.has(words["about"]) or sentence.has(words["automatic"][:4])
        if not places or not about or sentence.has(words["never"]) or sentence.has(words["skip"]):
            continue
        value, start, end = _renewed(sentence, places[0].start, words, term)
        if sentence.has(words["automatic"]) and not value.endswith(("D", "W")):
            weight = 2.0 if value == "automatic" else 3.0
            found.append(found_in(sentence, "renewal", value, start, end, weight=weight))
    return best(found)


def _renewed(sentence: Sentence, at: int, words: dict[str, list[str]], term: list[Found]) -> Hit:
    """The length of a renewal, and the words from "renew" to it; Dutch has it before the verb."""
    stops = [place for word in words["until"] if (place := sentence.low.find(word, at - sentence.start)) >= 0]
    limit = sentence.start + min(stops, default=len(sentence.low))
    spans = [t for t in sentence.times if t.type in ("duration", "set") and "T" not in str(t.value)]
    with_it = " met " in sentence.low[: at - sentence.start]
    before = [t for t in spans if t.end <= at][-1:] if with_it else []
    for time in [*before, *(t for t in spans if at <= t.start < limit)]:
        return str(time.value), min(at, time.start), max(at, time.end)
    return _in_words(sentence, words, term)


def _in_words(sentence: Sentence, words: dict[str, list[str]], term: list[Found]) -> Hit:
    """A renewal without a number: "from year to year", "voor eenzelfde periode"."""
    phrases: dict[str, str] = dict(zip(words["phrases"], words["lengths"], strict=True))
    for phrase, value in phrases.items():
        if phrase in sentence.low:
            place = sentence.start + sentence.low.index(phrase)
            return value, place, place + len(phrase)
    if same := sentence.places(tuple(words["same"])):
        known = term and term[0].value != "perpetual"
        return (term[0].value if known else "automatic"), same[0].start, same[0].end
    word = sentence.places(tuple(words["words"]))[0]
    return "automatic", word.start, word.end


def find_notice(reading: Reading) -> list[Found]:
    """How long before the end notice must be given: "at least sixty (60) days prior written notice" P60D."""
    words = reading.words("notice")
    found = []
    for sentence in reading.sentences("notice", most=120):
        places = sentence.places(tuple(words["words"]))
        weight = 3.0 * sentence.has(words["best"]) + 1.5 * sentence.has(words["free"])
        weight -= 2.5 * sentence.has(words["skip"])
        spans = durations(sentence) if places and weight >= 1 and sentence.has(words["ends"]) else []
        if not spans:
            continue
        time = max(spans, key=lambda t: _noticed(sentence, t, words))
        near = min(places, key=lambda p: abs(time.start - p.start))
        if abs(time.start - near.start) < _FAR and _noticed(sentence, time, words)[0] >= 0:
            start, end = min(time.start, near.start), max(time.end, near.end)
            found.append(found_in(sentence, "notice", str(time.value), start, end, weight=weight))
    return best(found)


def _noticed(sentence: Sentence, time: Time, words: dict[str, list[str]]) -> tuple[int, int]:
    """How likely a duration is that of a notice: "at least 60 days prior", not "successive 1 year terms"."""
    start, end = time.start - sentence.start, time.end - sentence.start
    before, after = sentence.low[max(0, start - _BEFORE) : start], sentence.low[end : end + _AFTER]
    points = 2 * any(word in after for word in words["after"])
    points += any(word in before for word in words["before"])
    points += 3 * before.rstrip().endswith(tuple(words["sure"]))
    return points - 2 * any(word in before + after[:12] for word in words["length"]), -time.start
