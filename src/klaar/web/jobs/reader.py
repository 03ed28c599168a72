"""The process that reads: bytes of strangers are only opened here, with limits, away from the database.

Run as `python -m klaar.web.jobs.reader`, with a request as JSON on standard input. It writes lines of JSON on
standard output: {"page": 3, "of": 41} while it reads, then the answer, or why there is none, and last the promises in plain
words, for which nobody has to wait.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def main() -> None:
    """Read what standard input asks for."""
    request = json.load(sys.stdin)
    limit(request["seconds"], request["megabytes"])
    for line in answer(request):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def limit(seconds: int, megabytes: int) -> None:
    """No more time, memory or disk than was said, no core dump, few open files."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000_000, 1_000_000_000))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))


def answer(request: Record) -> Iterator[Record]:
    """The lines that answer a request."""
    from klaar.brief.reading import LanguageError  # noqa: PLC0415
    from klaar.documents.errors import DocumentError  # noqa: PLC0415

    try:
        yield from _read(request)
    except DocumentError as error:
        yield {"failure": error.code, "detail": error.detail}
    except LanguageError:
        yield {"failure": "other_language", "detail": ""}
    except MemoryError:
        yield {"failure": "too_large", "detail": "memory"}


def _read(request: Record) -> Iterator[Record]:
    from klaar.brief.reading import read_agreement  # noqa: PLC0415
    from klaar.web.jobs.answer import plain_words, reading_record  # noqa: PLC0415

    started = time.monotonic()
    documents = []
    for file in request["files"]:
        for document in documents_of(file, request["pages"], _tell):
            documents.append(document)
            yield {"file": len(documents)}
    reading = read_agreement(
        documents, language=request["language"], it=request["it"], client=request["client"]
    )
    yield {"answer": reading_record(reading), "seconds": round(time.monotonic() - started, 2)}
    yield {"plain": plain_words(reading)}


def documents_of(file: Record, pages: int, tell: Callable[[int, int], None] | None = None) -> Iterator[Any]:
    """The documents in one file: of a mail itself and what is attached to it; `tell` hears of each page."""
    from klaar.documents.kind import detect  # noqa: PLC0415
    from klaar.documents.limits import DEFAULT_LIMITS  # noqa: PLC0415
    from klaar.documents.read import read_document, read_mail  # noqa: PLC0415

    data = Path(file["path"]).read_bytes()
    limits = DEFAULT_LIMITS._replace(pages=pages)
    if data.strip() and detect(data, file["name"]) == "mail":
        yield from read_mail(data, file["name"], limits=limits).documents
    else:
        yield read_document(data, file["name"], limits=limits, progress=tell)


def _tell(done: int, pages: int) -> None:
    """A line at every tenth page."""
    if done % 10 == 0 or done == pages:
        sys.stdout.write(json.dumps({"page": done, "of": pages}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
