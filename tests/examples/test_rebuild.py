"""Building again gives the same bytes."""

import importlib
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    for library in ("typst", "odfdo", "pikepdf"):
        pytest.importorskip(library)
    build = importlib.import_module("examples.build.formats").build
    made = []
    for place in ("first", "second"):
        folder = tmp_path / place / "permit-desk"
        folder.mkdir(parents=True)
        shutil.copytree(EXAMPLES / "permit-desk" / "source", folder / "source")
        for settings in ("example.toml", "layout.toml"):
            shutil.copy(EXAMPLES / "permit-desk" / settings, folder)
        build(folder)
        made.append({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})
    assert made[0] == made[1]
    assert len(made[0]) == 10
