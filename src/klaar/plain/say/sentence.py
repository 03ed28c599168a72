"""The first plain sentence for a promise that loses nothing, or the agreement's own words."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from klaar.clauses.model import Agreement, Side
from klaar.plain.check.fidelity import check_fidelity
from klaar.plain.check.model import Fidelity, Loss
from klaar.plain.say.cut import cut_sentence
from klaar.plain.say.dutch.turn import dutch_ways
from klaar.plain.say.english.turn import english_ways
from klaar.plain.say.model import Plain
from klaar.plain.say.render import opened, rendered
from klaar.plain.say.rows import row_words
from klaar.plain.say.sane import is_clean, is_sane
from klaar.plain.say.source import breaks_off, leads_on, source_words, whole_sentence
from klaar.plain.say.subject import with_subject
from klaar.plain.say.tokens import Tokens, tokens_of
from klaar.plain.say.voice import Voice, voice_of
from klaar.plain.terms import find_terms_used
from klaar.promises.model import Promise
from klaar.text.words import split_words

_WAYS = {"nl": dutch_ways, "en": english_ways}
_DUTIES = ("obligation", "prohibition", "service_level")


def plain_sentence(promise: Promise, agreement: Agreement, reader: Side) -> Plain:
    """Say `promise` to `reader`: "Klant betaalt" is "U betaalt" to the client, "De klant betaalt" to IT."""
    return _said(promise, agreement, voice_of(agreement, reader))


def plain_sentences(promises: Iterable[Promise], agreement: Agreement, reader: Side) -> tuple[Plain, ...]:
    """Say each of `promises` to `reader`, in their order."""
    voice = voice_of(agreement, reader)
    return tuple(_said(promise, agreement, voice) for promise in promises)


def _said(promise: Promise, agreement: Agreement, voice: Voice) -> Plain:
    lost: tuple[Loss, ...] = ()
    sources = _sources(promise, agreement, voice)
    open_ended = leads_on(promise, agreement.document.text)
    for source, ways in sources:
        for text in ways:
            verdict = _compared(source, text, voice)
            if verdict.faithful:
                shown = f"{text[:-1]} …" if open_ended and text.endswith(".") else text
                return Plain(shown, voice.language, voice.reader, True, (), (), "plain", source)
            lost = lost or verdict.lost
    source = sources[0][0]
    used = find_terms_used(source, split_words(source), voice.language, own=agreement.terms)
    return Plain(source, voice.language, voice.reader, False, lost, used.used, "original", source)


def _sources(promise: Promise, agreement: Agreement, voice: Voice) -> list[tuple[str, Iterable[str]]]:
    """The words to say, each with the ways to say them: a row, the promise itself, the sentence it is in."""
    row = row_words(promise, voice)
    if row:
        return [(row.source, [way for way in row.ways if is_clean(way)])]
    own = source_words(promise, agreement.document.text, voice.words)
    whole = whole_sentence(promise, voice) if not own.endswith(".") or own[:1].islower() else None
    found: list[tuple[str, Iterable[str]]] = [(own, candidates(own, promise, voice))]
    if whole is None:
        return found
    longer: tuple[str, Iterable[str]] = (whole, candidates(whole, promise, voice))
    first = own[:1].islower() and not _same_subject(whole, promise, voice)
    first = first or breaks_off(promise, voice)
    return [longer, *found] if first or _under_condition(whole, own, voice) else [*found, longer]


def _same_subject(whole: str, promise: Promise, voice: Voice) -> bool:
    """Whether the sentence begins with the bearer: "Leverancier bewaart ze en [verstrekt ze op verzoek]"."""
    start = tokens_of(whole[:80], voice.names, voice.roles)[:2]
    return any(token.role and token.side == promise.bearer for token in start)


def _under_condition(whole: str, own: str, voice: Voice) -> bool:
    """Whether the sentence begins with a condition that the promise's own words leave out."""
    first = whole.split(" ", 1)[0].lower()
    return voice.words.has("openers", first) and not own.lower().startswith(first)


def candidates(source: str, promise: Promise, voice: Voice) -> Iterator[str]:
    """The ways to say it that read as sentences, the boldest first, none twice."""
    tokens = tokens_of(source, voice.names, voice.roles)
    if _speaks_to_another(tokens, voice):
        return
    tokens = with_subject(opened(tokens, voice), promise, voice)
    if _is_rest(source, tokens, promise, voice):
        return
    seen: set[str] = set()
    for way in _WAYS[voice.language](
        tokens, voice, bearer=promise.bearer if promise.kind in _DUTIES else None
    ):
        for text in (rendered(cut_sentence(way, voice.words)), rendered(way)):
            if text not in seen and is_sane(text, voice.language):
                seen.add(text)
                yield text


def _is_rest(source: str, tokens: Tokens, promise: Promise, voice: Voice) -> bool:
    """Whether it is the end of a sentence that began elsewhere: "harmless from any taxes …"."""
    if promise.opening is not None or not source[:1].islower() or not tokens or tokens[0].side:
        return False
    begins = ("determiners", "pronouns", "openers", "fronts", "speakers", "spoken_to")
    first = tokens[0].low
    started = any(voice.words.has(group, first) for group in begins)
    return not started and not any(voice.words.has("finite", t.low) for t in tokens[1:4])


def _speaks_to_another(tokens: Tokens, voice: Voice) -> bool:
    """Whether the source's own "you" is someone else than the reader."""
    return any(voice.words.has("spoken_to", t.low) and t.side != voice.reader for t in tokens)


def _compared(source: str, text: str, voice: Voice) -> Fidelity:
    if _bare(source, voice) == _bare(text, voice):
        return Fidelity(True)
    try:
        return check_fidelity(source, text, voice.language, voice.parties, voice.speaks_to)
    except ValueError:  # a time that the check cannot weigh: then nothing is sure
        return Fidelity(False)


def _bare(text: str, voice: Voice) -> list[str]:
    """The words in small letters, without an article before a party: "de leverancier levert"."""
    lows = text.lower().rstrip(" .;,").split()
    articles, roles = voice.words.sets["articles"], voice.roles
    return [a for a, b in zip_longest(lows, lows[1:]) if not (a in articles and b in roles)]
