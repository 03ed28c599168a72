"""A long PDF read by several processes is the same document; a helper that fails costs only time."""

import os
import signal
from pathlib import Path

import pytest

from klaar.documents import read_document
from klaar.documents.pdf.pages import read_page

LONG = Path(__file__).parents[2] / "examples" / "permit-desk" / "permit-desk.pdf"


@pytest.fixture(scope="module")
def data() -> bytes:
    return LONG.read_bytes()


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process with more threads reads alone; what other tests left running must not decide that here."""
    monkeypatch.setattr("klaar.documents.pdf.shared.threading.active_count", lambda: 1)


@pytest.mark.parametrize("processes", [2, 3])
def test_the_same_document_whoever_reads_the_pages(data: bytes, processes: int) -> None:
    assert read_document(data, "a.pdf", processes=processes) == read_document(data, "a.pdf")


def test_what_is_done_meanwhile_is_done_once(data: bytes) -> None:
    for processes in (1, 2):
        done: list[int] = []
        read_document(data, "a.pdf", processes=processes, meanwhile=lambda: done.append(1))  # noqa: B023
        assert done == [1]


def test_a_helper_that_is_stopped(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = os.getpid()

    def stopped(*asked: object) -> object:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return read_page(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("klaar.documents.pdf.shared.read_page", stopped)
    assert read_document(data, "a.pdf", processes=2).text == read_document(data, "a.pdf").text


def test_a_machine_that_gives_no_second_process(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert read_document(data, "a.pdf", processes=2).text == read_document(data, "a.pdf").text


def test_no_process_is_left_when_reading_is_broken_off(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    fork, begun = os.fork, []

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    def broken_off() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyboardInterrupt):
        read_document(data, "a.pdf", processes=2, meanwhile=broken_off)
    assert begun
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
