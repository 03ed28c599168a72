"""The one door to pdfium, which has no types: `raw` is its C interface, `LOCK` lets one thread in at a time."""

from threading import Lock

from pypdfium2 import raw  # type: ignore[import-untyped]

LOCK = Lock()
"""pdfium is not made for threads: whoever calls it holds this."""

__all__ = ["LOCK", "raw"]
