"""The words for a reader behind the codes of errors and gaps."""

from collections.abc import Mapping

from klaar.documents.errors import DocumentError
from klaar.documents.model import Gap
from klaar.text.data import load_words


def error_message(error: DocumentError, language: str) -> str:
    """What is wrong and what to do, in one line: "Dit bestand is leeg. Kies het bestand …"."""
    held = _messages(language)
    detail = " ".join(held["words"].get(word, word) for word in error.detail.split(" "))
    return _filled(held["errors"][error.code], detail, 0)


def gap_message(gap: Gap, language: str) -> str:
    """What was not read, in one line: "Bladzijde 41 is een plaatje zonder tekst …"."""
    return _filled(_messages(language)["gaps"][gap.what], gap.detail, gap.page)


def _filled(message: str, detail: str, page: int) -> str:
    filled = message.replace("{detail}", detail).replace("{page}", str(page))
    return filled.replace(" ()", "")


def _messages(language: str) -> Mapping[str, Mapping[str, str]]:
    return load_words(language, "messages_documents")
