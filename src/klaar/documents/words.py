"""The words by which the parts of a document are known, per language."""

from functools import cache
from typing import NamedTuple

from klaar.text.data import load_words


class DocumentWords(NamedTuple):
    """The words of one or more languages together: labels ("artikel"), page words ("pagina"), and so on."""

    labels: tuple[str, ...]
    cited: frozenset[str]
    pages: tuple[str, ...]
    of: tuple[str, ...]
    contents: frozenset[str]
    captions: tuple[str, ...]
    heads: frozenset[str]
    joined: frozenset[str]
    verbs: frozenset[str]
    private: tuple[str, ...]


@cache
def document_words(languages: tuple[str, ...] = ("nl", "en")) -> DocumentWords:
    """The words of `languages`, each list in order of the languages, without repeats."""
    tables = [load_words(language, "documents") for language in languages]

    def merged(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for table in tables for word in table[key]))

    return DocumentWords(
        labels=merged("labels"),
        cited=frozenset(merged("cited")),
        pages=merged("pages"),
        of=merged("of"),
        contents=frozenset(merged("contents")),
        captions=merged("captions"),
        heads=frozenset(merged("heads")),
        joined=frozenset(merged("joined")),
        verbs=frozenset(merged("verbs")),
        private=merged("private"),
    )
