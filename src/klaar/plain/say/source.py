"""The words of the source that say a promise, as one line."""

import re
from bisect import bisect_right

from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)")
_MARKS = re.compile(r"(?m)^\s*(?:>\s?|[-*•▪]\s+)+|\*\*|__|`|\[[ xX]?\]\s|\\$")
_ESCAPED = re.compile(r"\\([^\w\s])")
_SPACE = re.compile(r"\s+")


_LONGEST = 70
"""Words of the longest sentence that is shown for one promise in it."""


def one_line(text: str) -> str:
    """`text` on one line, without the marks of Markdown: "> the **Supplier**\\n> shall"."""
    plain = _MARKS.sub(" ", _LINK.sub(r"\1", text))
    return _SPACE.sub(" ", _ESCAPED.sub(r"\1", plain).replace("*", "")).strip()


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


def _small(quote: str) -> str:
    """An item goes on where its opening stopped: without a capital, unless that is part of a name."""
    first = quote.split(" ", 1)[0]
    return quote[:1].lower() + quote[1:] if first[1:].islower() else quote
