"""The glossaries: Klaar's own per language, and with a team's own file laid over it."""

from functools import cache
from importlib.resources import files

from klaar.plain.terms.glossary import read_glossary
from klaar.plain.terms.terms import Terms, build_terms


@cache
def load_terms(language: str) -> Terms:
    """Klaar's glossary in `language` ("nl", "en"): every `text/<language>/glossary/*.toml`.

    Raises FileNotFoundError for a language without a glossary.
    """
    folder = files("klaar.text") / language / "glossary"
    pages = sorted(
        (page for page in folder.iterdir() if page.name.endswith(".toml")), key=lambda page: page.name
    )
    return build_terms(
        (term for page in pages for term in read_glossary(page.read_bytes(), page.name)), language
    )


def with_glossary(terms: Terms, data: bytes, name: str) -> Terms:
    """`terms` with those of a team's own file `name` laid over them: its words win over Klaar's.

    Raises `GlossaryError` for a file that cannot be used.
    """
    own = read_glossary(data, name, source=name)
    return build_terms((*terms.by_id.values(), *own), terms.language)
