"""What an address takes: in which form, and under which names; anything else is said, not passed over."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import HttpRequest
from ninja.operation import Operation, PathView

from klaar.web.api.problems import Wrong
from klaar.web.api.wrong_input import wrong_part

_FORMS = {"file": "multipart/form-data", "body": "application/json"}


class Taken(NamedTuple):
    """What one operation takes: the content type ("" for nothing), the names in the query and in the form."""

    form: str
    query: frozenset[str]
    fields: frozenset[str]


def taken_by(view: PathView) -> Mapping[str, Taken]:
    """By method what the operations at an address take."""
    return {method: _taken(each) for each in view.operations for method in each.methods}


def check_taken(request: HttpRequest, taken: Mapping[str, Taken]) -> None:
    """Raises `Wrong`: "media_type" for another form, "invalid" for names that are not known."""
    told = taken.get(request.method or "")
    if told is None:
        return
    sent = request.META.get("CONTENT_LENGTH") not in (None, "", "0")
    if sent and told.form and request.content_type != told.form:
        raise Wrong("media_type")
    unknown = [("query", name) for name in request.GET if name not in told.query]
    if told.form == _FORMS["file"]:
        unknown += [("form", name) for name in (*request.POST, *request.FILES) if name not in told.fields]
    if unknown:
        raise Wrong("invalid", errors=[wrong_part("extra_forbidden", *place) for place in unknown])


def _taken(operation: Operation) -> Taken:
    names: dict[str, set[str]] = {"query": set(), "form": set(), "file": set(), "body": set()}
    forms = [""]
    for model in operation.models:
        source = model.__ninja_param_source__
        if source in names:
            names[source].update(_names(model))
        forms.append(_FORMS.get(source, ""))
    return Taken(max(forms), frozenset(names["query"]), frozenset(names["form"] | names["file"]))


def _names(model: type) -> set[str]:
    """The names under which the parts of a model are sent: pageSize, not page_size."""
    schema = model.model_json_schema()  # type: ignore[attr-defined]
    told: set[str] = set()
    for name, part in schema.get("properties", {}).items():
        inner = schema.get("$defs", {}).get(part.get("$ref", "").rsplit("/", 1)[-1], {})
        told |= set(inner.get("properties", ())) or {name}
    return told
