"""Every word on screen in both languages: English in the source, Dutch in locale/nl of Klaar or of an app."""

import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import klaar.web

WEB = Path(klaar.web.__file__).parent
PO = sorted(WEB.rglob("locale/nl/LC_MESSAGES/django.po"))
_CALLS = dict.fromkeys(("gettext", "gettext_lazy", "_")) | {
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
_SLOT = re.compile(r"%\(\w+\)s|%%|%s")


def _words() -> Iterator[object]:
    for file in sorted(WEB.rglob("*.py")):
        yield from _of(file.read_text("utf-8"))
    for file in sorted((*WEB.rglob("*.html"), *WEB.rglob("mail/*.txt"))):
        yield from _of(templatize(file.read_text("utf-8"), origin=str(file)))


def _of(source: str) -> Iterator[object]:
    for _, call, words, _ in extract_python(BytesIO(source.encode()), _CALLS, [], {}):
        yield tuple(words[:2]) if call.startswith("n") else words if isinstance(words, str) else words[0]


@pytest.fixture(scope="module")
def dutch():
    return [message for file in PO for message in _catalog(file)]


def _catalog(file: Path):
    return read_po(StringIO(file.read_text("utf-8")), locale="nl")


def test_every_word_has_its_dutch(dutch):
    known = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in dutch
        if message.id
        and not message.fuzzy
        and all([message.string] if isinstance(message.string, str) else message.string)
    }
    said = {words[0] if isinstance(words, tuple) else words for words in _words()}
    assert sorted(str(each) for each in said if each and each not in known) == []


def test_no_word_is_left_over(dutch):
    said = {words[0] if isinstance(words, tuple) else words for words in _words()}
    kept = {message.id[0] if isinstance(message.id, tuple) else message.id for message in dutch if message.id}
    assert sorted(kept - said) == []


def test_slots_are_the_same_in_both(dutch):
    wrong = []
    for message in dutch:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        slots = [set(_SLOT.findall(words)) for words in (*ids[-1:], *strings)]
        wrong += [message.id for each in slots[1:] if message.id and each != slots[0]]
    assert wrong == []


@pytest.mark.parametrize("file", PO, ids=lambda file: file.relative_to(WEB).parts[0])
def test_the_compiled_words_are_those_of_the_source(file):
    with file.with_suffix(".mo").open("rb") as compiled:
        assert _pairs(read_mo(compiled)) == _pairs(_catalog(file))


def _pairs(catalog):
    return sorted((list(message.id), list(message.string)) for message in catalog if message.id)
