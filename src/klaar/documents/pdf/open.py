"""Opens a PDF, and says why when it will not open."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from klaar.documents.errors import DocumentError, ErrorCode
from klaar.documents.pdf.pdfium import LOCK, raw

_NEEDS: dict[int, ErrorCode] = {4: "password_needed", 5: "encrypted"}
_TAIL = 2048


class OpenPdf:
    """A PDF held open while a `with` block lasts; `document` is pdfium's handle, `form` that of its form."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data, self._password = data, password
        self.document: Any = None
        self.form: Any = None

    def __enter__(self) -> "OpenPdf":
        secret = self._password.encode("utf-8") if self._password else None
        with LOCK:
            self.document = raw.FPDF_LoadMemDocument64(self._data, len(self._data), secret)
            if not self.document:
                raise self._error(raw.FPDF_GetLastError())
            if raw.FPDF_GetFormType(self.document) != raw.FORMTYPE_NONE:
                self._info = raw.FPDF_FORMFILLINFO(version=2)
                self.form = raw.FPDFDOC_InitFormFillEnvironment(self.document, self._info)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with LOCK:
            if self.form:
                raw.FPDFDOC_ExitFormFillEnvironment(self.form)
            if self.document:
                raw.FPDF_CloseDocument(self.document)

    @contextmanager
    def page(self, number: int) -> Iterator[Any]:
        """Page `number` (from 1) for as long as a `with` block lasts, None when pdfium cannot load it."""
        with LOCK:
            page = raw.FPDF_LoadPage(self.document, number - 1)
            try:
                if page and self.form:
                    raw.FORM_OnAfterLoadPage(page, self.form)
                yield page or None
            finally:
                if page and self.form:
                    raw.FORM_OnBeforeClosePage(page, self.form)
                if page:
                    raw.FPDF_ClosePage(page)

    def _error(self, code: int) -> DocumentError:
        if code == 4 and self._password:
            return DocumentError("wrong_password")
        if code in _NEEDS:
            return DocumentError(_NEEDS[code])
        if b"%%EOF" not in self._data[-_TAIL:]:
            return DocumentError("truncated")
        return DocumentError("corrupt")
