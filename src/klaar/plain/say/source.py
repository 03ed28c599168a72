"""The words of the source that say a promise, as one line."""

import re

from klaar.promises.model import Promise

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)")
_MARKS = re.compile(r"(?m)^\s*(?:>\s?|[-*•▪]\s+)+|\*\*|__|`|\[[ xX]?\]\s|\\$")
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """`text` on one line, without the marks of Markdown: "> the **Supplier**\\n> shall"."""
    return _SPACE.sub(" ", _MARKS.sub(" ", _LINK.sub(r"\1", text))).strip()


def source_words(promise: Promise) -> str:
    """The promise's own words, after those that open its list: "Leverancier zal" + "rapporteren"."""
    quote = one_line(promise.quote)
    if promise.opening is None:
        return quote
    opening = one_line(promise.opening.text)
    if opening.endswith(":"):
        return f"{opening} {quote}"
    return f"{opening} {_small(quote)}"


def _small(quote: str) -> str:
    """An item goes on where its opening stopped: without a capital, unless that is part of a name."""
    first = quote.split(" ", 1)[0]
    return quote[:1].lower() + quote[1:] if first[1:].islower() else quote
