"""How a promise is shown: the one door between what was read and the words on a page.

Pages ask `show` for a card and never put words together themselves. A card says by `is_plain` whether its
heading are plain words or the words of the agreement; both are in the language of the agreement.
"""

from typing import Any, NamedTuple

from django.utils.translation import get_language, gettext

from klaar.brief.spoken import Speaker
from klaar.brief.spoken_slots import spoken_deadline, spoken_measure
from klaar.promises.model import Deadline, Measure
from klaar.web.store.models import Promise


class Card(NamedTuple):
    """One promise in words.

    `when` is its time ("binnen 30 dagen"), `heading` the promise itself, `level` what a measure means,
    `limits` its conditions and exceptions, `otherwise` what follows if it is not kept, `where` the clause and
    page, `asks` what to ask before signing, `unsure` why it must be checked ("" where it is sure).
    """

    key: str
    bearer: str
    kind: str
    when: str
    heading: str
    is_plain: bool
    level: str
    limits: tuple[str, ...]
    otherwise: str
    where: str
    vague: tuple[str, ...]
    asks: tuple[str, ...]
    unsure: str


def show(promise: Promise, language: str = "", reader: str = "") -> Card:
    """The card of a promise in `language` ("nl", "en"; "": that of the page), as the side `reader` is told it.

    Without a reader, or where no plain sentence keeps everything, the words are those of the agreement.
    """
    plain = promise.plain.get(reader, "")
    speaker = Speaker(language or (get_language() or "en")[:2])
    measure = _measure(promise, speaker)
    return Card(
        key=promise.key,
        bearer=promise.bearer,
        kind=speaker.say("kind", promise.kind),
        when=_when(promise, speaker),
        heading=plain or _heading(promise),
        is_plain=bool(plain),
        level=measure,
        limits=tuple(words for words in (promise.condition, promise.exception) if words),
        otherwise=promise.consequence,
        where=_where(promise),
        vague=tuple(dict.fromkeys(promise.vague)),
        asks=(),
        unsure=_unsure(promise, speaker),
    )


def _heading(promise: Promise) -> str:
    """The words of the source; of a list item with the words that open its list before it."""
    words = f"{promise.opening} {promise.quote}" if promise.opening else promise.quote
    return " ".join(words.split())


def _when(promise: Promise, speaker: Speaker) -> str:
    told: dict[str, Any] | None = promise.deadline
    if not told:
        return ""
    if promise.measure and promise.measure.get("value") == told["value"]:
        return ""
    return spoken_deadline(Deadline(**{name: told[name] for name in Deadline._fields}), speaker)


def _measure(promise: Promise, speaker: Speaker) -> str:
    told: dict[str, Any] | None = promise.measure
    return spoken_measure(Measure(**{name: told[name] for name in Measure._fields}), speaker) if told else ""


def _where(promise: Promise) -> str:
    if promise.page is None:
        return promise.number
    page = gettext("p. %(page)s") % {"page": promise.page}
    return f"{promise.number}, {page}" if promise.number else page


def _unsure(promise: Promise, speaker: Speaker) -> str:
    if promise.certainty != "check":
        return ""
    reasons: dict[str, str] = speaker.words["reason"]
    return reasons.get(promise.reason, reasons["other"]).format(side=speaker.say("name", promise.bearer))
