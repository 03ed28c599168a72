"""What the operations give and change: the objects of the contract, nothing lost, nothing leaked."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from jsonschema import Draft202012Validator

from klaar.web.jobs.models import ReadingJob
from klaar.web.store.models import (
    Agreement,
    AuditEntry,
    Confirmation,
    Correction,
    Note,
    Ownership,
    Question,
    Version,
)

pytestmark = pytest.mark.django_db

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs/schema/klaar.agreement-1.schema.json").read_text("utf-8")
)
LISTS = {
    "documents": "document", "parties": "party", "clauses": "clause", "terms": "term", "facts": "fact",
    "promises": "promise", "findings": "finding", "not-covered": "not_covered",
}  # fmt: skip


def at(table, below=""):
    return f"/agreements/{table.agreement.pk}{below}"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_objects_of_the_contract_and_all_of_each(table, keys, name):
    told = keys["reader"]("get", at(table, f"/{name}?pageSize=200")).json()
    read = table.version.reading.contract[name.replace("-", "_")]
    assert told["total"] == len(read)
    assert told["items"] == json.loads(json.dumps(read))
    schema = {**SCHEMA, **SCHEMA["$defs"][LISTS[name]]}
    for key in ("required", "properties", "additionalProperties"):
        schema[key] = SCHEMA["$defs"][LISTS[name]][key]
    for each in told["items"]:
        Draft202012Validator(schema).validate(each)


def test_the_whole_is_the_published_contract(table, keys):
    told = keys["reader"]("get", at(table, "/contract")).json()
    Draft202012Validator(SCHEMA).validate(told)
    assert [each["id"] for each in told["promises"]] == [each.key for each in table.version.promises.all()]


def test_words_stand_where_their_place_says(table, keys):
    page = keys["reader"]("get", at(table, "/documents/0/pages")).json()["items"][0]
    for each in keys["reader"]("get", at(table, "/promises?pageSize=200")).json()["items"]:
        assert page["text"][each["start"] - page["start"] : each["end"] - page["start"]] == each["quote"]


def test_pages_follow_one_another(table, keys):
    seen, url = [], at(table, "/promises?pageSize=4&bearer=it")
    while url:
        told = keys["reader"]("get", url).json()
        seen += [each["id"] for each in told["items"]]
        url = (told["next"] or "").removeprefix("/api/v1")
    rows = table.version.promises.filter(bearer="it").order_by("position", "start")
    assert seen == list(rows.values_list("key", flat=True))
    assert len(seen) > 4


def test_what_the_reader_has_already_is_not_sent_again(table, keys):
    for url in (at(table), at(table, "/promises"), at(table, "/contract"), "/openapi.json"):
        first = keys["reader"]("get", url)
        again = keys["reader"]("get", url, if_none_match=first.headers["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["API-Version"] == "1.0.0"


def test_a_promise_is_corrected_once_by_who_saw_it(table, keys):
    promise = table.promise("binnen 30 dagen")
    url = at(table, f"/promises/{promise.key}")
    tag = keys["signer"]("get", url).headers["ETag"]
    body = {
        "deadline": {"kind": "within", "value": "P14D", "text": "binnen 30 dagen"},
        "why": "zo afgesproken",
    }
    done = keys["signer"]("patch", url, body, if_match=tag)
    assert done.status_code == 200
    assert done.json()["deadline"]["value"] == "P14D"
    assert done.json()["certainty"] == "sure"
    assert done.headers["ETag"] == keys["it_owner"]("get", url).headers["ETag"] != tag
    assert keys["it_owner"]("patch", url, body, if_match=tag).status_code == 412
    assert keys["it_owner"]("patch", url, body).status_code == 428
    assert Correction.objects.get().before[0]["deadline"]["value"] == "P30D"
    logged = AuditEntry.objects.get(what="corrected", seat=table.seats["signer"])
    assert logged.detail == {"promise": promise.key, "key": keys["signer"].secret[:11]}
    assert table["owner"].get(table.url(f"promises/{promise.key}/")).status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"bearer": "nobody"}, "/bearer"),
        ({"bearer": None}, "/bearer"),
        ({"deadline": {"kind": "date", "value": "soon"}}, "/deadline"),
        ({"deadline": {"kind": "within", "value": "P"}}, "/deadline"),
        ({"deadline": {"kind": "vague", "value": "P1D"}}, "/deadline"),
        ({"measure": {"metric": "availability", "value": "x\x00"}}, "/measure/value/constrained-str"),
        ({"quote": "other words"}, "/quote"),
        ({"condition": "a\x00b"}, "/condition"),
        ({}, ""),
        ({"why": "just so"}, ""),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(table, keys, body, pointer):
    promise = table.promise("binnen 30 dagen")
    answer = keys["owner"]("patch", at(table, f"/promises/{promise.key}"), body, if_match="*")
    assert answer.status_code == 400
    assert ("body", pointer) in [(each["in"], each["pointer"]) for each in answer.json()["errors"]]
    assert Correction.objects.count() == 0


def test_a_struck_promise_is_gone_and_a_signed_version_refuses(table, keys):
    promise = table.promise("zo spoedig mogelijk")
    url = at(table, f"/promises/{promise.key}")
    assert keys["owner"]("delete", url, if_match="*").status_code == 204
    assert keys["owner"]("get", url).status_code == 404
    Version.objects.filter(pk=table.version.pk).update(state="sealed")
    other = at(table, f"/promises/{table.promise('30 dagen').key}")
    answer = keys["owner"]("delete", other, if_match="*")
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:problem-type:klaar:sealed")


def test_a_thread_from_question_to_settled(table, keys):
    promise = table.promise("99,5%")
    made = keys["reader"]("post", at(table, "/questions"), {"promise": promise.key, "text": "Ook op zondag?"})
    url = made.headers["Location"].removeprefix("/api/v1")
    assert (made.status_code, made.json()["state"]) == (201, "open")
    answered = keys["it_signer"]("post", f"{url}/answers", {"text": "Nee, op werkdagen."})
    assert answered.json()["state"] == "answered"
    settled = keys["reader"]("patch", url, {"state": "settled"}, if_match=answered.headers["ETag"])
    assert settled.status_code == 200, settled.content
    listed = keys["owner"]("get", at(table, f"/questions?promise={promise.key}&state=settled")).json()
    assert [each["text"] for each in listed["items"][0]["answers"]] == ["Nee, op werkdagen."]
    assert listed["items"][0]["by"] == {"side": "client", "name": "Reader"}


def test_the_notes_of_a_side_stay_there_until_shared(table, keys):
    promise = table.promise("99,5%")
    secret = {"promise": promise.key, "text": "Cluster zonder quorum"}
    keys["it_signer"]("post", at(table, "/notes"), secret)
    keys["it_signer"](
        "post", at(table, "/notes"), {**secret, "text": "Onderhoud op zondag", "is_shared": True}
    )
    seen = {
        name: keys[name]("get", at(table, "/notes")).json()["total"]
        for name in ("it_owner", "owner", "mediator")
    }
    assert seen == {"it_owner": 2, "owner": 1, "mediator": 1}


def test_nothing_of_a_note_leaks_through_any_address(table, keys):
    Note.objects.create(
        promise=table.promise("99,5%"), side="it", text="zwak punt", written_by=table.seats["link"]
    )
    paths = keys["owner"]("get", "/openapi.json").json()["paths"]
    filled = {
        "{agreement}": str(table.agreement.pk),
        "{promise}": table.promise("99,5%").key,
        "{number}": "1",
    }
    for path in (path for path, methods in paths.items() if "get" in methods):
        for slot, value in (*filled.items(), ("{document}", "0"), ("{question}", "1")):
            path = path.replace(slot, value)  # noqa: PLW2901
        for person in ("owner", "reader", "mediator"):
            assert b"zwak punt" not in keys[person]("get", path).content


def test_names_are_told_only_to_a_key_that_may_see_them(table, keys):
    promise = table.promise("99,5%")
    keys["signer"]("post", at(table, "/questions"), {"promise": promise.key, "text": "?"})
    for path in ("/questions", "/owners", "/sign-offs", "/confirmations", "/corrections", "/changes"):
        assert b"Signer" not in keys["no_people"]("get", at(table, path)).content
    assert b"Signer" in keys["owner"]("get", at(table, "/people")).content


def test_an_upload_is_read_by_a_job(table, keys):
    def send(**more):
        file = SimpleUploadedFile("sla.txt", b"Leverancier reageert binnen 1 uur op een melding.")
        sent = {"authorization": f"Bearer {keys['owner'].secret}", "accept-language": "nl"}
        told = {"files": [file], "title": "SLA", "side": "client", "it": ["Leverancier"], **more}
        return keys["owner"].client.post("/api/v1/agreements", told, headers=sent)

    made = send()
    assert made.status_code == 202, made.content
    job = keys["owner"]("get", made.headers["Location"].removeprefix("/api/v1"))
    assert job.json() | {"agreement": ""} == {
        "agreement": "", "number": 1, "state": "waiting", "is_done": False, "pages_done": 0, "pages_all": 0, "failure": None,
    }  # fmt: skip
    assert ReadingJob.objects.filter(version__agreement=made.json()["agreement"]).count() == 1
    assert Agreement.objects.get(pk=made.json()["agreement"]).title == "SLA"
    assert keys["colleague"]("get", f"/agreements/{made.json()['agreement']}").status_code == 404
    assert send().json()["type"] == "urn:problem-type:klaar:same-files"
    assert send(again="true").status_code == 202
    assert send(again="true", side="").status_code == 400


def test_a_new_version_is_read_with_the_sides_as_they_were(table, keys):
    Version.objects.filter(pk=table.version.pk).update(it_names=["Leverancier"], state="sealed")

    def send():
        file = SimpleUploadedFile("nieuw.txt", b"Leverancier reageert binnen 2 uur.")
        sent = {"authorization": f"Bearer {keys['owner'].secret}"}
        return keys["owner"].client.post(f"/api/v1{at(table, '/versions')}", {"files": [file]}, headers=sent)

    assert send().json()["number"] == 2
    assert table.agreement.versions.get(number=2).it_names == ["Leverancier"]
    assert send().json()["type"] == "urn:problem-type:klaar:not-open"
    listed = keys["reader"]("get", at(table, "/versions")).json()["items"]
    assert [(each["number"], each["state"]) for each in listed] == [(2, "waiting"), (1, "sealed")]


def test_the_sides_are_set_by_the_owner_who_saw_them(table, keys):
    Version.objects.filter(pk=table.version.pk).update(state="sides")
    seen = keys["owner"]("get", at(table, "/sides"))
    body = {"side": "client", "title": "Loket", "parties": [{"name": "Leverancier", "side": "it"}]}
    assert keys["owner"]("put", at(table, "/sides"), body, if_match='"old"').status_code == 412
    done = keys["owner"]("put", at(table, "/sides"), body, if_match=seen.headers["ETag"])
    assert (done.json()["state"], done.json()["title"]) == ("open", "Loket")


def test_a_key_has_so_many_turns(table, keys, monkeypatch):
    from klaar.web.api import door, rates  # noqa: PLC0415

    monkeypatch.setattr(door, "REQUESTS", rates.Rate(2, 3600))
    left = [keys["reader"]("get", "/agreements") for _ in range(3)]
    assert [each.status_code for each in left] == [200, 200, 429]
    assert [each.headers["RateLimit-Remaining"] for each in left] == ["1", "0", "0"]
    assert int(left[2].headers["Retry-After"]) > 0
    assert keys["owner"]("get", "/agreements").status_code == 200


@pytest.mark.parametrize(
    ("method", "url", "status", "title"),
    [
        ("get", "/nowhere", 404, "Hier is niets"),
        ("get", "/agreements/", 404, "Hier is niets"),
        ("delete", "/agreements", 405, "Niet op deze manier"),
        ("get", "/agreements?page=0", 400, "Er klopt iets niet"),
    ],
)
def test_every_error_is_a_problem_in_the_readers_language(table, keys, method, url, status, title):
    answer = keys["owner"](method, url)
    assert (answer.status_code, answer.json()["title"]) == (status, title)
    assert answer.headers["Content-Language"] == "nl"
    english = keys["owner"](method, url, accept_language="en")
    assert english.json()["title"] != title


def test_what_does_not_fit_in_a_query_or_a_form_is_told_too(table, keys):
    program = keys["owner"]
    told = program("get", "/agreements?pageSize=1000&sort=title").json()["errors"]
    assert told == [
        {"in": "query", "pointer": "/sort", "code": "extra_forbidden", "detail": "Dit is hier niet bekend."}
    ]
    told = program("get", "/agreements?pageSize=1000&page=x").json()["errors"]
    assert {(each["in"], each["pointer"]) for each in told} == {("query", "/pageSize"), ("query", "/page")}
    sent = {"authorization": f"Bearer {program.secret}"}
    told = program.client.post("/api/v1/agreements", {"side": "both"}, headers=sent).json()["errors"]
    assert {(each["in"], each["pointer"]) for each in told} == {("form", "/side"), ("file", "/files")}


def test_odd_requests_are_refused_in_good_order(table, keys):
    program, url = keys["owner"], at(table, "/questions")
    sent = {"authorization": f"Bearer {program.secret}"}
    odd = {"data": b"{", "content_type": "application/json"}, {"data": b"a=1", "content_type": "text/plain"}
    told = [program.client.post(f"/api/v1{url}", headers=sent, **each).status_code for each in odd]
    assert told == [400, 415]
    assert program("head", url).status_code == 200
    assert program("head", url).content == b""


@pytest.mark.parametrize(
    "name", [*LISTS, "questions", "notes", "corrections", "owners", "confirmations", "people"]
)
def test_a_longer_list_asks_the_database_no_more(table, keys, name, django_assert_max_num_queries):
    for promise in table.version.promises.all()[:9]:
        Question.objects.create(
            version=table.version, promise=promise, text="?", side="it", asked_by=table.seats["link"]
        )
        Note.objects.create(promise=promise, side="client", text="!", written_by=table.seats["signer"])
        Ownership.objects.create(promise=promise, side="client", seat=table.seats["signer"])
        Confirmation.objects.create(promise=promise, side="client", seat=table.seats["signer"], revision=1)
    with django_assert_max_num_queries(14):
        assert keys["owner"]("get", at(table, f"/{name}")).status_code == 200
