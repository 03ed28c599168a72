"""Every document that cannot be read says why, in words for both languages."""

import tomllib
from importlib import resources

import pytest
from document_samples import docx, odt, pdf, zipped
from word_by_hand import word

from klaar.documents import (
    ERROR_CODES,
    GAP_CODES,
    DocumentError,
    Gap,
    Limits,
    error_message,
    gap_message,
    read_document,
)

BOMB = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b" " * 30_000_000})
DEEP = "<w:sdt><w:sdtContent>" * 150 + "</w:sdtContent></w:sdt>" * 150
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&b;'
    "</office:document-content>"
)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b" \n\t ", "a.txt", "empty"),
        (b"<html><body></body></html>", "a.html", "empty"),
        (b"%PDF-1.7\n1 0 obj", "a.pdf", "truncated"),
        (b"%PDF-1.7\nnonsense\n%%EOF", "a.pdf", "corrupt"),
        (docx()[:2000], "a.docx", "truncated"),
        (zipped({"word/document.xml": "<w:doc"}), "a.docx", "corrupt"),
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "a.xlsx", "unknown_type"),
        (zipped({"a.txt": "x"}), "a.zip", "unknown_type"),
        (b"{\\rtf1 Hallo}", "a.rtf", "unknown_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc", "unknown_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "unknown_type"),
        (bytes(range(1, 9)) * 400, "a.txt", "not_text"),
        (b"\x00\x01\x02\x03" * 400, "a.md", "not_text"),
        (BOMB, "a.odt", "too_large"),
        (word(DEEP), "a.docx", "too_large"),
        (pdf(), "a.pdf", "too_large"),
        (b"woord " * 4_000_000, "a.txt", "too_large"),
    ],
)
def test_each_code(data: bytes, name: str, code: str) -> None:
    limits = Limits(unpacked=20_000_000, pages=2, characters=20_000_000)
    with pytest.raises(DocumentError) as caught:
        read_document(data, name, limits=limits)
    assert caught.value.code == code


def test_a_file_beyond_the_limit_is_not_opened() -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(b"x" * 101, "a.txt", limits=Limits(size=100))
    assert caught.value.code == "too_large"


def test_entities_are_not_expanded() -> None:
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ENTITIES})
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.odt")
    assert caught.value.code in {"empty", "corrupt"}


@pytest.mark.parametrize(
    ("name", "found", "data"),
    [
        ("a.docx", "pdf", pdf()),
        ("a.txt", "docx", docx()),
        ("a.pdf", "odt", odt()),
        ("a.odt", "text", b"Hallo."),
    ],
)
def test_a_wrong_name_is_told(name: str, found: str, data: bytes) -> None:
    document = read_document(data, name)
    assert document.format == found
    assert Gap("name_differs", detail=found) in document.gaps


@pytest.mark.parametrize(
    ("data", "text", "gap"),
    [
        ("Prijs: € 5, café".encode("cp1252"), "Prijs: € 5, café", Gap("encoding_guessed", detail="cp1252")),
        ("\ufeffBonjour".encode(), "Bonjour", None),
        ("Één".encode("utf-16"), "Één", None),
        ("Dag en nacht".encode("utf-16-le"), "Dag en nacht", Gap("encoding_guessed", detail="utf-16-le")),
        ("Drie keer één, vier, één".encode()[:-2], "Drie keer één, vier, é", Gap("cut_off")),
        ("één keer é".encode()[:-1], "één keer ", Gap("cut_off")),
        (
            "één en één".encode() + b"\xff en meer, zoals het hoort",
            "één en één\ufffd en meer, zoals het hoort",
            Gap("encoding_damaged", detail="utf-8"),
        ),
    ],
)
def test_encodings(data: bytes, text: str, gap: Gap | None) -> None:
    document = read_document(data, "a.txt")
    assert document.text == text
    assert document.gaps == ((gap,) if gap else ())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_has_its_message(language: str) -> None:
    file = resources.files("klaar.text").joinpath(language, "messages_documents.toml")
    held = tomllib.loads(file.read_text("utf-8"))
    assert set(held["errors"]) == set(ERROR_CODES)
    assert set(held["gaps"]) == set(GAP_CODES)
    assert set(held["words"]) == {"pages", "characters", "memory", "nesting", "missing", "no"}
    for code in ERROR_CODES:
        message = error_message(DocumentError(code, "12"), language)  # type: ignore[arg-type]
        assert "{" not in message
        assert "\n" not in message
    assert "41" in gap_message(Gap("image_page", 41), language)


def test_the_word_lists_have_both_halves() -> None:
    held = [
        tomllib.loads(resources.files("klaar.text").joinpath(one, "documents.toml").read_text("utf-8"))
        for one in ("nl", "en")
    ]
    assert set(held[0]) == set(held[1])
    assert all(held[0].values())
    assert all(held[1].values())


def test_the_figure_behind_an_error_is_told_in_the_readers_language() -> None:
    error = DocumentError("too_large", "12000 pages > 10000")
    assert "12000 bladzijden > 10000" in error_message(error, "nl")
    assert "12000 pages > 10000" in error_message(error, "en")


def test_a_small_part_that_unpacks_to_very_much_is_refused_before_it_is_read() -> None:
    paragraph = "<w:p><w:r><w:t>Rooster van de week.</w:t></w:r></w:p>"
    with pytest.raises(DocumentError) as caught:
        read_document(word(paragraph * 800_000), "a.docx")
    assert (caught.value.code, caught.value.detail) == ("too_large", "ZIP > 100 : 1")
