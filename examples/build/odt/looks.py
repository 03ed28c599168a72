"""Styles of the OpenDocument text: those of the file `styles.xml`, and those that lists and tables need."""

from html import escape
from pathlib import Path

from examples.build.blocks import ListKind
from examples.build.counting import Scheme
from examples.build.example import Example

_STYLES = Path(__file__).with_name("styles.xml")
_FORMATS: dict[ListKind, tuple[str, ...]] = {
    "number": ("1", "a", "i"),
    "letter": ("a", "i", "1"),
    "capital": ("A", "1", "a"),
    "roman": ("i", "a", "1"),
    "bullet": ("", "", ""),
}
CLAUSE_CM = 1.3
_STEP_CM = 0.7


def styles_xml(example: Example) -> bytes:
    """The content of `styles.xml` with the words of this example in its header and footer."""
    language, country = example.language.split("-")
    words = {
        "LANGUAGE": language,
        "COUNTRY": country,
        "TITLE": example.title,
        "VERSION": example.version,
        "CONTENTS": example.labels.contents,
        "MAIN": example.labels.main,
        "PAGE ": f"{example.labels.page} ",
        " OF ": f" {example.labels.of} ",
        "COUNT": str(example.pages or 1),
    }
    text = _STYLES.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = (
            text.replace(f'"{mark}"', f'"{word}"')
            if mark in ("LANGUAGE", "COUNTRY")
            else _put(text, mark, word)
        )
    return text.encode()


def _put(text: str, mark: str, word: str) -> str:
    return text.replace(f">{mark}", f">{escape(word)}").replace(f"{mark}<", f"{escape(word)}<")


def articles(name: str, scheme: Scheme) -> str:
    """A list style that numbers articles and their clauses: "Artikel 12" and "12.1"."""
    levels = [_article(level, pattern) for level, pattern in enumerate(scheme.levels, 1)]
    return _list_style(name, levels)


def _article(level: int, pattern: str) -> str:
    places = "".join(f"%{place}." for place in range(1, level + 1)).rstrip(".")
    prefix, suffix = pattern.split(places)
    left = 0.0 if level == 1 else CLAUSE_CM
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="1" '
        f'style:num-prefix="{prefix}" style:num-suffix="{suffix}" text:display-levels="{level}">'
        f"{_position(left, left, 'space' if level == 1 else 'listtab')}</text:list-level-style-number>"
    )


def listing(name: str, kind: ListKind, form: str, *, margin: bool) -> str:
    """A list style for lists of one kind, with two levels more for the lists inside them."""
    shift = 0.0 if margin else CLAUSE_CM
    levels = []
    prefix, _, suffix = form.partition("%")
    for level, sign in enumerate(_FORMATS[kind], 1):
        place = _position(shift + _STEP_CM * level, _STEP_CM, "listtab")
        if kind == "bullet":
            tag, how = "text:list-level-style-bullet", 'text:bullet-char="–"'
        else:
            tag = "text:list-level-style-number"
            how = f'style:num-format="{sign}" style:num-prefix="{prefix}" style:num-suffix="{suffix}"'
        levels.append(f'<{tag} text:level="{level}" {how}>{place}</{tag}>')
    return _list_style(name, levels)


def _position(left: float, hanging: float, follows: str) -> str:
    stop = f' text:list-tab-stop-position="{left:.2f}cm"' if follows == "listtab" else ""
    return (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="{follows}"{stop} '
        f'fo:margin-left="{left:.2f}cm" fo:text-indent="-{hanging:.2f}cm"/>'
        "</style:list-level-properties>"
    )


def _list_style(name: str, levels: list[str]) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def table(name: str, widths: tuple[float, ...]) -> list[str]:
    """The styles of one table and its columns; widths in centimetres."""
    whole = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(widths):.2f}cm" table:align="left" fo:margin-bottom="0.3cm" '
        'style:may-break-between-rows="true"/></style:style>'
    )
    columns = [
        f'<style:style style:name="{name}.{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.3f}cm"/></style:style>'
        for place, width in enumerate(widths, 1)
    ]
    return [whole, *columns]


COMMON = (
    '<style:style style:name="Row" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>',
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #555555" fo:padding="0.06cm"/></style:style>',
    '<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #555555" fo:padding="0.06cm" fo:background-color="#e7e6e6"/></style:style>',
    '<style:style style:name="Open" style:family="table-cell"><style:table-cell-properties '
    'fo:border="none" fo:padding="0.05cm"/></style:style>',
    '<style:style style:name="Columns" style:family="section"><style:section-properties '
    'text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="1cm">'
    '<style:column style:rel-width="1*" fo:end-indent="0.5cm"/>'
    '<style:column style:rel-width="1*" fo:start-indent="0.5cm"/>'
    "</style:columns></style:section-properties></style:style>",
)
"""The styles that every agreement needs besides."""
