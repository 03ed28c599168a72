"""Tesseract, called as a program: nothing of it is loaded into ours."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

_NAMES = {"nl": "nld", "en": "eng", "fr": "fra", "de": "deu"}
_WORD_LEVEL = "5"
_COLUMNS = 12
_ORIENTATION = "osd"
_LISTING_SECONDS = 20.0


class OcrWord(NamedTuple):
    """A word on a picture: its box in pixels from the left and top, its line, and how sure it is (0-100)."""

    text: str
    left: int
    top: int
    width: int
    height: int
    line: tuple[int, int, int]
    confidence: float


class OcrError(Exception):
    """Tesseract was there but did not give the words of a picture."""


class Tesseract(NamedTuple):
    """An installed Tesseract: where its program is, and which of its languages are used."""

    program: str
    languages: str
    mode: str

    def words(self, picture: bytes, seconds: float) -> list[OcrWord]:
        """The words on a picture (PGM, PNG or TIFF); raises `OcrError` when it fails or takes too long."""
        command = [self.program, "stdin", "stdout", "-l", self.languages, "--psm", self.mode, "tsv"]
        try:
            done = subprocess.run(
                command, input=picture, capture_output=True, timeout=seconds, check=True, env=_environment()
            )
        except subprocess.TimeoutExpired as error:
            raise OcrError("timeout") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise OcrError(type(error).__name__) from error
        return words_of(done.stdout.decode("utf-8", "replace"))


def _environment() -> dict[str, str]:
    """One thread a page: pages are read side by side, and its own threads make each twenty times slower."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def find_tesseract(languages: Sequence[str]) -> Tesseract | None:
    """The Tesseract on this machine with those of the languages ("nl", "en") that it has, if any."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        command = [program, "--list-langs"]
        done = subprocess.run(command, capture_output=True, timeout=_LISTING_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    held = set(done.stdout.decode("utf-8", "replace").split())
    wanted = [name for language in languages if (name := _NAMES.get(language, language)) in held]
    if not wanted:
        return None
    return Tesseract(program, "+".join(wanted), "1" if _ORIENTATION in held else "3")


def words_of(table: str) -> list[OcrWord]:
    """The words in Tesseract's table: tab-separated, twelve columns, words on level 5."""
    words = []
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        try:
            block, paragraph, line, _, left, top, width, height = map(int, cells[2:10])
            confidence = float(cells[10])
        except ValueError:
            continue
        place = block, paragraph, line
        words.append(OcrWord(cells[11].strip(), left, top, width, height, place, confidence))
    return words
