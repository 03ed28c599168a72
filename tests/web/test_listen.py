"""Listening: questions, answers, "this is not what I meant", and the notes of a side."""

import pytest

from klaar.web.agree.listen.threads import waiting_for
from klaar.web.store.models import Note, Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(table):
    return table.promise("testgegevens")


def _ask(table, promise, person="reader", **said):
    return table[person].post(
        table.url(f"promises/{promise.key}/ask/"), said or {"text": "Hoeveel testgegevens?"}
    )


def _answer(table, question, person, text="Tien dossiers."):
    return table[person].post(table.url(f"questions/{question.pk}/answer/"), {"text": text})


def test_question_answer_settled(table, promise):
    _ask(table, promise)
    question = Question.objects.get()
    assert (question.side, question.state) == ("client", "open")
    _answer(table, question, "signer", "Dat vroeg ik me ook af.")
    question.refresh_from_db()
    assert question.state == "open"
    _answer(table, question, "link")
    question.refresh_from_db()
    assert question.state == "answered"
    assert table["link"].post(table.url(f"questions/{question.pk}/settle/")).status_code == 403
    table["signer"].post(table.url(f"questions/{question.pk}/settle/"))
    question.refresh_from_db()
    assert question.state == "settled"
    page = table["mediator"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert page.index("Hoeveel testgegevens") < page.index("Tien dossiers")


def test_asking_on_opens_it_again(table, promise):
    _ask(table, promise)
    question = Question.objects.get()
    _answer(table, question, "link")
    _answer(table, question, "reader", "Welke tien?")
    question.refresh_from_db()
    assert question.state == "open"


def test_an_open_question_is_not_settled(table, promise):
    _ask(table, promise)
    assert (
        table["reader"].post(table.url(f"questions/{Question.objects.get().pk}/settle/")).status_code == 409
    )


def test_not_what_i_meant(table, promise):
    _ask(table, promise, "other_side", meant="Het ging om geanonimiseerde gegevens.")
    assert Question.objects.get().kind == "not_meant"
    page = table["owner"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert "geanonimiseerde" in page


@pytest.mark.parametrize(
    ("asker", "waits"), [("reader", {"link"}), ("link", {"owner"}), ("mediator", {"link", "owner"})]
)
def test_who_waits_for_whom(table, promise, asker, waits):
    _ask(table, promise, asker)
    found = {name for name in ("owner", "link") if waiting_for(table.version, table.seats[name]).exists()}
    assert found == waits


def test_open_questions_are_counted_at_the_top(table, promise):
    _ask(table, promise)
    assert '<span class="number">1</span>' in table["owner"].get(table.url()).content.decode()


@pytest.mark.parametrize("said", [{"text": "  "}, {"nothing": ""}])
def test_nothing_written_is_said(table, promise, said):
    _ask(table, promise, **said)
    assert not Question.objects.exists()


def test_what_is_written_is_shown_as_written(table, promise):
    _ask(table, promise, text="<script>alert(1)</script>")
    page = table["owner"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_note_is_shared_or_taken_away_by_its_own_side(table, promise):
    table["owner"].post(table.url(f"promises/{promise.key}/note/"), {"text": "intern: te krap"})
    note = Note.objects.get()
    url = table.url(f"notes/{note.pk}/")
    assert "te krap" not in table["link"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert table["link"].post(url, {"act": "share"}).status_code == 404
    table["signer"].post(url, {"act": "share"})
    assert "te krap" in table["link"].get(table.url(f"promises/{promise.key}/")).content.decode()
    table["owner"].post(url, {"act": "delete"})
    assert not Note.objects.exists()


def test_nothing_is_asked_about_a_signed_version(table, promise):
    table.version.state = "sealed"
    table.version.save()
    assert _ask(table, promise).status_code == 409
