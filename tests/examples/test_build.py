"""The built examples belong to their sources, and are what they are said to be."""

import hashlib
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from examples.build.manifest import source_hashes

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("zaaksysteem", "permit-desk")
FORMATS = ("pdf", "docx", "odt", "html", "md", "txt", "eml")


def manifest(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((EXAMPLES / name / "MANIFEST.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_built_from_the_sources_as_they_are_now(name: str) -> None:
    assert manifest(name)["sources"] == source_hashes(EXAMPLES / name), f"python -m examples.build {name}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_is_the_one_that_was_built(name: str, ending: str) -> None:
    data = (EXAMPLES / name / f"{name}.{ending}").read_bytes()
    assert manifest(name)["outputs"][f"{name}.{ending}"] == hashlib.sha256(data).hexdigest()
    assert len(data) < 1_500_000


@pytest.mark.parametrize(("name", "pages"), [("zaaksysteem", 128), ("permit-desk", None)])
def test_the_pdf_has_its_pages(name: str, pages: int | None) -> None:
    document = pypdfium2.PdfDocument(EXAMPLES / name / f"{name}.pdf")
    assert len(document) == manifest(name)["pages"]
    assert pages is None or len(document) == pages
    sizes = {tuple(round(side) for side in document[place].get_size()) for place in range(len(document))}
    assert sizes == ({(595, 842), (842, 595)} if name == "zaaksysteem" else {(595, 842)})
    document.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_wrapped_at_80_columns_outside_tables(name: str) -> None:
    lines = (EXAMPLES / name / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 80 and " | " not in line] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_archives_carry_no_date_of_today(name: str, ending: str) -> None:
    with ZipFile(EXAMPLES / name / f"{name}.{ending}") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
