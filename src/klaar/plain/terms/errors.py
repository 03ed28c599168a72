"""A glossary file that cannot be used: what is wrong with it, in one line."""

from typing import Literal, get_args

from klaar.text.data import load_words

GlossaryCode = Literal[
    "not_toml", "not_text", "no_terms", "not_a_table", "missing", "unknown_key", "wrong_value", "twice"
]
GLOSSARY_CODES: tuple[str, ...] = get_args(GlossaryCode)
"""Every code that a `GlossaryError` may carry."""


class GlossaryError(Exception):
    """The glossary file `name` cannot be used: `code` says why, `term` where, `detail` adds to it."""

    def __init__(self, code: GlossaryCode, name: str, term: str = "", detail: str = "") -> None:
        super().__init__(f"{name}: {code} {term} {detail}".strip())
        self.code: GlossaryCode = code
        self.name = name
        self.term = term
        self.detail = detail


def glossary_message(error: GlossaryError, language: str) -> str:
    """What is wrong and what to do, in one line: "eigen.toml: bij „sla” ontbreekt what. Vul dat aan."."""
    message: str = load_words(language, "terms")["messages"][error.code]
    return message.format(name=error.name, term=error.term, detail=" ".join(error.detail.split()))
