"""Which sources the built files were made from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from examples.build.example import LAYOUT, SETTINGS, sources

MANIFEST = "MANIFEST.toml"


def source_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file that an example is made from, by its path within the folder."""
    paths = (folder / SETTINGS, folder / LAYOUT, *sources(folder))
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()) for path in paths}


def as_toml(folder: Path, pages: int, outputs: Mapping[str, bytes]) -> str:
    """The manifest: the pages of the PDF, and the hashes of what went in and of what came out."""
    made = {name: sha256(data) for name, data in outputs.items()}
    return (
        "# Written by `python -m examples.build`: what the files beside this one were made from.\n"
        f"pages = {pages}\n\n[sources]\n{_lines(source_hashes(folder))}\n[outputs]\n{_lines(made)}"
    )


def sha256(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _lines(hashes: Mapping[str, str]) -> str:
    return "".join(f'"{name}" = "{value}"\n' for name, value in hashes.items())
