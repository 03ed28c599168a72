"""Words that show what weighs heavily: money, stopping, a remedy."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from klaar.text.data import load_words

_AT_STARTS = r"(?<!\w)(?:{})(?!\w)"


class Signs:
    """The word lists under [signs] of brief.toml in one language; "boete*" stands for any ending."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._articles = frozenset(lists["articles"])
        self._patterns = {name: _pattern(words) for name, words in lists.items()}

    def of(self, name: str, text: str) -> bool:
        """Whether a word of the list `name` ("remedy") stands in `text`."""
        return self._patterns[name].search(text) is not None

    def without(self, name: str, text: str) -> str:
        """`text` without the words of the list `name`."""
        return self._patterns[name].sub("", text)

    def after(self, name: str, text: str) -> str:
        """The words after the first of the list `name` in `text`, without an article; "" for none."""
        found = self._patterns[name].search(text)
        words = text[found.end() :].split() if found else []
        return " ".join(words[1:] if words and words[0].lower() in self._articles else words)

    def first(self, names: Sequence[str], text: str) -> str:
        """The first of the lists `names` of which a word stands in `text`, "" where none does."""
        return next((name for name in names if self.of(name, text)), "")


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = (
        re.escape(word.rstrip("*")).replace(r"\ ", r"\s+") + r"\w*" * word.endswith("*") for word in words
    )
    return re.compile(_AT_STARTS.format("|".join(forms)), re.IGNORECASE)


@cache
def load_signs(language: str) -> Signs:
    """The signs of `language` ("nl", "en")."""
    return Signs(load_words(language, "brief")["signs"])
