"""The words of the source that say a promise, as one line."""

import re

from klaar.promises.model import Promise

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)")
_MARKS = re.compile(r"(?m)^\s*(?:>\s?|[-*•▪]\s+)+|\*\*|__|`|\[[ xX]?\]\s|\\$")
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """`text` without line ends and without the marks of Markdown: "> the *Supplier*\\n> shall" on one line."""
    return _SPACE.sub(" ", _MARKS.sub(" ", _LINK.sub(r"\1", text))).strip()


def source_words(promise: Promise) -> str:
    """The promise's own words, after those that open its list: "Leverancier zal" + "rapporteren"."""
    quote = one_line(promise.quote)
    if promise.opening is None:
        return quote
    return f"{one_line(promise.opening.text)} {quote}"
