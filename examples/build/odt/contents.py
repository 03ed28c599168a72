"""The table of contents in OpenDocument, with the entries that it gave last."""

from collections.abc import Sequence
from html import escape

from examples.build.blocks import Mark
from odfdo import Element

_TEMPLATE = (
    "<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/>"
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
    "<text:index-entry-page-number/><text:index-entry-link-end/>"
)


def contents(title: str, marks: Sequence[Mark]) -> Element:
    """The contents, with the headings of levels 1 and 2."""
    sources = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}" '
        f'text:style-name="Contents_20_{level}">{_TEMPLATE}</text:table-of-content-entry-template>'
        for level in (1, 2)
    )
    lines = "".join(
        f'<text:p text:style-name="Contents_20_{mark.level}">'
        f"{escape(mark.words)}<text:tab/>{mark.page}</text:p>"
        for mark in marks
        if mark.level < 3
    )
    return Element.from_tag(
        '<text:table-of-content text:name="Contents" text:protected="true">'
        '<text:table-of-content-source text:outline-level="2">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{escape(title)}'
        f"</text:index-title-template>{sources}</text:table-of-content-source><text:index-body>"
        '<text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading">'
        f"{escape(title)}</text:p></text:index-title>{lines}</text:index-body></text:table-of-content>"
    )
