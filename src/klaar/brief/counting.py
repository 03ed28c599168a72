"""How long a document is for a reader."""

from klaar.documents.model import Document


def count_words(document: Document) -> int:
    """The words of the text, without a table of contents and what every page repeats."""
    text = document.text
    return sum(
        len(text[block.start : block.end].split())
        for block in document.blocks
        if block.kind not in ("furniture", "toc")
    )
