from collections import Counter
from importlib.resources import files
from tomllib import loads
from typing import Any

import pytest

WORDS: list[dict[str, Any]] = loads((files("klaar.text") / "en" / "everyday.toml").read_text("utf-8"))["word"]
KINDS = {"verb", "noun", "adjective", "adverb", "preposition", "conjunction", "phrase"}
KEYS = {"from", "to", "kind"}
MAY = {"safe", "forms", "past", "order", "note"}


def said(words: str) -> set[str]:
    """Everything that may be said instead of `words`."""
    found = {w["to"] for w in WORDS if w["from"] == words}
    return found | {w[part][words] for w in WORDS for part in ("forms", "past") if words in w.get(part, {})}


def safe(words: str) -> bool:
    return any(w.get("safe", False) for w in WORDS if w["from"] == words)


def test_there_are_enough_words() -> None:
    assert len(WORDS) >= 600
    assert sum(w.get("safe", False) for w in WORDS) >= 400


def test_every_word_is_complete() -> None:
    assert [w for w in WORDS if not KEYS <= set(w) <= KEYS | MAY] == []
    assert {w["kind"] for w in WORDS} == KINDS
    assert [w for w in WORDS if w["from"] == w["to"] or not w["to"].strip()] == []
    assert [w["from"] for w in WORDS if w["from"] != w["from"].strip()] == []


def test_no_word_stands_there_twice() -> None:
    assert [k for k, n in Counter((w["from"], w["kind"]) for w in WORDS).items() if n > 1] == []


def test_a_word_that_can_be_two_things_is_never_safe() -> None:
    # "the substitute" is a replacement and "to substitute" is not: the letters alone do not tell
    kinds = Counter(w["from"] for w in WORDS)
    assert [w["from"] for w in WORDS if kinds[w["from"]] > 1 and w.get("safe", False)] == []


def test_a_form_says_the_same_as_its_word() -> None:
    own = {w["from"]: w["to"] for w in WORDS}
    forms = [(form, to) for w in WORDS for form, to in w.get("forms", {}).items()]
    assert [(form, to, own[form]) for form, to in forms if form in own] == []
    assert [form for w in WORDS for form in w.get("past", {}) if form not in w["forms"]] == []


def test_what_is_said_instead_is_itself_not_formal() -> None:
    formal = {w["from"] for w in WORDS if w.get("safe", False)}
    assert [(w["from"], w["to"]) for w in WORDS if w.get("safe", False) and w["to"] in formal] == []


SAID = [
    ("prior to", "before"),
    ("in the event that", "if"),
    ("notwithstanding", "despite"),
    ("commence", "start"),
    ("commences", "starts"),
    ("commenced", "started"),
    ("commencing", "starting"),
    ("utilise", "use"),
    ("utilized", "used"),
    ("pursuant to", "under"),
    ("inter alia", "among other things"),
    ("withheld", "kept back"),
    ("undergone", "gone through"),
    ("violated", "broken"),
    ("violated", "broke"),
    ("criteria", "points to judge by"),
    ("not less than", "at least"),
    ("on or before", "by"),
    ("save for", "except for"),
]


@pytest.mark.parametrize(("formal", "everyday"), SAID)
def test_a_formal_word_has_an_everyday_one(formal: str, everyday: str) -> None:
    assert everyday in said(formal)


KEPT = """shall; shall not; terminate; termination; indemnify; indemnity; warrant; warranty; waive;
waiver; assign; rescind; deem; herein; hereunder; subject to; provided that; forthwith; promptly;
reasonable; material; best efforts; due to; without prejudice to; on behalf of; in respect of; represents
and warrants; notify; liable; exclude; disclose; consent; jointly; severally; bona fide; without undue
delay; time is of the essence; is required to; sole and exclusive"""


@pytest.mark.parametrize("words", [" ".join(words.split()) for words in KEPT.split(";")])
def test_a_word_with_a_legal_meaning_of_its_own_is_only_explained(words: str) -> None:
    assert not safe(words)


MOVING = [
    "thereof",
    "consecutive",
    "in no event",
    "is prohibited from",
    "enable",
    "annually",
    "hereby",
    "facilitate",
]


@pytest.mark.parametrize("words", MOVING)
def test_a_word_that_moves_others_says_so(words: str) -> None:
    assert any(w.get("order") for w in WORDS if w["from"] == words)
