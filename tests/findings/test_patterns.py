"""What a word pattern stands for."""

import pytest

from klaar.clauses.model import Party
from klaar.clauses.parties_words import party_words
from klaar.findings.patterns import GAP, PatternError, read_pattern
from klaar.findings.scan import Scanner
from klaar.findings.table import Entry, Table, add_entry
from klaar.text.words import split_words

PARTIES = (
    Party("Leverancier", "it", (), "", 0, 0),
    Party("Opdrachtgever", "client", ("Gemeente Lindeveld",), "", 0, 0),
)


def found(pattern: str, text: str) -> list[str]:
    table = Table({}, {}, {}, [])
    add_entry(table, Entry(("rule", "signs"), read_pattern(pattern)))
    words = split_words(text)
    scanner = Scanner(text, words, party_words(PARTIES, "nl"))
    places = scanner.look(table, [(0, len(words.lows))])
    return [text[words.spans[lo][0] : words.spans[hi - 1][1]] for _, lo, hi in places]


LONG = "automatisch" + " woord" * GAP + " verlengd"
CASES = [
    ("stilzwijgend verleng*", "wordt Stilzwijgend Verlengd.", ["Stilzwijgend Verlengd"]),
    ("stilzwijgend verleng*", "wordt stilzwijgend telkens verlengd", []),
    ("automatisch … verlengd", "automatisch een jaar verlengd", ["automatisch een jaar verlengd"]),
    ("automatisch … verlengd", LONG, [LONG]),
    ("automatisch … verlengd", "automatisch" + " woord" * (GAP + 1) + " verlengd", []),
    ("automatisch … verlengd", "Het gaat automatisch. Het wordt verlengd", []),
    ("automatisch … verlengd", "automatisch; het wordt verlengd", []),
    ("oordeel van {it}", "naar het oordeel van de Leverancier", ["oordeel van de Leverancier"]),
    ("oordeel van {it}", "naar het oordeel van Opdrachtgever", []),
    ("oordeel van {client}", "het oordeel van Gemeente Lindeveld is", ["oordeel van Gemeente Lindeveld"]),
    ("oordeel van {party}", "oordeel van Opdrachtgever", ["oordeel van Opdrachtgever"]),
    ("binnen # dagen", "binnen 14 dagen of binnen veertien dagen", ["binnen 14 dagen"]),
    ("*vergoeding verhogen", "de maandvergoeding verhogen", ["maandvergoeding verhogen"]),
    ("*vergoeding verhogen", "de vergoedingen verhogen", []),
    ("a|b c", "a c, b c, a b", ["a c", "b c"]),
    ("deemed (to) (be) done", "deemed done, deemed to be done", ["deemed done", "deemed to be done"]),
    ("{it} bepaalt", "als de Leverancier bepaalt", ["de Leverancier bepaalt"]),
    ("{it} bepaalt", "als Leverancier bepaalt", ["Leverancier bepaalt"]),
    ("{it} bepaalt", "De Opdrachtgever bepaalt", []),
    ("{client} bepaalt", "als Gemeente Lindeveld bepaalt", ["Gemeente Lindeveld bepaalt"]),
    ("{party} … bepaalt", "De Leverancier zelf bepaalt", ["De Leverancier zelf bepaalt"]),
    ("verleng*|*prijs niet", "verlengt niet, de dagprijs niet", ["verlengt niet", "dagprijs niet"]),
    ("op verzoek", "Op  \n verzoek", ["Op  \n verzoek"]),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "text", "words"), CASES)
def test_a_pattern_stands_for_these_words(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize("pattern", ["", "…", "… a", "a …", "# a", "(a) b", "ab* c", "*ab", "a|b-c.d!", "1*"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        read_pattern(pattern)
