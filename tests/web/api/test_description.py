"""The description of the API, and every operation tried with what it describes and with what it does not."""

import re

import pytest

pytestmark = pytest.mark.django_db
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
