"""In Word and OpenDocument the numbers of some parts are counted, not typed."""

import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from examples.build.blocks import Clause, Heading, Part
from examples.build.counting import CountError, counted, scheme_of
from examples.build.dialect import parse_part
from examples.build.example import load
from lxml import etree

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("zaaksysteem", "permit-desk")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def clauses(name: str, *, automatic: bool) -> list[str]:
    example = load(EXAMPLES / name)
    parts = [part for part in example.parts if (part.key in example.automatic) == automatic]
    return ["".join(run.text for run in block.runs) for part in parts for block in _clauses(part)]


def _clauses(part: Part) -> list[Clause]:
    return [block for block in part.blocks if isinstance(block, Clause)]


@pytest.mark.parametrize("name", NAMES)
def test_word_counts_the_clauses_itself(name: str) -> None:
    document = docx.Document(str(EXAMPLES / name / f"{name}.docx"))
    written = [paragraph.text for paragraph in document.paragraphs]
    assert set(clauses(name, automatic=True)) <= set(written)
    typed = [text.split("\t", 1)[1] for text in written if re.match(r"[A-Z]?\d+\.\d+\t", text)]
    assert typed == clauses(name, automatic=False)


@pytest.mark.parametrize("name", NAMES)
def test_opendocument_counts_the_clauses_itself(name: str) -> None:
    with ZipFile(EXAMPLES / name / f"{name}.odt") as archive:
        root = etree.fromstring(archive.read("content.xml"))
    listed = {"".join(words.itertext()) for words in root.iterfind(f".//{OFFICE}list-item/{OFFICE}p")}
    assert set(clauses(name, automatic=True)) <= listed


def part(*lines: str) -> Part:
    return parse_part("00", "# Deel\n\n" + "\n\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (("## Artikel 1 Duur", "1.1 Een jaar.", "1.1.1 Of twee."), ("Artikel %1", "%1.%2", "%1.%2.%3")),
        (("## A1 Eisen", "A1.1 De eis."), ("A%1", "A%1.%2")),
        (("## 1. Term", "1.1 One year."), ("%1.", "%1.%2")),
    ],
)
def test_a_scheme_is_read_from_the_first_numbers(lines: tuple[str, ...], levels: tuple[str, ...]) -> None:
    assert scheme_of(part(*lines)).levels == levels


def test_a_number_that_counting_does_not_reach_is_an_error() -> None:
    with pytest.raises(CountError, match=r"1\.3 is written where 1\.2 follows"):
        list(counted(part("## Artikel 1 Duur", "1.1 Een jaar.", "1.3 Een maand.")))


def test_headings_without_a_number_are_not_counted() -> None:
    blocks = dict(counted(part("## Partijen", "## Artikel 1 Duur", "1.1 Een jaar.")))
    assert {block.text: level for block, level in blocks.items() if isinstance(block, Heading)} == {
        "Deel": None,
        "Partijen": None,
        "Artikel 1 Duur": 0,
    }
