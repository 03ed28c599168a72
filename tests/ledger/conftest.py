"""A ledger of an example agreement, opened once; each test gets its own copy."""

import shutil
from pathlib import Path

import pytest
from tests.cli.calling import klaar

PERMIT_DESK = Path(__file__).parents[2] / "examples" / "permit-desk" / "permit-desk.txt"


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger") / "permit"
    said = klaar("ledger", "open", folder, PERMIT_DESK, "--language", "en")
    assert (said.code, said.err) == (0, "")
    return folder


@pytest.fixture
def permit(opened: Path, tmp_path: Path) -> Path:
    """The ledger of the permit desk, as it was opened."""
    return Path(shutil.copytree(opened, tmp_path / "permit"))
