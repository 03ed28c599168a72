"""The patterns of all rules, by the word with which they can begin."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.findings.patterns import Item, read_pattern
from klaar.findings.rule import Rule

Key = tuple[str, str]
"""A rule's id and the name of one of its word lists."""

_STEM = 3


class Entry(NamedTuple):
    """One pattern, and the list it stands in."""

    key: Key
    items: tuple[Item, ...]


class Table(NamedTuple):
    """The patterns by what they begin with: a whole word, its first or its last three letters, a party."""

    words: dict[str, list[Entry]]
    stems: dict[str, list[Entry]]
    ends: dict[str, list[Entry]]
    named: list[Entry]

    def begun_by(self, low: str, named: bool) -> list[Entry]:
        """The patterns whose first word can be `low`; `named` says that a party's name can begin with it."""
        found = [*self.words.get(low, ()), *self.stems.get(low[:_STEM], ()), *self.ends.get(low[-_STEM:], ())]
        fit = [each for each in found if each.items[0].fits(low)]
        return [*fit, *self.named] if named else fit


def pattern_table(rules: Iterable[Rule], language: str) -> Table:
    """The patterns of `rules` in `language`."""
    table = Table({}, {}, {}, [])
    for rule in rules:
        for name, patterns in rule.wordings[language].words.items():
            for pattern in patterns:
                add_entry(table, Entry((rule.id, name), read_pattern(pattern)))
    return table


def add_entry(table: Table, entry: Entry) -> None:
    """Put `entry` into `table`."""
    first = entry.items[0]
    if first.part != "word":
        table.named.append(entry)
    for word in first.words:
        table.words.setdefault(word, []).append(entry)
    for begin in {stem[:_STEM] for stem in first.stems}:
        table.stems.setdefault(begin, []).append(entry)
    for end in {end[-_STEM:] for end in first.ends}:
        table.ends.setdefault(end, []).append(entry)
