"""The process that draws a page: a PDF of a stranger is only opened here, with limits.

Run as `python -m klaar.web.jobs.picture FILE PAGE WIDTH`; writes a PNG on standard output.
"""

import sys

from klaar.web.jobs.reader import limit

_SECONDS = 20
_MEGABYTES = 1_000


def main() -> None:
    """Draw one page, counted from 1, so many pixels wide."""
    path, page, width = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    limit(_SECONDS, _MEGABYTES)
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    document = pypdfium2.PdfDocument(path)
    sheet = document[page - 1]
    picture = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True).to_pil()
    picture.convert("P", palette=1, colors=64).save(sys.stdout.buffer, "PNG", optimize=False)


if __name__ == "__main__":
    main()
