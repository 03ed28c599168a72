"""Every format says the same words in the same order, as Klaar reads them."""

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from klaar.documents import Document, read_document, read_mail

EXAMPLES = Path(__file__).parents[2] / "examples"
WORD = re.compile(r"[^\W\d_]{2,}")
ASIDE = ("furniture", "toc")


@cache
def words(name: str, ending: str) -> tuple[str, ...]:
    file = f"{name}.{ending}"
    return words_of(read_document((EXAMPLES / name / file).read_bytes(), file))


def words_of(document: Document) -> tuple[str, ...]:
    texts = (document.text[block.start : block.end] for block in document.blocks if block.kind not in ASIDE)
    return tuple(word.casefold() for text in texts for word in WORD.findall(text))


LEAST = {"txt": 0.99, "html": 0.99, "docx": 0.99, "odt": 0.99, "pdf": 0.98}
"""The share of words, in order, that a format must have in common with the source."""


@pytest.mark.parametrize("name", ["zaaksysteem", "permit-desk"])
@pytest.mark.parametrize("ending", LEAST)
def test_the_same_words_in_the_same_order(name: str, ending: str) -> None:
    source, read = words(name, "md"), words(name, ending)
    matched = sum(block.size for block in SequenceMatcher(None, source, read).get_matching_blocks())
    assert 2 * matched / (len(source) + len(read)) >= LEAST[ending]


@pytest.mark.parametrize(
    ("name", "attached", "says"),
    [("zaaksysteem", "docx", "geachte mevrouw bakker"), ("permit-desk", "pdf", "dear margaret")],
)
def test_the_mail_carries_the_agreement(name: str, attached: str, says: str) -> None:
    mail = read_mail((EXAMPLES / name / f"{name}.eml").read_bytes(), f"{name}.eml")
    assert says in " ".join(words_of(mail.document))
    assert [words_of(document) for document in mail.attachments] == [words(name, attached)]
