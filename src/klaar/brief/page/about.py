"""How a page was made: what was counted, how easy it reads, from which files."""

from collections.abc import Iterable, Iterator

from klaar.brief.page.desk import Desk
from klaar.brief.page.model import Group, Line, Said, Section, Sums
from klaar.plain.say import Readability, readability


def about_section(desk: Desk, sections: Iterable[Section], sums: Sums) -> Section:
    """ "Over deze pagina": the method, and a figure for how easy page and source read."""
    columns = desk.columns(("lead", "label"), ("said", "said"))
    lines = tuple(_lines(desk, tuple(sections), sums))
    return Section("about", desk.say("title", "about"), columns, (Group("", lines),))


def _lines(desk: Desk, sections: tuple[Section, ...], sums: Sums) -> Iterator[Line]:
    language, number = desk.speaker.language, desk.speaker.number
    said = desk.say("about", "method_said", duties=number(sums.duties), plain=number(sums.plain))
    yield Line(desk.say("about", "method"), Said(said, language))
    plain = [line for each in sections for line in each.lines() if line.said.how == "plain" and line.at]
    if plain:
        own = readability(" ".join(_stopped(line.at[0].quote) for line in plain), desk.lang)
        page = readability(" ".join(_stopped(line.said.text) for line in plain), desk.lang)
        yield Line(desk.say("about", "readable"), Said(_compared(desk, own, page), language))


def _stopped(words: str) -> str:
    """`words` as a sentence of their own."""
    line = " ".join(words.split()).rstrip(";,")
    return line if line.endswith((".", "!", "?", "…")) else line + "."


def _compared(desk: Desk, own: Readability, page: Readability) -> str:
    number = desk.speaker.number
    return desk.say(
        "about",
        f"readable_{own.better}",
        method=own.method,
        source=number(own.score),
        page=number(page.score),
        long=number(round(own.words_per_sentence, 1)),
        short=number(round(page.words_per_sentence, 1)),
    )
