"""How long each format takes to become a Document, beside the bare library's own text of the same bytes.

    python bench/documents.py [10 100 1000]

Prints for each format and number of pages: words, seconds, seconds of the bare library, their ratio, words a
second, and the most memory that the process held (each measured in a process of its own).
"""

import io
import multiprocessing
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import typst
from lxml import html
from markdown_it import MarkdownIt

from klaar.documents import read_document

_WORDS_A_PAGE = 350
_CLAUSE = (
    "De beheerder herstelt een storing aan installatie {n} binnen {h} uur nadat de gebruiker die meldt, "
    "tenzij de oorzaak buiten het gebouw ligt; de gebruiker houdt toegang tot ruimte {m} en betaalt de "
    "voorrijkosten uiterlijk {d} dagen na ontvangst van de factuur. "
)
_ROWS = (
    ("Prioriteit", "Reactietijd", "Hersteltijd"),
    ("Hoog", "15 minuten", "4 uur"),
    ("Laag", "2 dagen", "2 weken"),
)


def clauses(pages: int) -> list[list[str]]:
    """For each page its clauses; about 350 words a page with the list and the table."""
    made = []
    for page in range(pages):
        made.append([_CLAUSE.format(n=page * 7 + n, h=n + 2, m=page % 90, d=30 - n) * 2 for n in range(4)])
    return made


@cache
def as_pdf(pages: int) -> bytes:
    parts = [
        "#set page(width: 595pt, height: 842pt, margin: 64pt, header: [Beheerovereenkomst],"
        " footer: context [Pagina #counter(page).display()])\n#set text(size: 10pt)\n"
    ]
    rows = "".join(f"[{cell}]," for row in _ROWS for cell in row)
    for page, held in enumerate(clauses(pages), 1):
        parts.append(f"= Artikel {page} Beheer\n")
        parts.extend(f"{page}.{place} {text}\n\n" for place, text in enumerate(held, 1))
        parts.append(
            f'#enum(numbering: "a)", [meldt een storing;], [houdt toegang;])\n#table(columns: 3, {rows})\n'
        )
        parts.append("#pagebreak(weak: true)\n")
    made = typst.compile("".join(parts).encode())
    assert isinstance(made, bytes)
    return made


@cache
def as_text(pages: int) -> bytes:
    parts = []
    for page, held in enumerate(clauses(pages), 1):
        parts.append(f"Artikel {page} Beheer\n\n")
        parts.extend(f"{page}.{place} {text}\n\n" for place, text in enumerate(held, 1))
        parts.append("a) meldt een storing;\nb) houdt toegang;\n\n")
        parts.append("".join("   ".join(f"{cell:14}" for cell in row) + "\n" for row in _ROWS) + "\n")
    return "".join(parts).encode()


@cache
def as_markdown(pages: int) -> bytes:
    parts = []
    for page, held in enumerate(clauses(pages), 1):
        parts.append(f"## Artikel {page} Beheer\n\n")
        parts.extend(f"{page}.{place} {text}\n\n" for place, text in enumerate(held, 1))
        parts.append("a. meldt een storing;\nb. houdt toegang;\n\n")
        table = ["| " + " | ".join(row) + " |\n" for row in _ROWS]
        parts.append("".join([table[0], "|---|---|---|\n", *table[1:]]) + "\n")
    return "".join(parts).encode()


@cache
def as_html(pages: int) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS)
    parts = ["<!doctype html><html><body>"]
    for page, held in enumerate(clauses(pages), 1):
        parts.append(f"<h2>Artikel {page} Beheer</h2>")
        parts.extend(f"<p>{page}.{place} {text}</p>" for place, text in enumerate(held, 1))
        parts.append(f"<ol type=a><li>meldt een storing;<li>houdt toegang;</ol><table>{rows}</table>")
    return "".join([*parts, "</body></html>"]).encode()


@cache
def as_docx(pages: int) -> bytes:
    document = docx.Document()
    for page, held in enumerate(clauses(pages), 1):
        document.add_heading(f"Artikel {page} Beheer", 1)
        for text in (*held, "meldt een storing;", "houdt toegang;"):
            document.add_paragraph(text, style="List Number")
        table = document.add_table(rows=0, cols=3)
        for row in _ROWS:
            for cell, word in zip(table.add_row().cells, row, strict=True):
                cell.text = word
    held_bytes = io.BytesIO()
    document.save(held_bytes)
    return held_bytes.getvalue()


def bare_pdf(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def bare_docx(data: bytes) -> int:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(map(len, (paragraph.text for paragraph in document.paragraphs))) + sum(map(len, cells))


def bare_html(data: bytes) -> int:
    return len("".join(html.fromstring(data).itertext()))


def bare_lines(data: bytes) -> int:
    return sum(map(len, data.decode().splitlines()))


def bare_markdown(data: bytes) -> int:
    return len(MarkdownIt().enable("table").parse(data.decode()))


_FORMATS: dict[str, tuple[Callable[[int], bytes], Callable[[bytes], int]]] = {
    "pdf": (as_pdf, bare_pdf),
    "docx": (as_docx, bare_docx),
    "html": (as_html, bare_html),
    "md": (as_markdown, bare_markdown),
    "txt": (as_text, bare_lines),
}


def measured(
    name: str, data: bytes, answer: "multiprocessing.Queue[tuple[float, float, int, int, int]]"
) -> None:
    """Reads `data` both ways, each the best of three where that is quick, and says how long it took."""
    _, bare = _FORMATS[name]
    read_document(data[:0] or as_text(1), "a.txt")
    before = most_memory()
    ours = best(lambda: read_document(data, f"a.{name}"))
    after = most_memory()
    document = read_document(data, f"a.{name}")
    words, pages = len(document.text.split()), len(document.pages)
    answer.put((ours, best(lambda: bare(data)), words, pages, after - before))


def most_memory() -> int:
    """The most memory that this process ever held, in kilobytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    held = status.read_text().partition("VmHWM:")[2].split() if status.exists() else []
    return int(held[0]) if held else 0


def best(call: Callable[[], object]) -> float:
    """The least of three runs, of one when the first takes more than three seconds."""
    least = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        call()
        least = min(least, time.perf_counter() - begun)
        if least > 3:
            break
    return least


def main(sizes: list[int]) -> None:
    heads = ("format", "pages", "words", "seconds", "bare", "ratio", "words/s", "MB")
    print("{:6} {:>6} {:>8} {:>8} {:>8} {:>6} {:>9} {:>5}".format(*heads))
    context = multiprocessing.get_context("spawn")
    for name, (make, _) in _FORMATS.items():
        for size in sizes:
            answer = context.Queue()
            worker = context.Process(target=measured, args=(name, make(size), answer))
            worker.start()
            ours, bare, words, pages, held = answer.get()
            worker.join()
            print(
                f"{name:6} {pages or size:6} {words:8} {ours:8.3f} {bare:8.3f} {ours / bare:6.2f} "
                f"{words / ours:9.0f} {held / 1024:5.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [10, 100, 1000])
