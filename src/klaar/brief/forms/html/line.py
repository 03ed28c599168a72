"""A line of the page as a row of a table; pressing its words opens the original."""

from html import escape

from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import At, ColumnKey, Line, Said, Section

_MOST_PLACES = 3


def row(said: Wording, section: Section, line: Line) -> str:
    """One row with a cell for each column of its section."""
    cells = "".join(_cell(said, section, line, key) for key, _ in section.columns)
    return f'<tr class="{line.side}">{cells}</tr>'


def _cell(said: Wording, section: Section, line: Line, key: ColumnKey) -> str:
    if key == "said":
        return f'<td class="said">{_opening(said, section, line)}</td>'
    if key == "lead":
        own = section.key in ("words", "all_words") and said.brief.source_language != said.brief.language
        lang = f' lang="{said.brief.source_language}"' if own else ""
        return (
            f'<th scope="row" class="lead"{lang}>{escape(line.lead)}</th>'
            if line.lead
            else '<td class="lead"></td>'
        )
    if key == "fails":
        words = _said(said, line.fails) if line.fails else ""
        return f'<td class="fails {line.fails.how if line.fails else ""}">{words}</td>'
    return f'<td class="{key}">{escape(said.where(line) if key == "at" else line.life)}</td>'


def _opening(said: Wording, section: Section, line: Line) -> str:
    """The words of the line, which open what stands behind them, and below them what must be known."""
    shown = {key for key, _ in section.columns}
    below = ""
    if line.life and "life" not in shown:
        below += f'<span class="life">{escape(line.life)}</span>'
    if line.fails and "fails" not in shown:
        below += f'<span class="fails">{_said(said, line.fails)}</span>'
    below += "".join(f'<span class="note">{escape(note)}</span>' for note in line.notes)
    words = _said(said, line.said)
    behind = _behind(said, line)
    if not behind:
        return words + below
    return f"<details><summary>{words}{below}</summary>{behind}</details>"


def _behind(said: Wording, line: Line) -> str:
    """The original words of the places, and why the line stands here; "" where they are said already."""
    whole = len(line.at) == 1 and " ".join(line.at[0].quote.split()) == line.said.text and not line.why
    if whole or not any(at.quote for at in line.at):
        return f'<p class="why">{escape(line.why)}</p>' if line.why else ""
    quotes = "".join(_quote(said, at) for at in line.at[:_MOST_PLACES])
    rest = ", ".join(line.places()[_MOST_PLACES:])
    also = f'<p class="why">{escape(said.say("page", "also_at", places=rest))}</p>' if rest else ""
    why = f'<p class="why">{escape(said.say("page", "why_here"))} {escape(line.why)}.</p>' if line.why else ""
    fails = _quote(said, line.fails_at) if line.fails_at else ""
    return quotes + also + fails + why


def _quote(said: Wording, at: At) -> str:
    lang = f' lang="{at.lang}"' if at.lang != said.brief.language else ""
    place = f"<cite>{escape(at.cited)}</cite> " if at.cited else ""
    return f"<blockquote>{place}<q{lang}>{escape(' '.join(at.quote.split()))}</q></blockquote>"


def _said(said: Wording, words: Said) -> str:
    lang = f' lang="{words.lang}"' if words.lang != said.brief.language else ""
    return f'<span class="{words.how}"{lang}>{escape(words.text)}</span>'
