"""The description of the API, and every operation tried with what it describes and with what it does not."""

import re
from functools import partial
from pathlib import Path

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis import checks as known
from tests.web.api.keys import programs

from klaar.web.api import door
from klaar.web.api.hooks.events import TYPES
from klaar.web.api.rates import Rate
from klaar.web.store.models import Question
from klaar.web.wsgi import application

pytestmark = pytest.mark.django_db
CHECKS = (
    known.not_a_server_error, known.status_code_conformance, known.content_type_conformance,
    known.response_schema_conformance, known.response_headers_conformance, known.negative_data_rejection,
)  # fmt: skip
DOCS = Path(__file__).parents[3] / "docs" / "api.md"
_CAMEL, _KEBAB = re.compile(r"[a-z][A-Za-z0-9]*"), re.compile(r"(/([a-z-]+|{[a-z]+}))+")


def test_the_description_is_that_of_openapi_3_1(client):
    answer = client.get("/api/v1/openapi.json")
    told = answer.json()
    assert told["openapi"].startswith("3.1")
    assert told["info"]["version"] == answer.headers["API-Version"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert told["servers"] == [{"url": "/api/v1"}]


def test_names_are_as_the_dutch_design_rules_ask(client):
    for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
        assert _KEBAB.fullmatch(path), path
        for operation in methods.values():
            assert operation["description"], path
            queries = [each["name"] for each in operation["parameters"] if each["in"] == "query"]
            assert all(map(_CAMEL.fullmatch, queries)), queries
            assert {"401", "403", "404", "429"} <= set(operation["responses"])


def test_the_documentation_has_every_operation_with_its_scope_and_every_event(client):
    page = DOCS.read_text("utf-8")
    told = {
        (
            method.upper(),
            re.sub(r"^/agreements/{agreement}(?=/)", "…", path),
            operation["security"][0]["Bearer"][0],
        )
        for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items()
        for method, operation in methods.items()
    }
    written = re.findall(r"(?m)^\| `([A-Z]+) ([/…]\S+)` \| (\w+) \|", page)
    assert set(written) == told
    assert len(written) == len(told)
    events = page.partition("Type, between")[2].partition("**The signature**")[0]
    kinds = {*TYPES.values(), "agreement.read", "agreement.not-read"}
    assert set(re.findall(r"`([a-z-]+\.[a-z-]+)`", events)) == kinds


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_operation_holds_what_the_description_promises(table, request, monkeypatch, mode):
    monkeypatch.setattr(door, "REQUESTS", Rate(10**6, 3600))
    tried = _Trying(table, fits=mode is GenerationMode.POSITIVE)
    schema = _described(table["owner"])
    for each in (request_started, request_finished):  # the end of a request leaves the test its connection
        each.disconnect(close_old_connections)
        request.addfinalizer(partial(each.connect, close_old_connections))
    count = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if not (tried.fits or len(operation.query) or len(operation.body)):
            continue  # there is nothing wrong to send there

        @given(case=operation.as_strategy(generation_mode=mode, path_parameters=tried.place(operation)))
        @settings(
            max_examples=6 if tried.fits else 4,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def hold(case):
            tried.hold(case)

        hold()
        count += 1
    assert count > (30 if tried.fits else 20)
    if tried.fits:  # the sides of the table of the tests are set already, so that nobody can set them
        assert len(tried.done) >= count - 2


def _described(client):
    """The description without the keys: who may come in is a test of its own."""
    told = client.get("/api/v1/openapi.json").json()
    del told["components"]["securitySchemes"]
    for methods in told["paths"].values():
        for operation in methods.values():
            del operation["security"]
    schema = schemathesis.openapi.from_dict(told)
    schema.app, schema.location = application, "/api/v1/openapi.json"
    return schema


class _Trying:
    """Sends what schemathesis makes to what stands on a table, and looks at the answers; nothing stays changed."""

    def __init__(self, table, fits):
        self.fits, self.done = fits, set()
        promise = table.promise("99,5%")
        told = {"text": "?", "side": "client", "state": "answered", "asked_by": table.seats["owner"]}
        question = Question.objects.create(version=table.version, promise=promise, **told)
        self._there = {
            "agreement": str(table.agreement.pk), "promise": promise.key, "question": question.pk, "number": 1, "document": 0,
        }  # fmt: skip
        self._headers = {"Authorization": f"Bearer {programs(table)['owner'].secret}"}

    def place(self, operation):
        """The things at the address of an operation, which are there."""
        return {name: self._there[name] for name in re.findall(r"{(\w+)}", operation.path)}

    def hold(self, case):
        """The answer to one request is as it was described."""
        if self.fits and isinstance(case.body, dict) and case.body.get("promise"):
            case.body["promise"] = self._there["promise"]
        match = {"If-Match": "*"} if self.fits and "If-Match" in (case.headers or {}) else {}
        with transaction.atomic():
            answer = case.call(headers={**(case.headers or {}), **match, **self._headers})
            case.validate_response(answer, checks=CHECKS)
            if answer.status_code < 300:
                self.done.add(case.operation.definition.raw["operationId"])
            transaction.set_rollback(True)
