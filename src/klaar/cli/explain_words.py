"""The word that `klaar explain` was asked, in the language in which it is known best."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from klaar.brief.explained.glossed import Glossed, own_terms
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.words import FALLBACK, own_language
from klaar.plain.terms import Explanation, Terms, explain
from klaar.text.data import LANGUAGES

_BEST = ("own", "term", "compound", "near")


def explained(
    wishes: Namespace, glossed: Glossed | None, own: Sequence[tuple[str, bytes]], around: Around
) -> tuple[Explanation, Terms]:
    """What is known of the word, and the glossary it comes from.

    Without --language the language counts in which the word is known best; where it is known in both alike,
    that of the computer. Raises `CommandError` for a word that nobody knows, with the nearest that there are.
    """
    found: list[tuple[Explanation, Terms]] = []
    for language in _languages(wishes, glossed, around):
        terms = glossed.terms if glossed else own_terms(language, own)
        known = explain(wishes.word, language, glossed.agreement.terms if glossed else (), terms)
        found += [(known, terms)] if known else []
    if not found:
        raise CommandError(Exit.MISUSE, "unknown_word", word=wishes.word)
    best = min(found, key=lambda each: _BEST.index(each[0].how))
    if best[0].how == "near":
        near = list(dict.fromkeys(word for each, _ in found for word in each.near))
        raise CommandError(Exit.MISUSE, "unknown_near", word=wishes.word, near=", ".join(near[:5]))
    return best


def _languages(wishes: Namespace, glossed: Glossed | None, around: Around) -> Iterator[str]:
    """The languages to look in, the likeliest first."""
    if glossed or wishes.known:
        yield glossed.agreement.language if glossed else wishes.known
        return
    first = own_language(around.arguments, around.environ) or FALLBACK
    yield first
    yield from (language for language in LANGUAGES if language != first)
