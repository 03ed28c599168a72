"""Small documents of every format, made on the spot, all about the same invented agreement."""

import io
import zipfile
from email.message import EmailMessage
from functools import cache

import typst
from docx import Document as WordDocument

PLAIN = """ONDERHOUDSOVEREENKOMST KASSASYSTEEM

Artikel 1 Begrippen

1.1 Storing: elk voorval waardoor de kassa's niet werken zoals in de handleiding
staat, ook als de oorzaak bij een derde ligt.

Artikel 2 Onderhoud

2.1 Tolhuis Software verhelpt een storing binnen acht uur na de melding.
2.2 De winkelier:
a) meldt een storing per telefoon;
b) houdt een kassa vrij voor het onderzoek.

Prioriteit    Reactietijd    Hersteltijd
Hoog          15 minuten     4 uur
Laag          2 werkdagen    2 weken
"""

MARKDOWN = """---
title: Onderhoud kassa's
---
# Onderhoudsovereenkomst

<!-- nog niet getekend -->
## 1. Onderhoud

1. Tolhuis Software verhelpt een storing binnen acht uur.
2. De winkelier:
   - meldt een storing per telefoon;
   - houdt een kassa vrij.

> Let op: de winkelier betaalt
> de voorrijkosten zelf.

| Prioriteit | Hersteltijd |
|---|---|
| Hoog | 4 uur |
| Laag | 2 weken |
"""

HTML = """<!doctype html>
<html lang="nl"><head><title>Onderhoud</title><style>p{color:red}</style></head><body>
<nav><a href="/">Start</a></nav>
<h1>Onderhoudsovereenkomst</h1><h2>2. Onderhoud</h2>
<p>Tolhuis Software verhelpt een <b>storing</b> binnen <a href="#x">acht uur</a> na de
melding.</p><p>De winkelier:</p>
<ol type="a"><li>meldt een storing per telefoon;</li><li>houdt vrij:<ul><li>een kassa;</li>
<li>een stopcontact.</li></ul></li></ol>
<table><tr><th>Prioriteit</th><th>Hersteltijd</th></tr>
<tr><td>Hoog</td><td>4 uur</td></tr><tr><td>Laag</td><td>2 weken</td></tr></table>
<p style="display:none">Dit staat er niet.</p>
<footer>Tolhuis Software, pagina 1</footer></body></html>"""

_TYPST_HEAD = """
#set page(width: 595pt, height: 842pt, margin: 72pt,
  header: [Onderhoudsovereenkomst Tolhuis], footer: context [Pagina #counter(page).display() van 3])
#set text(size: 11pt, hyphenate: false)
#set par(justify: false)
"""

AGREEMENT_TYPST = (
    _TYPST_HEAD
    + """
= Artikel 2 Onderhoud
2.1 Tolhuis Software verhelpt een storing binnen acht uur na de melding door de winkelier, ook op zondag en op
algemeen erkende feestdagen, tenzij de winkelier zelf schriftelijk om een later tijdstip heeft gevraagd.

2.2 De winkelier:
#enum(numbering: "a)", [meldt een storing per telefoon;], [houdt een kassa vrij voor het onderzoek.])

#table(columns: 3, [Prioriteit], [Reactietijd], [Hersteltijd], [Hoog], [15 minuten], [4 uur],
  [Laag], [2 werkdagen], [2 weken])
#pagebreak()
2.3 Tolhuis Software houdt de kassa's bij.
#pagebreak()
2.4 De winkelier betaalt binnen dertig dagen.
"""
)


@cache
def pdf(source: str = AGREEMENT_TYPST) -> bytes:
    """What typst makes of `source`; every call gives the same bytes within a run."""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


@cache
def docx() -> bytes:
    """A Word file with headings, a list, a table, and a header."""
    document = WordDocument()
    document.sections[0].header.paragraphs[0].text = "Onderhoudsovereenkomst Tolhuis"
    document.add_heading("Onderhoud", 1)
    document.add_paragraph("Tolhuis Software verhelpt een storing binnen acht uur na de melding.")
    document.add_paragraph("meldt een storing per telefoon;", style="List Number")
    document.add_paragraph("houdt een kassa vrij.", style="List Number")
    document.add_paragraph("een stopcontact", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    words = (("Prioriteit", "Hersteltijd"), ("Hoog", "4 uur"), ("Laag", "2 weken"))
    for row, line in zip(table.rows, words, strict=True):
        for cell, word in zip(row.cells, line, strict=True):
            cell.text = word
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a document of python-docx."""
    held = io.BytesIO()
    document.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file with these parts, the first one stored as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, data) in enumerate(parts.items()):
            archive.writestr(name, data, zipfile.ZIP_STORED if not place else zipfile.ZIP_DEFLATED)
    return held.getvalue()


_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)

ODT_BODY = """
<text:h text:outline-level="1">Onderhoud</text:h>
<text:p>Tolhuis Software verhelpt een storing<text:note text:note-class="footnote">
<text:note-citation>1</text:note-citation>
<text:note-body><text:p>Ook op zondag.</text:p></text:note-body></text:note>
binnen<text:s text:c="2"/>acht uur.</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>meldt een storing;</text:p></text:list-item>
<text:list-item><text:p>houdt vrij:</text:p><text:list>
<text:list-item><text:p>een kassa;</text:p></text:list-item>
<text:list-item><text:p>een stopcontact.</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row>
<table:table-cell><text:p>Prioriteit</text:p></table:table-cell>
<table:table-cell><text:p>Hersteltijd</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>Hoog</text:p></table:table-cell>
<table:table-cell><text:p>4 uur</text:p></table:table-cell></table:table-row></table:table>
"""

ODT_LISTS = """
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
"""

ODT_MASTER = f"""<office:document-styles {_ODT}><office:styles>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>
</office:styles><office:master-styles><style:master-page style:name="Standard"><style:header>
<text:p>Onderhoudsovereenkomst Tolhuis</text:p></style:header></style:master-page></office:master-styles>
</office:document-styles>"""


def odt(body: str = ODT_BODY, lists: str = ODT_LISTS) -> bytes:
    """An ODT with this body and these list styles."""
    content = (
        f"<office:document-content {_ODT}><office:automatic-styles>{lists}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": ODT_MASTER,
        }
    )


def eml(*, attached: bool = True) -> bytes:
    """A mail in two versions, with the agreement attached."""
    message = EmailMessage()
    message["From"] = "Noor de Boer <noor@tolhuis.example>"
    message["To"] = "Winkel <winkel@example.org>"
    message["Date"] = "Mon, 14 Sep 2026 09:30:00 +0200"
    message["Subject"] = "Storing aan kassa één"
    message.set_content("Dag Sam,\n\nWij komen uiterlijk dinsdag langs.\n\n> Wanneer komen jullie?\n")
    message.add_alternative("<p>Dag Sam,</p><p>Wij komen uiterlijk dinsdag langs.</p>", subtype="html")
    if attached:
        message.add_attachment(PLAIN, filename="overeenkomst.txt")
        message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="foto.png")
    return message.as_bytes()


def samples() -> dict[str, bytes]:
    """One document of each format, by its file's name."""
    return {
        "overeenkomst.txt": PLAIN.encode(),
        "overeenkomst.md": MARKDOWN.encode(),
        "overeenkomst.html": HTML.encode(),
        "overeenkomst.pdf": pdf(),
        "overeenkomst.docx": docx(),
        "overeenkomst.odt": odt(),
        "bericht.eml": eml(),
    }
