"""A verdict as other programs read it: part of the contract klaar.verify/1."""

from typing import Any

from klaar.plain.check.model import Fidelity, Loss
from klaar.text.data import load_words
from klaar.text.span import Span


def fidelity_record(verdict: Fidelity, source: str, plain: str, language: str) -> dict[str, Any]:
    """`faithful`, how sure that is, and everything `lost`, each with its words in both texts, said in
    `language`."""
    words = load_words(language, "check_reasons")["unsure"]
    return {
        "faithful": verdict.faithful,
        "certainty": verdict.certainty,
        "unsure": [{"what": what, "says": words[what]} for what in verdict.unsure],
        "lost": [loss_record(loss, source, plain, language) for loss in verdict.lost],
    }


def loss_record(loss: Loss, source: str, plain: str, language: str) -> dict[str, Any]:
    """One fact that differs: "30 dagen" in the source, "13 dagen" in the plain text, a `number` that
    `changed`."""
    return {
        "kind": loss.kind,
        "reason": loss.reason,
        "says": load_words(language, "check_reasons")["reasons"][loss.reason],
        "source": _place(loss.source, source),
        "plain": _place(loss.plain, plain),
    }


def _place(span: Span | None, text: str) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "quote": span.of(text)} if span else None
