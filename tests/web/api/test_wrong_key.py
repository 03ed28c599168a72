"""Every operation, asked with every kind of key: who may not gets what the rule says, never an object."""

import re
from io import BytesIO

import pytest
from django.db import transaction
from tests.web.api.keys import BROKEN, EVERYONE, NARROW, OUTSIDE

from klaar.web.api.door import asked_by
from klaar.web.api.urls import api
from klaar.web.store.models import Question

pytestmark = pytest.mark.django_db

BODIES = {
    "settleQuestion": {"state": "settled"},
    "correctPromise": {"condition": "indien de testgegevens er zijn"},
    "setSides": {"side": "client"},
    "answerQuestion": {"text": "Om negen uur."},
}
_SLOT = re.compile(r"{\w+:(\w+)}")
UPLOADS = {"addAgreement", "addVersion"}
REFUSED_LATER = {"setSides": 409}
"""Operations for which nothing on the table of the tests fits: what who may do it gets."""


def operations():
    """Each operation with its method and its address."""
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for each in view.operations:
                yield each.methods[0].lower(), path, each


def test_every_operation_has_a_name_of_its_own():
    names = [each.operation_id for _, _, each in operations()]
    assert len(names) == len(set(names)) > 25


def test_an_operation_without_a_rule_stops_the_start():
    with pytest.raises(Exception, match="does not say who may do it"):
        asked_by(lambda request: None)


@pytest.mark.parametrize("person", EVERYONE)
def test_who_may_do_what(table, keys, person):
    promise = table.promise("99,5%")
    question = Question.objects.create(
        version=table.version, promise=promise, text="?", side="it", state="answered", asked_by=table.seats["other_side"]
    )  # fmt: skip
    filled = {
        "agreement": str(table.agreement.pk), "promise": promise.key,
        "question": str(question.pk), "number": "1", "document": "0",
    }  # fmt: skip
    wrong = []
    for method, path, operation in operations():
        path = _SLOT.sub(lambda slot: filled[slot[1]], path)  # noqa: PLW2901
        with transaction.atomic():
            response = _ask(keys[person], method, path, operation.operation_id, promise.key)
            transaction.set_rollback(True)
        expected = _expected(person, operation, table)
        if response.status_code != expected:
            wrong.append((operation.operation_id, response.status_code, expected, response.content[:200]))
        if response.status_code >= 400:
            assert response.headers["Content-Type"] == "application/problem+json"
            assert b"Beschikbaarheid" not in response.content
    assert wrong == []


def _ask(program, method, path, name, promise):
    if name in UPLOADS:
        sent = {"authorization": f"Bearer {program.secret}"} if program.secret else {}
        file = BytesIO(b"Leverancier levert het Systeem op 1 mei 2027 op.")
        file.name = "nieuw.txt"
        return program.client.post(f"/api/v1{path}", {"files": [file]}, headers=sent)
    body = BODIES.get(name, {"promise": promise, "text": "Hoe dan?"} if method == "post" else None)
    match = {"if_match": "*"} if method in ("put", "patch", "delete") else {}
    return program(method, path, body, **match)


def _expected(person, operation, table):
    asked = asked_by(operation.view_func)
    done = {"post": 201, "delete": 204}.get(operation.methods[0].lower(), 200)
    done = REFUSED_LATER.get(operation.operation_id, 202 if operation.operation_id in UPLOADS else done)
    if person in BROKEN:
        return 401
    if operation.operation_id == "settleQuestion" and person not in (*OUTSIDE, "it_owner", "it_signer"):
        return 403  # the other side asked, so that only it says that the answer will do
    if person in NARROW:
        return 403 if asked.scope == person.removeprefix("no_") else done
    if operation.operation_id == "addAgreement":
        return 202 if person in ("owner", "colleague", "elsewhere", "other_organisation_key") else 403
    if asked.roles is None:
        return done
    if person in OUTSIDE:
        return 404
    role = person.removeprefix("it_")
    return done if role in asked.roles else 403
