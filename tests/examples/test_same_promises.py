"""The same agreement gives the same promises in every format."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from klaar.clauses.agreement import build_agreement
from klaar.documents import Document, read_document, read_mail
from klaar.promises.find import find_promises
from klaar.promises.model import Promise

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = {"zaaksysteem": "nl", "permit-desk": "en"}
WORD = re.compile(r"\w+")

Kept = tuple[str, str, str, str]
"""What must be the same of a promise: its kind, its bearer, its deadline and its words."""


def kept(promise: Promise) -> Kept:
    deadline = promise.deadline
    time = f"{deadline.kind} {deadline.value}" if deadline else ""
    return promise.kind, promise.bearer, time, " ".join(WORD.findall(promise.quote)).casefold()


def kept_of(document: Document, name: str) -> Counter[Kept]:
    return Counter(kept(promise) for promise in find_promises(build_agreement(document, LANGUAGES[name])))


@cache
def promises(name: str, ending: str) -> Counter[Kept]:
    file = f"{name}.{ending}"
    return kept_of(read_document((EXAMPLES / name / file).read_bytes(), file), name)


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("ending", ["txt", "html", "docx", "odt", "pdf"])
def test_the_same_promises(name: str, ending: str) -> None:
    source, read = promises(name, "md"), promises(name, ending)
    assert source.total() > 300
    assert 2 * (source & read).total() / (source.total() + read.total()) >= 0.98


@pytest.mark.parametrize(("name", "attached"), [("zaaksysteem", "docx"), ("permit-desk", "pdf")])
def test_the_same_promises_in_a_mail(name: str, attached: str) -> None:
    file = f"{name}.eml"
    (document,) = read_mail((EXAMPLES / name / file).read_bytes(), file).attachments
    assert kept_of(document, name) == promises(name, attached)
