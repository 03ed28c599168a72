"""The parties of an agreement, each with its side and with every name the text has for it."""

from collections.abc import Iterable, Sequence

from klaar.clauses.join import JoinedDocument
from klaar.clauses.model import Party, Side, Structure
from klaar.clauses.parties_belong import find_belonging, find_compounds
from klaar.clauses.parties_blanks import find_letters
from klaar.clauses.parties_brackets import find_bracketed
from klaar.clauses.parties_build import Builder, Main, clusters
from klaar.clauses.parties_conflict import without_strange_roles
from klaar.clauses.parties_count import Census, present_roles, written_names
from klaar.clauses.parties_groups import Group, group_introductions
from klaar.clauses.parties_intro import Introduction, find_introductions
from klaar.clauses.parties_letter import find_letter, sent
from klaar.clauses.parties_lines import find_listed
from klaar.clauses.parties_names import side_names
from klaar.clauses.parties_setting import is_letter, read_head, read_setting
from klaar.clauses.parties_sort import Sided, side_words
from klaar.clauses.parties_trading import with_trading_names
from klaar.clauses.parties_used import used_names
from klaar.clauses.parties_weigh import Scene, given_weights, weigh_parties
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import both_words, load_roles
from klaar.clauses.sides_words import bare_words
from klaar.documents.model import Document

_SIDES: tuple[Side, ...] = ("it", "client")


def find_parties(
    document: Document,
    structure: Structure | None,
    language: str,
    *,
    it: Sequence[str] = (),
    client: Sequence[str] = (),
) -> tuple[Party, ...]:
    """The parties that `document` names, suppliers first, then clients, then others.

    From "Acme B.V. (“Leverancier”) levert …" comes Party("Leverancier", "it") with the aliases "Acme" and
    "leverancier" and the company "Acme B.V.". Names given as `it` or `client` have that side whatever the
    text says. Words that may stand for a side ("we", "Product owner") are aliases of the party on that side.
    An alias in small letters is the name in any case, one with a capital only with it ("Bank"). `structure`
    tells where a table of contents ends; None where the text has not been taken apart. Linear in the text.
    """
    text, roles = document.text, load_roles(language)
    words, head = bare_words(text), read_head(document)
    letters = find_letter(text) if is_letter(head) else []
    found = _introductions(document, structure, language) + [letter.found for letter in letters]
    groups = group_introductions(found, words, roles)
    named = _named(groups)
    present = present_roles(words, roles, language)
    used = used_names(words, frozenset((*named, *roles, *both_words(language))), head, language)
    used += [name for name in (*it, *client) if not {*written_names([name])} & {*named, *used, *present}]
    census = Census(words, [*named, *present, *used], language)
    scene = Scene(census, roles, read_setting(head, census, roles), given_weights(it, client), sent(letters))
    weights, rest = weigh_parties(groups, used, scene)
    weighed = [Main(group, weight) for group, weight in zip(groups, weights, strict=True)]
    mains = without_strange_roles(weighed, scene)
    own = frozenset(_named(main.group for main in mains))
    sided = side_words([word for word in present if word not in own], scene)
    return tuple(_assemble(Builder(text, census, roles), mains, sided, side_names(used, rest, groups, scene)))


def _introductions(document: Document, structure: Structure | None, language: str) -> list[Introduction]:
    """Everyone that the text introduces, by an opening, in brackets, or in a list."""
    text, starts = document.text, _starts(document, structure)
    found = [*find_introductions(text, starts), *find_bracketed(text, starts), *find_listed(text, language)]
    return with_trading_names(text, found, starts)


def _named(groups: Iterable[Group]) -> list[str]:
    return written_names(name for group in groups for name in (*group.names, group.company))


def _starts(document: Document, structure: Structure | None) -> tuple[int, ...]:
    """Where openings may begin: at the top of each document that was joined, and after the contents."""
    parts = [part.start for part in document.parts] if isinstance(document, JoinedDocument) else []
    contents = [p.end for p in structure.passages if p.zone == "contents"] if structure else []
    return tuple(sorted({0, *parts, *contents[-1:]}))


def _assemble(build: Builder, mains: list[Main], words: list[Sided], names: list[Sided]) -> list[Party]:
    more = _more_names(build, mains, words, names)
    names, build = [one for one in names if one.name not in more], build.with_minor(more)
    parties: list[Party] = []
    for side in _SIDES:
        own = [one.name for one in words if one.side == side]
        own += [name for name, whose in more.items() if whose == side]
        called = [one.name for one in names if one.side == side]
        here = sorted((m for m in mains if Weighed(m.weight).side == side), key=build.uses, reverse=True)
        parties += [build.introduced(main, own if main is here[0] else ()) for main in here]
        if here:
            parties += [build.used(side, [name], "not_introduced") for name in called]
        else:
            parties.append(_doubted(build.used(side, [*called, *own]), words))
    others = [one.name for one in words if one.side == "other"]
    others += [name for name, whose in more.items() if whose == "other"]
    parties += [build.used("other", group) for group in clusters(others)]
    return [party for party in parties if party.name]


def _more_names(build: Builder, mains: list[Main], words: list[Sided], names: list[Sided]) -> dict[str, Side]:
    """People of a side, its letters and its blanks: "projectleider Rinkel", "TAM", "{customer_name}"."""
    sides = _known_sides(mains, [*words, *names])
    own = [*(name for main in mains for name in main.group.names), *(one.name for one in names)]
    return {
        **find_belonging(build.census, build.roles, sides),
        **find_compounds(build.census, sides, written_names(own)),
        **find_letters(build.census, sides),
        **build.blanks(),
    }


def _doubted(party: Party, words: list[Sided]) -> Party:
    """To be checked where the word that the party goes by has no clear side."""
    doubts = {one.name for one in words if one.unclear}
    return party._replace(certainty="check", reason="side_unclear") if party.name.lower() in doubts else party


def _known_sides(mains: list[Main], others: list[Sided]) -> dict[str, Side]:
    sides: dict[str, Side] = {name: one.side for one in others for name in written_names([one.name])}
    for main in mains:
        keys = written_names((*main.group.names, main.group.company))
        sides.update(dict.fromkeys(keys, Weighed(main.weight).side))
    return sides
