"""Texts of one clause between Leverancier and Klant, Supplier and Client, and their promises in few words."""

import tomllib
from pathlib import Path
from typing import Any

from klaar.clauses.agreement import build_agreement
from klaar.clauses.model import Agreement
from klaar.documents.read import read_document
from klaar.promises.find import find_promises
from klaar.promises.model import Deadline, Measure, Promise

LANGUAGES = ("nl", "en")
_HEADS = {
    "nl": "Overeenkomst tussen Leverancier en Klant\n\nArtikel 1 Afspraken\n\n",
    "en": "Agreement between Supplier and Client\n\n1. Terms\n\n",
}


def agreement_of(text: str, language: str, name: str = "text.txt") -> Agreement:
    """The agreement whose one clause is `text`."""
    return build_agreement(read_document(f"{_HEADS[language]}{text}\n".encode(), name), language)


def promises_of(text: str, language: str, name: str = "text.txt") -> tuple[Promise, ...]:
    return find_promises(agreement_of(text, language, name))


def load_cases(language: str) -> dict[str, list[Any]]:
    """The cases of one language by table; a line "expected: sentence" becomes a pair."""
    path = Path(__file__).with_name("cases") / f"{language}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: [_case(name, each) for each in table["cases"]] for name, table in tables.items()}


def _case(table: str, case: Any) -> tuple[str, Any]:
    if isinstance(case, dict):
        return case["text"], case["promises"]
    if table == "none":
        return case, ""
    expected, _, sentence = case.partition(": ")
    return sentence, expected


def deadline_in_words(deadline: Deadline | None) -> str:
    """ "within P2D business", "none -"."""
    if deadline is None:
        return "none -"
    return f"{deadline.kind} {deadline.value or '-'}{' business' if deadline.business else ''}"


def measure_in_words(measure: Measure | None) -> str:
    """ "availability >= 99.5 % P1M"."""
    if measure is None:
        return "none"
    return f"{measure.metric} {measure.op} {measure.value} {measure.unit or '-'} {measure.per or '-'}"


def slots_in_words(promise: Promise) -> str:
    """The condition, the exception, the consequence and the vague words, with " | " between them."""
    slots = [promise.condition, promise.exception, promise.consequence]
    vague = ", ".join(slot.text for slot in promise.vague)
    return " | ".join([*(slot.text if slot else "-" for slot in slots), vague or "-"])
