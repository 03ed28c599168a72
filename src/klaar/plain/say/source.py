"""The words of the source that say a promise, as one line."""

import re
from bisect import bisect_right

from klaar.plain.say.dutch.verbs import is_third
from klaar.plain.say.english.verbs import bases, thirds
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences
from klaar.text.words import split_words

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)")
_MARKS = re.compile(r"(?m)^\s*(?:>\s?|[-*•▪]\s+)+|\*\*|__|`|\[[ xX]?\]\s|\\$")
_ESCAPED = re.compile(r"\\([^\w\s])")
_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"(?<=[\w)]) ([,.;])(?=\s|$)")
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)* )?\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) (?=[A-Z])")
"""The number of a clause that stands in its text: "3 (e) All programs …"."""

_AFTER = 80
"""Characters after a promise in which it shows whether it was cut off."""

_LONGEST = 70
"""Words of the longest sentence that is shown for one promise in it."""


def one_line(text: str) -> str:
    """`text` on one line, without the marks of Markdown: "> the **Supplier**\\n> shall"."""
    plain = _MARKS.sub(" ", _LINK.sub(r"\1", text))
    line = _SPACE.sub(" ", _ESCAPED.sub(r"\1", plain).replace("*", "")).strip()
    return _LOOSE.sub(r"\1", _NUMBER.sub("", line))


def source_words(promise: Promise, text: str, words: Words) -> str:
    """The promise's own words, after those that open its list: "Leverancier zal" + "rapporteren".

    `text` is the agreement's: it shows whether a colon stands after the opening.
    """
    return after_opening(one_line(promise.quote), promise, text, words)


def after_opening(quote: str, promise: Promise, text: str, words: Words) -> str:
    """`quote` after the words that open its list, with a colon where it does not just go on."""
    if promise.opening is None:
        return quote
    opening = one_line(promise.opening.text)
    last = opening.rsplit(" ", 1)[-1].lower().rstrip(":")
    if words.has("modals", last) or words.has("leading", last):
        return f"{opening.rstrip(':')} {_small(quote)}"
    if opening.endswith(".") or any(words.has("announcing", low) for low in opening.lower().split()):
        return f"{opening.rstrip('.:')}: {quote}"
    colon = text[promise.opening.end : promise.opening.end + 4].lstrip().startswith(":")
    return f"{opening}: {quote}" if colon and not opening.endswith(":") else f"{opening} {_small(quote)}"


def whole_sentence(promise: Promise, voice: Voice) -> str | None:
    """The sentence that the promise is a part of; None where it is whole already, or the sentence too long.

    "vermeldt Leverancier dit" stands in "Indien een fout is hersteld, vermeldt Leverancier dit.".
    """
    at = bisect_right(voice.starts, promise.start) - 1
    if at < 0:
        return None
    passage, text = voice.agreement.passages[at], voice.agreement.document.text
    if not passage.start <= promise.start < promise.end <= passage.end:
        return None
    sentences = split_sentences(text, passage.start, passage.end, voice.language)
    found = [s for s in sentences if s.start < promise.end and promise.start < s.end]
    if not found or (found[0].start >= promise.start and found[-1].end <= promise.end):
        return None
    words = one_line(text[min(found[0].start, promise.start) : max(found[-1].end, promise.end)])
    if len(words.split()) > _LONGEST:
        return None
    return after_opening(words, promise, text, voice.words)


def breaks_off(promise: Promise, voice: Voice) -> bool:
    """Whether the promise stops in the middle of two things: "technical" before "and other measures"."""
    text = voice.agreement.document.text
    lows = split_words(text[promise.end : promise.end + _AFTER]).lows[:6]
    if len(lows) < 3 or not voice.words.has("conjunctions", lows[0]):
        return False
    rest = lows[1:5] if len(lows) == 6 else lows[1:]
    return not any(_begins_clause(low, voice) for low in rest)


def leads_on(promise: Promise, text: str) -> bool:
    """Whether a list follows that is no part of the promise: "De opdracht omvat" before ":"."""
    return promise.quote.rstrip().endswith(":") or text[promise.end : promise.end + 2].lstrip()[:1] == ":"


def _begins_clause(low: str, voice: Voice) -> bool:
    """Whether `low` can be the verb of what follows, or the party that does it."""
    if any(voice.words.has(group, low) for group in ("finite", "modals", "subordinators")):
        return True
    verbs = is_third(low) if voice.language == "nl" else low in bases() or low in thirds()
    return verbs or low in voice.roles or low in ("to", "te")


def _small(quote: str) -> str:
    """An item goes on where its opening stopped: without a capital, unless that is part of a name."""
    first = quote.split(" ", 1)[0]
    return quote[:1].lower() + quote[1:] if first[1:].islower() else quote
