"""Whatever is wrong with a file: one clear line, the right exit code, no traceback, no half file."""

import io
import os
import zipfile
from functools import partial
from pathlib import Path

import pytest
from agreements import DUTCH, FRENCH, put
from calling import klaar, one_line

from klaar.cli.exits import Exit
from klaar.documents.limits import DEFAULT_LIMITS, Limits
from klaar.documents.read import read_document

EXAMPLE = Path(__file__).parents[2] / "examples" / "zaaksysteem" / "zaaksysteem.pdf"


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return put(tmp_path, "hosting.txt", DUTCH)


def bytes_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("leeg.txt", b"", "empty"),
        ("leeg.pdf", b"", "empty"),
        ("wit.md", b" \n\n\t ", "empty"),
        ("foto.pdf", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "kind of file"),
        ("programma.txt", b"\x00\x01\x02\xff" * 400, "no text"),
        ("kapot.docx", b"PK\x03\x04" + b"\x00" * 200, "damaged"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    said = klaar("read", bytes_file(tmp_path, name, data), environ={"LANG": "en_GB"})
    assert said.code == Exit.NOT_READ
    line = one_line(said)
    assert name in line
    assert words in line or name == "kapot.docx"


def test_a_pdf_that_was_cut_off(tmp_path: Path) -> None:
    whole = EXAMPLE.read_bytes()
    said = klaar("read", bytes_file(tmp_path, "half.pdf", whole[: len(whole) // 2]))
    assert said.code == Exit.NOT_READ
    assert "half.pdf" in one_line(said)


def test_a_pdf_that_is_locked_names_the_password(tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is in the extra `examples`")
    locked = tmp_path / "slot.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="eigenaar", user="geheim"))
    for password in ([], ["--password", "mis"]):
        said = klaar("read", locked, *password, environ={"LANG": "nl_NL"})
        assert said.code == Exit.NOT_READ
        assert "wachtwoord" in one_line(said)
        assert "--password" in said.err
        assert "geheim" not in said.err


def test_a_small_file_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(DEFAULT_LIMITS.unpacked // (1 << 24) + 1):
                part.write(b" " * (1 << 24))
    said = klaar("read", bytes_file(tmp_path, "bom.docx", packed.getvalue()))
    assert said.code == Exit.NOT_READ
    one_line(said)


def test_more_pages_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = partial(read_document, limits=Limits(pages=5))
    monkeypatch.setattr("klaar.cli.read_files.read_document", few)
    said = klaar("read", EXAMPLE, environ={"LANG": "nl_NL"})
    assert said.code == Exit.NOT_READ
    assert "groter dan toegestaan" in one_line(said)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bestaat-niet.txt", {"nl": "is er niet", "en": "no such file"}),
        ("map", {"nl": "een map", "en": "a folder"}),
        ("hosting.txt/erin", {"nl": "is er niet", "en": "no such file"}),
        ("a\0b", {"nl": "niet geopend", "en": "not be opened"}),
        ("x" * 300, {"nl": "niet geopend", "en": "not be opened"}),
    ],
)
def test_a_file_that_cannot_be_opened(dutch: Path, name: str, words: dict[str, str], language: str) -> None:
    (dutch.parent / "map").mkdir()
    said = klaar("read", f"{dutch.parent}/{name}", "--language", language)
    assert said.code == Exit.NOT_OPENED
    assert words[language] in one_line(said)


def test_one_bad_file_among_good_ones_fails_all(dutch: Path, tmp_path: Path) -> None:
    empty = bytes_file(tmp_path, "leeg.txt", b"")
    said = klaar("read", dutch, empty, "--output", tmp_path / "uit.txt")
    assert said.code == Exit.NOT_READ
    assert "leeg.txt" in one_line(said)
    assert not (tmp_path / "uit.txt").exists()


def test_another_language(tmp_path: Path) -> None:
    said = klaar("read", put(tmp_path, "contrat.txt", FRENCH), environ={"LANG": "nl_NL"})
    assert said.code == Exit.OTHER_LANGUAGE
    assert "--read-as" in one_line(said)
    assert klaar("read", tmp_path / "contrat.txt", "--read-as", "en").code == Exit.DONE


@pytest.mark.parametrize("target", ["", "geen-map/uit.json", "/dev/full"])
def test_output_that_cannot_be_written_leaves_nothing_behind(dutch: Path, target: str) -> None:
    if target.startswith("/") and not Path(target).exists():
        pytest.skip("there is no /dev/full here")
    place = target if target.startswith("/") else dutch.parent / target
    before = sorted(os.listdir(dutch.parent))
    said = klaar("read", dutch, "--output", place)
    assert said.code == Exit.NOT_WRITTEN
    one_line(said)
    assert sorted(os.listdir(dutch.parent)) == before


def test_a_file_that_fills_the_disk_halfway_keeps_the_old_one(
    dutch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = put(tmp_path, "oud.txt", "wat er stond")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = klaar("read", dutch, "--output", target, environ={"LANG": "nl_NL"})
    assert said.code == Exit.NOT_WRITTEN
    assert "schijf is vol" in one_line(said)
    assert target.read_text(encoding="utf-8") == "wat er stond"
    assert sorted(os.listdir(tmp_path)) == ["hosting.txt", "oud.txt"]


def test_an_unexpected_error_is_one_line_and_a_traceback_only_on_request(
    dutch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("half")

    monkeypatch.setattr("klaar.cli.read_told.read_agreement", broken)
    said = klaar("read", dutch)
    assert said.code == Exit.UNEXPECTED
    assert "ZeroDivisionError" in one_line(said)
    assert "Traceback" in klaar("read", dutch, "--debug").err


def test_an_interrupt_is_one_line(dutch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("klaar.cli.read_told.read_agreement", stopped)
    said = klaar("read", dutch)
    assert said.code == Exit.INTERRUPTED
    one_line(said)
