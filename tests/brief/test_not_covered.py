"""What was not covered is told: languages, names, annexes, sentences, and what the files left out."""

from dataclasses import replace

import pytest

from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.documents.model import Gap
from klaar.documents.read import read_document

DUTCH = (
    "1.{n} Leverancier levert in week {n} een rapport over de dienst aan Opdrachtgever en bewaart het.\n\n"
)
ENGLISH = (
    "Supplier shall deliver a report on the service in week {n} and the Customer shall keep all of it.\n\n"
)
GERMAN = (
    "Der Auftragnehmer verpflichtet sich, die Daten des Auftraggebers vertraulich zu behandeln. Die "
    "Vergütung wird innerhalb von dreißig Tagen nach Erhalt der Rechnung {n} fällig. Bei Verzug ist der "
    "Auftraggeber berechtigt, die gesetzlichen Zinsen zu verlangen, sofern nicht anders vereinbart ist.\n\n"
)


def read(*texts: str, **wishes: str) -> Reading:
    documents = [read_document(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    return read_agreement(documents, **wishes)  # type: ignore[arg-type]


def many(sentence: str, count: int = 20) -> str:
    return "".join(sentence.format(n=number) for number in range(1, count))


@pytest.mark.parametrize(("part", "language"), [(ENGLISH, "en"), (GERMAN, "other")])
def test_a_part_in_another_language_is_told_with_its_place(part: str, language: str) -> None:
    text = many(DUTCH, 60) + many(part)
    found = [one for one in read(text).not_covered if one.reason == "other_language"]
    assert [one.detail for one in found] == [language]
    place = found[0].place
    assert place is not None
    assert abs(place.start - len(many(DUTCH, 60))) < 700
    assert place.end > len(text) - 400


def test_an_agreement_in_one_language_has_no_such_part() -> None:
    assert not [one for one in read(many(DUTCH, 60)).not_covered if one.reason == "other_language"]


def test_a_text_in_no_language_that_is_read() -> None:
    with pytest.raises(LanguageError, match=r"0\.txt"):
        read(many(GERMAN))
    assert read(many(GERMAN), language="nl").agreement.language == "nl"


def test_an_annex_that_is_missing_is_told_once_and_one_that_is_there_is_not() -> None:
    text = (
        many(DUTCH)
        + "2.1 De prijzen staan in Bijlage C. Zie ook bijlage C, paragraaf 2, en Bijlage D.\n\n"
        + "Bijlage D Planning\n\n1 Leverancier levert elke week een plan.\n"
    )
    found = [one.quote for one in read(text).not_covered if one.reason == "annex_missing"]
    assert found == ["Bijlage C"]


def test_an_annex_in_another_file_is_there() -> None:
    main, annex = (
        many(DUTCH) + "2.1 De prijzen staan in Bijlage C.\n",
        "Bijlage C Prijzen\n\n1 Opdrachtgever betaalt € 5.\n",
    )
    assert not [one for one in read(main, annex).not_covered if one.reason == "annex_missing"]


def test_what_a_file_left_out_is_told_with_its_page_and_file() -> None:
    documents = [read_document(many(DUTCH).encode(), name) for name in ("a.txt", "b.txt")]
    documents[1] = replace(documents[1], gaps=(Gap("image_page", 4),))
    found = read_agreement(documents).not_covered
    assert [(one.reason, one.document, one.page) for one in found] == [("image_page", 1, 4)]


def test_a_name_on_no_sure_side_is_told() -> None:
    reading = read(many(DUTCH))
    unsure = [party for party in reading.agreement.parties if party.certainty == "check"]
    assert [one.quote for one in reading.not_covered if one.reason == "side_unclear"] == [
        p.name for p in unsure
    ]
