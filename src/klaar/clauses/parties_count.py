"""Which names a text uses for its parties, how often, and how they are written there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from klaar.clauses.sides_evidence import Evidence, gather_evidence
from klaar.clauses.sides_mentions import Mention, find_mentions
from klaar.clauses.sides_roles import Role, load_roles, role_starts
from klaar.clauses.sides_words import Bare, bare, strip, without_genitive


class Census:
    """The mentions of names in a text: their number, their written forms, and what the names do."""

    def __init__(self, text: Bare, names: Iterable[str], language: str) -> None:
        self.text = text
        self.inverts = language != "en"
        self._forms: dict[str, Mapping[str, int]] = {}
        self.mentions: Sequence[Mention] = find_mentions(text, names)
        self.uses = Counter(mention.name for mention in self.mentions)
        self.deeds: Mapping[str, Evidence] = gather_evidence(text, self.mentions, language)

    @cached_property
    def _long_forms(self) -> Mapping[str, Mapping[str, int]]:
        places = {
            (name, " ".join(self.text.words[start:end])): (start, end)
            for name, start, end in self.mentions
            if end - start > 1
        }
        counts = Counter(
            (name, " ".join(self.text.words[start:end]))
            for name, start, end in self.mentions
            if end - start > 1
        )
        forms: dict[str, Counter[str]] = {}
        for key, place in places.items():
            forms.setdefault(key[0], Counter())[self.written(*place)] += counts[key]
        return forms

    def written(self, start: int, end: int) -> str:
        """The words `start:end` as the text writes them, without the marks around them."""
        words = [strip(word) for word in self.text.words[start:end]]
        return " ".join([*words[:-1], without_genitive(words[-1])])

    def forms(self, name: str) -> Mapping[str, int]:
        """How the text writes a lower-case name, with counts: "supplier" → Supplier 40, SUPPLIER 2."""
        if " " in name:
            return self._long_forms.get(name, {})
        if name not in self._forms:
            self._forms[name] = self.text.spelled(name)
        return self._forms[name]

    def capitals(self, name: str) -> int:
        """How often a lower-case name is written with a capital."""
        return sum(count for form, count in self.forms(name).items() if not form.islower())

    def deed(self, name: str) -> Evidence:
        """What the name does in the text."""
        return self.deeds.get(name, Evidence())


def present_roles(text: Bare, roles: Mapping[str, Role], language: str) -> list[str]:
    """The known words for a side that may occur in `text`; those of the other language with a capital."""
    found = [word for word in roles.keys() - load_roles(language).keys() if word in text.forms]
    for first, names in role_starts(language).items():
        if first in text.forms:
            for words in names:
                role = roles[" ".join(words)]
                cased = not role.foreign or text.count(first) > text.small(first)
                if cased and all(word in text.forms for word in words[1:]):
                    found.append(role.word)
    return found


def written_names(names: Iterable[str]) -> list[str]:
    """Names as the lower-case words by which a `Census` counts them."""
    return [" ".join(words) for name in names if (words := bare(name))]
