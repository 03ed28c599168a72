"""ETags: what something was when it was read (RFC 9110, sections 8.8.3 and 13.1)."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from klaar.web.api.problems import Wrong

IF_MATCH: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": "If-Match",
            "required": True,
            "schema": {"type": "string"},
            "description": "The ETag of what you read, so that nobody’s change is lost.",
        }
    ]
}
"""For the description of an operation that changes something that was read before."""


def tag_of(told: Any) -> str:
    """The tag of a record, between quotes: the same for the same words, whatever the order of its keys."""
    text = json.dumps(told, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def tag_of_bytes(content: bytes) -> str:
    """The tag of an answer as it is sent."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def put_tag(response: HttpResponse, told: Any) -> None:
    """Say in the answer what the tag of its record is; it goes back in If-Match to change the record."""
    response.headers["ETag"] = tag_of(told)


def check_match(request: HttpRequest, told: Any) -> None:
    """Raises `Wrong`: "unconditional" without If-Match, "stale" where it names another state than `told`."""
    said = request.headers.get("If-Match", "")
    if not said:
        raise Wrong("unconditional")
    if said.strip() != "*" and tag_of(told) not in parse_etags(said):
        raise Wrong("stale")
