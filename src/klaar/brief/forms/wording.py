"""What every form says around the lines: side, places, annexes."""

from collections.abc import Mapping
from typing import Any

from klaar.brief.page.model import Brief, Line, More
from klaar.text.data import load_words


class Wording:
    """The words of brief.toml in the language of one brief."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._words: Mapping[str, Any] = load_words(brief.language, "brief")

    def say(self, group: str, key: str, **filled: object) -> str:
        """Words of the brief, with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**filled) if filled else message

    def side(self) -> str:
        """ "Voor de klant"."""
        return self.say("page", f"for_{self.brief.side}")

    def title(self) -> str:
        """ "Overeenkomst Zaaksysteem: voor de klant"."""
        side = self.side()
        return self.say("page", "title", title=self.brief.title, side=side[0].lower() + side[1:])

    def where(self, line: Line) -> str:
        """The first place, and how many more: "6.1.a, p. 11 (nog 3)"."""
        places = line.places()
        if not places:
            return ""
        more = f" ({self.say('page', 'more_places', count=len(places) - 1)})" if len(places) > 1 else ""
        return places[0] + more

    def more(self, more: More) -> str:
        """ "nog 41 plichten van u (bijlage 1)"."""
        return f"{more.text} ({self.say('annex', more.annex)})"

    def made(self) -> str:
        """What this was made from, and that it is no advice."""
        return self.say("page", "made", names=", ".join(source.name for source in self.brief.sources))

    def sources(self) -> list[str]:
        """Each file that was read: "zaaksysteem.pdf, 128 bladzijden, 56.939 woorden, SHA-256 cc69…"."""
        said = []
        for each in self.brief.sources:
            key = {0: "pages_none", 1: "pages_one"}.get(each.pages, "pages_more")
            pages = self.say("page", key, count=each.pages)
            said.append(
                self.say("page", "file", name=each.name, pages=pages, words=each.words, sha=each.sha256)
            )
        return said
