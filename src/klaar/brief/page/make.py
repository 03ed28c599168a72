"""From an agreement with its findings to the page of one side."""

from datetime import date

from klaar.brief.counting import count_words
from klaar.brief.findings.checked import Checked, for_side
from klaar.brief.page.about import about_section
from klaar.brief.page.annexes import annex_sections
from klaar.brief.page.asking import ask_section
from klaar.brief.page.change import change_section
from klaar.brief.page.dates import dates_section
from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import DUTIES
from klaar.brief.page.get import get_section
from klaar.brief.page.glance import first_day, first_fact, glance_section, parties_of, party_name
from klaar.brief.page.missing import missed_section
from klaar.brief.page.model import NOT_ASKED, Brief, Honest, Reader, Section, Source, Sums, Who
from klaar.brief.page.must import must_section, own_duties
from klaar.brief.page.remedy import Remedies
from klaar.brief.page.signs import load_signs
from klaar.brief.page.worded import words_section
from klaar.brief.page.wrong import wrong_section
from klaar.brief.reading import Reading
from klaar.brief.spoken import Speaker
from klaar.plain.say import Plain, plain_sentences
from klaar.promises.model import Promise
from klaar.text.data import load_words

_FEW_WORDS = 150


def make_brief(
    checked: Checked, side: Reader, language: str, today: date | None = None, honest: Honest = NOT_ASKED
) -> Brief:
    """The page for `side` of the agreement that `checked` holds, in `language` ("nl", "en"), on `today`.

    `checked` holds the findings for both sides; those that cost `side` nothing are left out. `honest` says
    how often its dates are met, where someone looked that up. Pure: the same arguments give the same brief.
    """
    reading = checked.reading
    desk = Desk(
        for_side(checked, side),
        side,
        Speaker(language),
        load_words(language, "brief"),
        load_signs(reading.agreement.language),
        today,
        [passage.start for passage in reading.agreement.passages],
        _plain(reading, side),
        honest,
    )
    parties = tuple(
        Who(p.name, p.company, p.side, p.certainty == "sure")
        for p in reading.agreement.parties
        if p.side in ("it", "client")
    )
    sums = _sums(desk)
    sections = _sections(desk, Remedies(desk, checked.findings)) if reading.promises else ()
    return Brief(
        side,
        language,
        reading.agreement.language,
        today.isoformat() if today else "",
        _title(desk),
        _subtitle(desk) if reading.promises else "",
        tuple(Source(d.name, d.format, len(d.pages), count_words(d), d.sha256) for d in reading.documents),
        parties,
        sums,
        sections,
        annex_sections(desk, about_section(desk, sections, sums)) if reading.promises else (),
        "" if reading.promises else _nothing(desk),
    )


def _sections(desk: Desk, remedies: Remedies) -> tuple[Section, ...]:
    wrong = wrong_section(desk)
    shown = {at.promise for line in wrong.lines() for at in line.at}
    page = (
        glance_section(desk),
        must_section(desk, remedies, shown),
        get_section(desk, remedies, shown),
        dates_section(desk),
        wrong,
        change_section(desk),
        ask_section(desk),
    )
    return (*page, words_section(desk, page), missed_section(desk))


def _plain(reading: Reading, side: Reader) -> dict[str, Plain]:
    """Every promise said to `side`, by its id."""
    said = plain_sentences(reading.promises, reading.agreement, side)
    return {promise.id: plain for promise, plain in zip(reading.promises, said, strict=True)}


def _title(desk: Desk) -> str:
    document = desk.reading.agreement.document
    fact = first_fact(desk, "title")
    return " ".join((fact.value if fact else document.title or document.name).split())


def _subtitle(desk: Desk) -> str:
    names = f" {desk.speaker.words['and']} ".join(party_name(desk, party) for party in parties_of(desk))
    start, end = first_day(desk, "start"), first_day(desk, "end")
    days = {k: desk.speaker.date(f.value) for k, f in (("start", start), ("end", end)) if f}
    key = "from_to" if len(days) == 2 else "from" if start else "to"
    return " · ".join(part for part in (names, desk.say("page", key, **days) if days else "") if part)


def _sums(desk: Desk) -> Sums:
    own = own_duties(desk)
    other = [each for each in desk.reading.promises if each.bearer == desk.other and each.kind in DUTIES]
    undated = sum(each.deadline is None or each.deadline.kind == "vague" for each in own + other)
    check = sum(each.certainty == "check" for each in desk.reading.promises)
    duties: list[Promise] = [*own, *other]
    plain = sum(desk.plain[each.id].shown_as == "plain" for each in duties)
    return Sums(len(own), len(other), len(desk.checked.findings), undated, check, plain, len(duties))


def _nothing(desk: Desk) -> str:
    """Why there is no page: no promise was found, and what may be the cause."""
    documents = desk.reading.documents
    said = [desk.say("nothing", "none", name=", ".join(each.name for each in documents))]
    words = sum(map(count_words, documents))
    if words < _FEW_WORDS:
        said.append(desk.say("nothing", "short", words=words))
    if any(gap.what.startswith("image") for each in documents for gap in each.gaps):
        said.append(desk.say("nothing", "pictures"))
    if not parties_of(desk):
        said.append(desk.say("nothing", "parties"))
    return " ".join(said)
