"""A letter as HTML: a fragment to put in a page or a mail, or a page of its own."""

from html import escape

from klaar.apology.model import Letter, Part, Piece
from klaar.text.data import load_words


def letter_html(letter: Letter, *, page: bool = False) -> str:
    """The letter as an `<article>`; open places are `<mark data-field="…">`."""
    words = load_words(letter.language, "apology")["show"]
    warned = "" if letter.ready else words["not_ready" if letter.open else "blocked"]
    lines = [
        f'<article lang="{letter.language}">',
        *([f'<p role="note"><strong>{escape(warned)}</strong></p>'] if warned else []),
        f"<h1>{_pieces(letter.subject)}</h1>",
        *(_part(part) for part in letter.parts),
        "</article>",
    ]
    article = "\n".join(lines) + "\n"
    if not page:
        return article
    head = f'<meta charset="utf-8"><title>{escape(letter.title)}</title>'
    opened = f'<!doctype html>\n<html lang="{letter.language}"><head>{head}</head>'
    return f"{opened}<body>\n{article}</body></html>\n"


def _part(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>\n" if part.heading else ""
    tags = ("blockquote" if line[0].text.startswith("“") else "p" for line in part.paragraphs)
    lines = (f"<{tag}>{_pieces(line)}</{tag}>" for tag, line in zip(tags, part.paragraphs, strict=True))
    return f'<section data-part="{part.key}">\n{heading}' + "\n".join(lines) + "\n</section>"


def _pieces(pieces: tuple[Piece, ...]) -> str:
    return "".join(
        f'<mark data-field="{piece.field}">{escape(piece.text)}</mark>' if piece.field else escape(piece.text)
        for piece in pieces
    )
