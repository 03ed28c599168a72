"""The check: made from the promises, the right answer never given away, nobody ranked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.web.agree.understand.checks import understood_apart
from klaar.web.agree.understand.make import Known, make_items
from klaar.web.agree.understand.views import blank
from klaar.web.store.models import CheckItem

_WORDS = st.sampled_from(["", "binnen 30 dagen", "elke maand", "1 maart 2027", "99,5 %", "een boete"])
_KNOWN = st.builds(
    Known,
    who=st.sampled_from(["IT", "de klant"]),
    when=_WORDS, level=_WORDS, otherwise=_WORDS,
    is_excluded=st.booleans(),
    words=st.just("Leverancier levert het systeem op."),
    weight=st.integers(0, 4),
)  # fmt: skip


@given(st.lists(_KNOWN, max_size=30), st.text(max_size=5), st.integers(1, 10))
def test_items(promises, seed, length):
    items = make_items(promises, seed, length, "ja", "nee")
    assert items == make_items(promises, seed, length, "ja", "nee")
    assert len(items) <= length
    assert len({item.promise for item in items}) == len(items)
    for item in items:
        right = item.options[item.right]
        known = promises[item.promise]
        told = {
            "who": known.who,
            "when": known.when,
            "level": known.level,
            "otherwise": known.otherwise,
            "excluded": "nee",
        }
        assert right == told[item.asks]
        assert len(set(item.options)) == len(item.options) >= 2
        if item.asks in ("when", "level", "otherwise"):
            assert {getattr(each, item.asks) for each in promises} >= set(item.options)


@pytest.fixture
def begun(table):
    table["reader"].post(table.url("understand/"))
    return table


def _items(table, person):
    return list(CheckItem.objects.filter(check_of__seat=table.seats[person]))


@pytest.mark.django_db
def test_both_sides_are_asked_the_same(begun):
    begun["link"].post(begun.url("understand/"))
    asked = [
        [(item.promise_id, item.asks, item.options) for item in _items(begun, name)]
        for name in ("reader", "link")
    ]
    assert asked[0] == asked[1]
    assert len(asked[0]) >= 4


@pytest.mark.django_db
def test_the_answer_is_not_given_away(begun):
    for item in _items(begun, "reader"):
        if item.asks == "when":
            assert item.promise.deadline["text"] not in blank(item)
        page = begun["reader"].get(begun.url(f"understand/{item.position + 1}/")).content.decode()
        assert "<mark>" not in page


@pytest.mark.django_db
def test_a_wrong_answer_opens_the_clause(begun):
    item = _items(begun, "reader")[0]
    url = begun.url(f"understand/{item.position + 1}/")
    wrong = (item.right + 1) % len(item.options)
    assert begun["reader"].post(url, {"answer": str(wrong)}).status_code == 302
    page = begun["reader"].get(url).content.decode()
    assert "<mark>" in page
    assert begun["reader"].post(url, {"answer": str(item.right)}).status_code == 409


@pytest.mark.django_db
def test_both_sides_see_where_it_was_understood_differently_but_not_by_whom(begun):
    for item in _items(begun, "reader"):
        said = item.right if item.position else (item.right + 1) % len(item.options)
        begun["reader"].post(begun.url(f"understand/{item.position + 1}/"), {"answer": str(said)})
    (apart,) = understood_apart(begun.version)
    assert apart.sides == ("client",)
    page = begun["other_side"].get(begun.url("understand/")).content.decode()
    assert "Bij de klant" in page
    assert "Reader" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["", "99", "x", "-1"])
def test_what_is_no_choice_is_refused(begun, said):
    assert begun["reader"].post(begun.url("understand/1/"), {"answer": said}).status_code == 400


@pytest.mark.django_db
def test_somebody_elses_check_is_not_there(begun):
    assert begun["signer"].get(begun.url("understand/1/")).status_code == 404


@pytest.mark.django_db
def test_too_little_to_ask(table):
    table.version.promises.update(is_struck=True)
    table["reader"].post(table.url("understand/"))
    assert not CheckItem.objects.exists()
