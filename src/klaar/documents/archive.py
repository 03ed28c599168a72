"""The parts inside a DOCX or an ODT, unpacked with care."""

import zipfile
import zlib
from io import BytesIO

from klaar.documents.errors import DocumentError
from klaar.documents.limits import Limits

_MOST_PARTS = 20_000
_END_OF_DIRECTORY = b"PK\x05\x06"
_TAIL = 70_000
_LOCKED = 0x1
_RATIO = 100
"""How often its own size a part may unpack to; text in XML stays far below. Apache POI refuses a DOCX at the
same ratio (ZipSecureFile, minimum inflate ratio 0.01)."""
_SMALL = 32_000_000
"""Bytes that any part may unpack to, whatever its ratio."""


class Archive:
    """A ZIP file whose parts together may unpack to no more than the limit, whatever its directory claims."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._left = self._most = limits.unpacked
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            if _END_OF_DIRECTORY in data[-_TAIL:]:
                raise DocumentError("corrupt", "zip") from error
            raise DocumentError("truncated", "zip") from error
        infos = self._zip.infolist()
        if len(infos) > _MOST_PARTS:
            raise DocumentError("too_large", f"ZIP: {len(infos)} > {_MOST_PARTS}")
        if any(info.flag_bits & _LOCKED for info in infos):
            raise DocumentError("encrypted")
        self._names = {info.filename: info for info in infos}

    def names(self) -> tuple[str, ...]:
        """The names of its parts."""
        return tuple(self._names)

    def read(self, name: str) -> bytes | None:
        """A part's bytes, None where it is missing; raises `too_large` when it unpacks beyond the limit."""
        info = self._names.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as part:
                data = part.read(min(self._left, max(_SMALL, _RATIO * info.compress_size)) + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise DocumentError("corrupt", name) from error
        if len(data) > max(_SMALL, _RATIO * info.compress_size):
            raise DocumentError("too_large", f"ZIP > {_RATIO} : 1")
        if len(data) > self._left:
            raise DocumentError("too_large", f"ZIP > {self._most // 1_000_000} MB")
        self._left -= len(data)
        return data

    def needed(self, name: str) -> bytes:
        """As `read`, but raises `corrupt` where the part is missing."""
        data = self.read(name)
        if data is None:
            raise DocumentError("corrupt", f"{name} missing")
        return data
