"""A zip archive with the same bytes every time: entries in a fixed order, with a fixed date."""

import io
import zipfile

_DATE = (1980, 1, 1, 0, 0, 0)


def repacked(archive: bytes, changed: dict[str, bytes] | None = None) -> bytes:
    """`archive` (a .docx or .odt) with dates and order fixed; `changed` gives entries a new content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "mimetype", name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            stored = name == "mimetype" or name.endswith("/")
            kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(entry, (changed or {}).get(name, old.read(name)), kind, 9)
    return out.getvalue()
