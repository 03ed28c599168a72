"""What does not fit in a request, each part with its place, in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

_WORDS: dict[str, str | Lazy] = {
    "missing": _("This is needed."),
    "extra_forbidden": _("This is not known here."),
    "literal_error": _("This is none of the words that are possible here."),
    "string_too_long": _("This is too long."),
    "string_too_short": _("Nothing is said here."),
    "string_pattern_mismatch": _("This is not in the right form."),
    "string_type": _("This must be words."),
    "greater_than_equal": _("This is too small."),
    "less_than_equal": _("This is too large."),
    "too_long": _("These are too many."),
    "value_error": _("This does not fit with the rest."),
    "empty_file": _("This file is empty."),
    "no_file": _("At least one file is needed."),
    "no_promise": _("There is no such promise."),
}
_OTHER = _("This is not in the right form.")


def wrong_parts(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Each part with where it stands ("body", "query", "path"), a JSON pointer to it, and what is wrong."""
    return [wrong_part(str(each["type"]), *_place(each["loc"])) for each in errors]


def wrong_part(kind: str, where: str, *place: str) -> dict[str, str]:
    """One part: wrong_part("empty_file", "form", "files")."""
    return {
        "in": where,
        "pointer": "".join(f"/{each.replace('~', '~0').replace('/', '~1')}" for each in place),
        "code": kind,
        "detail": str(_WORDS.get(kind, _OTHER)),
    }


def _place(told: Sequence[Any]) -> list[str]:
    """Where pydantic found it; of a body without the name that it has in our function."""
    where, *rest = [str(each) for each in told] or ["body"]
    return [where, *(rest[1:] if where == "body" else rest)]
