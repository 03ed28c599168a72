"""What a form is made from besides the brief."""

from typing import NamedTuple

from klaar.brief.reading import Reading


class Given(NamedTuple):
    """The reading that a brief was made of, the bytes of its files, and the screen it may be shown on.

    `sources` are the files as they were given, in the order of `reading.documents` (a mail and what is
    attached to it share theirs). `width` is in columns.
    """

    reading: Reading
    sources: tuple[bytes, ...] = ()
    width: int = 80
    colour: bool = False
