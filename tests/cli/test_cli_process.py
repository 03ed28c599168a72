"""The command as a process of its own: pipes, closed streams, rights, signals, and what it loads."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from agreements import DUTCH, put

from klaar.cli.exits import Exit

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = ("pypdfium2", "docx", "lxml", "odfdo", "email", "wcwidth", "hypothesis")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from klaar.cli.main import run; run()", *map(str, arguments)]


def environ(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE), "LANG": "en_GB.UTF-8", "LC_ALL": "", **more}


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return put(tmp_path, "hosting.txt", DUTCH)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_early_is_no_error(tmp_path: Path, unbuffered: str) -> None:
    long = put(
        tmp_path,
        "lang.txt",
        "".join(f"{n}.1 Leverancier levert de data elke dag.\n\n" for n in range(1, 4000)),
    )
    started = subprocess.Popen(
        command("read", long, "--read-as", "nl"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(PYTHONUNBUFFERED=unbuffered),
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.readline()
    started.stdout.close()
    assert started.wait() == Exit.BROKEN_PIPE
    assert started.stderr.read() == b""
    started.stderr.close()


def test_a_slow_reader_gets_all_of_it(tmp_path: Path) -> None:
    text = "".join(f"{n}.1 Leverancier levert de data elke dag.\n\n" for n in range(1, 4000))
    long = put(tmp_path, "lang.txt", text)
    run = subprocess.run(
        command("read", long, "--as", "json", "--read-as", "nl"),
        stdout=subprocess.PIPE,
        env=environ(PYTHONUNBUFFERED="1"),
        check=True,
    )
    assert len(json.loads(run.stdout)["promises"]) == 3999


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_behind_standard_output(dutch: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            command("read", dutch, "--as", form),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environ(),
            check=False,
        )
    assert run.returncode == Exit.NOT_WRITTEN
    assert run.stderr.count(b"\n") == 1
    assert b"disk is full" in run.stderr


@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", Exit.NOT_WRITTEN), ("2>&-", Exit.DONE), ("<&-", Exit.DONE)]
)
def test_a_stream_that_is_closed(dutch: Path, closed: str, code: Exit) -> None:
    words = " ".join(f"'{part}'" for part in command("read", dutch))
    run = subprocess.run(
        ["/bin/sh", "-c", f"{words} {closed}"], capture_output=True, env=environ(), check=False
    )
    assert run.returncode == code
    assert b"Traceback" not in run.stderr


def test_a_file_that_this_user_may_not_open(dutch: Path) -> None:
    dutch.chmod(0)
    ours = command("read", dutch)
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root may open everything, and there is no setpriv to be someone else")
        ours = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", *ours]
        if subprocess.run(
            [*ours[:4], sys.executable, "-c", "import klaar"], env=environ(), check=False
        ).returncode:
            pytest.skip("another user may not run this Python")
        for folder in (dutch.parent, *list(dutch.parents)[1:3]):
            folder.chmod(folder.stat().st_mode | 0o755)
    run = subprocess.run(ours, capture_output=True, env=environ(), check=False)
    assert run.returncode == Exit.NOT_OPENED
    assert b"you may not open this file" in run.stderr
    assert run.stderr.count(b"\n") == 1


def _heeds_control_c() -> None:
    """Tests that run in the background ignore Ctrl-C, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_control_c_is_one_line(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    started = subprocess.Popen(
        command("read", pipe),
        stderr=subprocess.PIPE,
        env=environ(),
        preexec_fn=_heeds_control_c,  # noqa: PLW1509
    )
    with pipe.open("wb"):  # opens when the command reads: from here on it waits for data
        started.send_signal(signal.SIGINT)
        _, told = started.communicate(timeout=60)
    assert started.returncode == Exit.INTERRUPTED
    assert told == b"klaar: interrupted.\n"


def test_a_text_file_loads_nothing_that_other_formats_need(dutch: Path) -> None:
    script = (
        "import sys\nfrom klaar.cli.main import main\nfrom klaar.cli.around import real\n"
        "code = main(real())\n"
        "sys.stderr.write(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))\nsys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, "read", str(dutch)],
        capture_output=True,
        text=True,
        env=environ(),
        check=True,
    )
    assert not set(HEAVY) & set(run.stderr.split())
    assert "De klant" not in run.stdout
    assert "The client does" in run.stdout


def test_the_name_is_a_command() -> None:
    installed = Path(sys.executable).with_name("klaar")
    if not installed.exists():
        pytest.skip("Klaar is not installed beside this Python")
    run = subprocess.run([installed, "--version"], capture_output=True, text=True, env=environ(), check=True)
    assert run.stdout.startswith("klaar ")
