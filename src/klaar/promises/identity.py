"""An id for a promise that stays when the text is read again and when text elsewhere changes."""

import re
from collections import Counter
from hashlib import blake2b

_SPACE = re.compile(r"\W+")


def name_promise(quote: str, opening: str, seen: Counter[str]) -> str:
    """Twelve hexadecimal digits of the words themselves and of their list's opening.

    The same words a second time ("IBM support is available 24 x 7.") get "-2" behind it, and so on; `seen`
    counts them and is changed.
    """
    words = _SPACE.sub(" ", f"{opening}|{quote}".casefold()).strip()
    name = blake2b(words.encode(), digest_size=6).hexdigest()
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
