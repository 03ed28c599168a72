"""The description of the API (OpenAPI 3.1): what ninja gives, with the answers and headers all operations share."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from klaar.web.api.answers import VERSION
from klaar.web.api.door import Bearer, asked_by
from klaar.web.api.problems import PROBLEM_TYPE

Record = dict[str, Any]

_PROBLEM: Record = {
    "type": "object",
    "description": "What is wrong (RFC 9457), in the language of Accept-Language.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "urn:problem-type:klaar: and a word that does not change."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["in", "pointer", "code", "detail"],
                "properties": {name: {"type": "string"} for name in ("in", "pointer", "code", "detail")},
            },
        },
    },
}
_ALWAYS = {
    "401": "The key is missing or works no more.",
    "403": "The key or the seat does not allow it.",
    "429": "Too many requests.",
}
_OWN = {"400": "What was sent does not fit.", "404": "It does not exist, or is not yours to see."}
_CHANGING = {
    "409": "It cannot be done as things stand.",
    "413": "Too large.",
    "415": "Not JSON, or not files.",
}
_MATCHING = {"412": "It changed since it was read.", "428": "If-Match is missing."}
_TEXT: Record = {"schema": {"type": "string"}}
_HEADERS: Record = {
    "API-Version": {**_TEXT, "description": "The whole version of the API.", "required": True},
    "RateLimit-Limit": {**_TEXT, "description": "Requests of this key in a window.", "required": True},
    "RateLimit-Remaining": {**_TEXT, "description": "How many are left.", "required": True},
    "RateLimit-Reset": {**_TEXT, "description": "Seconds until the next window.", "required": True},
}
_TAG: Record = {
    "ETag": {**_TEXT, "description": "Goes back in If-None-Match, or in If-Match.", "required": True}
}
_NONE_MATCH: Record = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag of what you have; 304 where it is still the same.",
}

ABOUT = """The objects of `klaar.agreement/1` for other programs: agreements, what was promised in them, what both sides
said about it, and what they confirmed and signed. A key acts as the person who made it, at one organisation, and sees
what that person sees. No key confirms or signs. docs/api.md tells the rest."""


class Api(NinjaAPI):
    """The API; its description adds to ninja's what every answer has."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """The description, complete."""
        told = super().get_openapi_schema(path_prefix="", path_params=path_params)
        told["components"]["schemas"]["Problem"] = _PROBLEM
        told["servers"] = [{"url": "/api/v1"}]
        for router in self._get_bound_routers():
            for view in router.path_operations.values():
                for each in view.operations:
                    _complete(told, each.operation_id or "", asked_by(each.view_func).scope.value)
        return told


def _complete(told: Record, name: str, scope: str) -> None:
    for methods in told["paths"].values():
        for method, operation in methods.items():
            if operation["operationId"] == name:
                _finish(operation, method, scope)


def _finish(operation: Record, method: str, scope: str) -> None:
    """Its scope, its errors and the headers of its answers."""
    operation["security"] = [{Bearer.__name__: [scope]}]
    answers = operation["responses"] = {str(status): each for status, each in operation["responses"].items()}
    tagged = _TAG if method == "get" else {}
    for each in answers.values():
        each["headers"] = {**_HEADERS, **tagged}
    matching = any(each["name"] == "If-Match" for each in operation["parameters"])
    errors = {**_OWN, **_ALWAYS, **({} if method == "get" else _CHANGING), **(_MATCHING if matching else {})}
    if method == "get":
        operation["parameters"].append(_NONE_MATCH)
        answers["304"] = {"description": "As you have it.", "headers": {**_HEADERS, **_TAG}}
    for status, words in errors.items():
        answers[status] = {
            "description": words,
            "headers": {"API-Version": _HEADERS["API-Version"]},
            "content": {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }


def new_api() -> Api:
    """The API without operations yet."""
    return Api(
        title="Klaar",
        version=VERSION,
        description=ABOUT,
        urls_namespace="api",
        docs_url=None,
        auth=Bearer(),
        openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
    )
