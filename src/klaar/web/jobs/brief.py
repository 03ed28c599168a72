"""The process that writes a brief: it reads the files once more, with the same limits as the reader.

Run as `python -m klaar.web.jobs.brief`, with a request as JSON on standard input; the brief comes on standard
output.
"""

import json
import sys
from pathlib import Path
from typing import Any

from klaar.web.jobs.reader import limit

Record = dict[str, Any]


def main() -> None:
    """Write what standard input asks for."""
    request = json.load(sys.stdin)
    limit(request["seconds"], request["megabytes"])
    sys.stdout.buffer.write(written(request))


def written(request: Record) -> bytes:
    """The brief of a request: its files, its sides, for whom, in which language and form."""
    from klaar.brief.findings.checked import check_reading  # noqa: PLC0415
    from klaar.brief.forms.given import Given  # noqa: PLC0415
    from klaar.brief.forms.table import write_form  # noqa: PLC0415
    from klaar.brief.page.make import make_brief  # noqa: PLC0415
    from klaar.brief.page.model import Honest  # noqa: PLC0415
    from klaar.brief.reading import read_agreement  # noqa: PLC0415
    from klaar.web.jobs.reader import documents_of  # noqa: PLC0415

    files = [
        (file, document) for file in request["files"] for document in documents_of(file, request["pages"])
    ]
    reading = read_agreement(
        [document for _, document in files],
        language=request["language"],
        it=request["it"],
        client=request["client"],
    )
    brief = make_brief(
        check_reading(reading), request["side"], request["spoken"], honest=Honest(**request["honest"])
    )
    sources = tuple(Path(file["path"]).read_bytes() for file, _ in files)
    return write_form(request["form"], [brief], Given(reading, sources))


if __name__ == "__main__":
    main()
