"""The numbers and bullets that a browser shows before the items of a list."""

from collections.abc import Callable

from klaar.documents.html.names import list_style, name_of, whole
from klaar.documents.numerals import alphabetic, decimal, roman, two_digits, upper
from klaar.documents.xml import Element

_MOST = 1_000_000
_STYLES: dict[str, Callable[[int], str]] = {
    "1": decimal,
    "decimal": decimal,
    "decimal-leading-zero": two_digits,
    "a": alphabetic,
    "lower-alpha": alphabetic,
    "lower-latin": alphabetic,
    "A": upper(alphabetic),
    "upper-alpha": upper(alphabetic),
    "upper-latin": upper(alphabetic),
    "i": roman,
    "lower-roman": roman,
    "I": upper(roman),
    "upper-roman": upper(roman),
}
_UNSEEN = "none"


class HtmlList:
    """One list; `next` gives what stands before its next item, "" where its style shows nothing."""

    def __init__(self, element: Element) -> None:
        self._style = list_style(element)
        self.ordered = name_of(element) == "ol"
        self._step = -1 if element.get("reversed") is not None else 1
        first = 1
        if self._step < 0:
            first = sum(name_of(child) == "li" for child in element.iterchildren())
        self._count = whole(element.get("start"), first, -_MOST, _MOST) - self._step

    def next(self, item: Element) -> str:
        """The mark of an item, which may set the count itself."""
        self._count = whole(item.get("value"), self._count + self._step, -_MOST, _MOST)
        style = list_style(item) or self._style
        if style == _UNSEEN:
            return ""
        if self.ordered or style in _STYLES:
            return f"{_STYLES.get(style, decimal)(self._count)}."
        return "•"
