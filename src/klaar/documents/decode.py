"""Bytes become characters: which encoding, and how sure that is."""

import re
from typing import NamedTuple

from klaar.documents.errors import DocumentError
from klaar.documents.model import Gap

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_LETTER = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


class Decoded(NamedTuple):
    """The characters of a file without its byte order mark, and what is unsure about them."""

    text: str
    gaps: tuple[Gap, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text in `data`: by its byte order mark, else UTF-8, else as Windows wrote it in western Europe.

    "caf\\xe9" is no UTF-8, so it is read as cp1252 ("café") and a gap `encoding_guessed` says so.
    Raises `DocumentError("not_text")` for bytes that are no text in any of these.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(*_tolerant(data[len(mark) :], name))
    if b"\x00" in data[:_SAMPLE]:
        return _without_mark(data, data[:_SAMPLE])
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _guess(data: bytes, error: UnicodeDecodeError) -> Decoded:
    sample = data[:_SAMPLE]
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return _checked(data[: error.start].decode("utf-8"), Gap("cut_off"))
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    if len(_UTF8_LETTER.findall(sample)) > broken:
        return _checked(data.decode("utf-8", "replace"), Gap("encoding_damaged", detail="utf-8"))
    text = data.decode("cp1252", "replace")
    return _checked(text, Gap("encoding_guessed", detail="cp1252"))


def _without_mark(data: bytes, sample: bytes) -> Decoded:
    """UTF-16 without its mark: every other byte of western text is zero."""
    half = max(1, len(sample) // 2)
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.6 * half:
            return _checked(data.decode(name, "replace"), Gap("encoding_guessed", detail=name))
    raise DocumentError("not_text")


def _tolerant(data: bytes, name: str) -> tuple[str, Gap | None]:
    try:
        return data.decode(name), None
    except UnicodeDecodeError:
        return data.decode(name, "replace"), Gap("encoding_damaged", detail=name)


def _checked(text: str, gap: Gap | None = None) -> Decoded:
    sample = text[:_SAMPLE]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if strange * 20 > len(sample):
        raise DocumentError("not_text")
    return Decoded(text, (gap,) if gap else ())
