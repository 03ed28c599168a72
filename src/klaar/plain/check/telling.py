"""What was lost, in one line for a reader."""

from klaar.plain.check.model import Loss, Unsure
from klaar.text.data import load_words
from klaar.text.span import Span


def tell_loss(loss: Loss, source: str, plain: str, language: str) -> str:
    """ "duur: „30 dagen” → „13 dagen” (er staat iets anders)"."""
    words = load_words(language, "check_reasons")
    said = " → ".join((_quote(loss.source, source), _quote(loss.plain, plain)))
    return f"{words['kinds'][loss.kind]}: {said} ({words['reasons'][loss.reason]})"


def tell_unsure(what: Unsure, language: str) -> str:
    """What could not be compared, and what to do."""
    message: str = load_words(language, "check_reasons")["unsure"][what]
    return message


def _quote(span: Span | None, text: str) -> str:
    return f"“{' '.join(span.of(text).split())}”" if span else "–"
