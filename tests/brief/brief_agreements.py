"""Agreements made up by hypothesis: every field of the types filled with whatever fits its type."""

from typing import Any, get_args

from hypothesis import strategies as st

from klaar.brief.not_covered import OWN_REASONS, NotCovered
from klaar.brief.places import Places
from klaar.brief.reading import Reading
from klaar.clauses.model import Agreement, Clause, Fact, Party, Side, Term
from klaar.documents.model import Block, Document, Page
from klaar.promises.model import Deadline, DeadlineKind, Kind, Measure, Metric, Promise, Slot
from klaar.text.language import Language
from klaar.text.span import Span

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DURATIONS = st.sampled_from(["P30D", "PT4H", "P2W", "P1M", "P1Y6M", "P1.5W", "PT1H30M"])
DATES = st.sampled_from(["2027-03-01", "2027-03", "XXXX-12-01", "2027", "2027-03-01T17:00"])
CERTAIN = st.sampled_from(["sure", "check"])
SIDES = st.sampled_from(get_args(Side))


@st.composite
def spans(draw: Any, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def slots(draw: Any, text: str) -> Slot:
    start, end = draw(spans(text))
    return Slot(start, end, text[start:end])


@st.composite
def deadlines(draw: Any, text: str) -> Deadline:
    slot = draw(slots(text))
    kind = draw(st.sampled_from(get_args(DeadlineKind)))
    value = draw({"date": DATES, "event": st.none(), "vague": st.none()}.get(kind, DURATIONS))
    each = draw(st.none() | DURATIONS)
    return Deadline(kind, slot.start, slot.end, slot.text, value, draw(st.booleans()), draw(WORDS), each)


@st.composite
def measures(draw: Any) -> Measure:
    value, unit = draw(st.sampled_from([("PT4H", None), (99.5, "%"), (1500, "EUR"), (3, "uur"), (12, None)]))
    op = draw(st.sampled_from([">=", "<=", "=", ">", "<"]))
    return Measure(draw(st.sampled_from(get_args(Metric))), op, value, unit, draw(st.none() | DURATIONS))


@st.composite
def promises(draw: Any, text: str, clauses: int, number: int) -> Promise:
    slot = draw(slots(text))
    one = st.none() | slots(text)
    return Promise(
        id=f"p{number}",
        start=slot.start,
        end=slot.end,
        quote=slot.text,
        kind=draw(st.sampled_from(get_args(Kind))),
        bearer=draw(SIDES),
        party=draw(WORDS),
        beneficiary=draw(SIDES),
        action=draw(WORDS),
        deadline=draw(st.none() | deadlines(text)),
        measure=draw(st.none() | measures()),
        condition=draw(one),
        exception=draw(one),
        consequence=draw(one),
        vague=tuple(draw(st.lists(slots(text), max_size=2))),
        certainty=draw(CERTAIN),
        reason=draw(st.sampled_from(["", "bearer", "a new one"])),
        clause=draw(st.integers(-1, clauses - 1)),
        opening=draw(one),
    )


@st.composite
def documents(draw: Any) -> Document:
    text = draw(TEXTS)
    middle = len(text) // 2
    pages = draw(st.sampled_from([(), (Page(1, 0, middle), Page(2, middle, len(text)))]))
    kind = draw(st.sampled_from(["text", "markdown", "pdf", "docx"]))
    block = Block("paragraph", 0, len(text))
    return Document(draw(WORDS), kind, "0" * 64, text, pages, (block,), title=draw(WORDS))


@st.composite
def readings(draw: Any) -> Reading:
    """A reading of one document in which every list has some entries."""
    document = draw(documents())
    text = document.text
    count = draw(st.integers(0, 3))
    clauses = tuple(
        Clause(f"c{n}", draw(WORDS), draw(WORDS), *draw(spans(text)), 1, draw(st.integers(-1, n - 1)))
        for n in range(count)
    )
    clause = st.integers(-1, count - 1)
    names, uses = st.lists(WORDS, max_size=2), st.lists(spans(text), max_size=2)
    agreement = Agreement(
        document=document,
        language=draw(st.sampled_from(["nl", "en"])),
        clauses=clauses,
        passages=(),
        tables=(),
        terms=tuple(Term(draw(WORDS), *draw(spans(text)), draw(clause), tuple(draw(uses))) for _ in range(2)),
        references=(),
        parties=tuple(
            Party(
                draw(WORDS), draw(SIDES), tuple(draw(names)), draw(WORDS), *draw(spans(text)), draw(CERTAIN)
            )
            for _ in range(2)
        ),
        facts=tuple(
            Fact(kind, draw(DURATIONS | DATES | WORDS), *draw(spans(text)), draw(clause))
            for kind in draw(st.lists(st.sampled_from(["start", "price", "court", "new"]), max_size=3))
        ),
    )
    places = Places(document, (document,))
    found = tuple(draw(promises(text, count, number)) for number in range(draw(st.integers(0, 4))))
    span = draw(spans(text))
    missed = (
        NotCovered("image_page", 0, 3),
        *(
            NotCovered(
                why, 0, None, places.place(*span), span.of(text), "other" if why == OWN_REASONS[0] else ""
            )
            for why in OWN_REASONS
        ),
    )
    language = Language("nl", 1.0, None, draw(CERTAIN))
    return Reading((document,), agreement, language, found, missed[: draw(st.integers(0, 5))], places)
