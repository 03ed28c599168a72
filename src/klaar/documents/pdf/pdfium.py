"""The one door to pdfium: `raw` is its C interface, which has no types, `LOCK` lets one thread in."""

from threading import Lock

from pypdfium2 import raw  # type: ignore[import-untyped]

LOCK = Lock()
"""pdfium is not made for threads: whoever calls it holds this."""

__all__ = ["LOCK", "raw"]
