"""Pictures of pages are read by Tesseract where it is installed; here a stand-in plays its part."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from document_checks import check, said
from pdf_by_hand import scanned

from klaar.documents import DocumentError, Gap, boxes, read_document
from klaar.documents.ocr.tesseract import find_tesseract, words_of
from klaar.text.span import Span

TABLE = "\t".join(["level", "page_num", "block_num", "par_num", "line_num", "word_num"]) + (
    "\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t300\t300\t120\t40\t96.1\tDe\n"
    "5\t1\t1\t1\t1\t2\t440\t300\t200\t40\t91.0\tkoster\n"
    "5\t1\t1\t1\t1\t3\t660\t300\t180\t40\t88.5\tluidt\n"
    "5\t1\t1\t1\t2\t1\t300\t360\t90\t40\t90.2\tom\n"
    "5\t1\t1\t1\t2\t2\t410\t360\t150\t40\t93.0\tnegen.\n"
)
LINES = (
    (
        ("De", 40),
        ("koster", 40),
        ("luidt", 40),
        ("elke", 40),
        ("dag", 49),
        ("de", 40),
        ("grote", 49),
        ("kerk-", 40),
    ),
    (
        ("klokken", 40),
        ("om", 28),
        ("negen", 35),
        ("uur", 28),
        ("en", 28),
        ("hij", 49),
        ("telt", 40),
        ("schrif\u2010", 40),
    ),
    (
        ("telijk", 49),
        ("de", 40),
        ("keren", 40),
        ("dat", 40),
        ("de", 40),
        ("klok", 40),
        ("slaat,", 46),
        ("nooit", 40),
    ),
    (("meer", 28), ("dan", 40), ("zeven\u00ac", 28)),
    (("tien", 40), ("slagen.", 49)),
)
"""The words of lines with their heights: some have no tall letter, others one that goes up or down."""
STAND_IN = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\n{languages}")
else:
    picture = sys.stdin.buffer.read()
    assert picture.startswith(b"P5 2479 3508 255\\n") and "--psm" in sys.argv
    {answer}
"""


def _install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, languages: str = "eng\\nnld", answer: str = ""
) -> None:
    tool = folder / "tesseract"
    answer = answer or f"sys.stdout.write({TABLE!r})"
    tool.write_text(STAND_IN.format(python=sys.executable, languages=languages, answer=answer))
    tool.chmod(tool.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


def test_a_scan_is_read_and_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch)
    document = read_document(scanned(), "a.pdf")
    assert document.text == "De koster luidt om negen."
    assert document.gaps == (Gap("ocr_read", 1, "92"),)
    check(document)
    box = boxes(scanned(), document, Span(3, 9))[0]
    assert box.left == pytest.approx(440 * 72 / 300, abs=8)


def test_a_hard_picture_is_said_to_be_unsure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(
        tmp_path, monkeypatch, answer=f"sys.stdout.write({TABLE!r}.replace('9', '3').replace('88', '33'))"
    )
    gap = read_document(scanned(), "a.pdf").gaps[0]
    assert gap.what == "ocr_unsure"


def test_an_ocr_that_fails_is_a_gap_or_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch, answer="sys.exit(3)")
    with pytest.raises(DocumentError) as caught:
        read_document(scanned(), "a.pdf")
    assert caught.value.code == "image_unread"


def test_only_languages_that_are_there_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch, languages="osd\\neng")
    found = find_tesseract(("nl", "en"))
    assert found is not None
    assert (found.languages, found.mode) == ("eng", "1")
    _install(tmp_path, monkeypatch, languages="fra")
    assert find_tesseract(("nl", "en")) is None


def test_strange_rows_are_passed_over() -> None:
    assert words_of("5\tx\n" + TABLE + "5\t1\t1\t1\t1\ta\tb\t1\t1\t1\t1\tZ\n")[-1].text == "negen."


def test_the_words_of_a_scan_are_one_paragraph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch)
    assert said(read_document(scanned(), "a.pdf"), "paragraph") == ["De koster luidt om negen."]


def _page(lines: Sequence[Sequence[tuple[str, int]]]) -> str:
    rows = [TABLE.splitlines()[0]]
    for row, line in enumerate(lines, 1):
        left = 300
        for place, (text, height) in enumerate(line, 1):
            box = f"{left}\t{300 + 60 * row - height}\t{20 * len(text)}\t{height}"
            rows.append(f"5\t1\t1\t1\t{row}\t{place}\t{box}\t95\t{text}")
            left += 20 * len(text) + 20
    return "\n".join(rows) + "\n"


def test_lines_of_a_scan_belong_together_whatever_their_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, monkeypatch, answer=f"sys.stdout.buffer.write({_page(LINES)!r}.encode())")
    document = read_document(scanned(), "a.pdf")
    assert document.text == (
        "De koster luidt elke dag de grote kerkklokken om negen uur en hij telt schriftelijk de keren dat "
        "de klok slaat, nooit meer dan zeventien slagen."
    )
    check(document)
