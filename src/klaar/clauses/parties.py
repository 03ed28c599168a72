"""The parties of an agreement, each with its side and with every name the text has for it."""

from collections.abc import Iterable, Mapping, Sequence

from klaar.clauses.join import JoinedDocument
from klaar.clauses.model import Party, Side, Structure
from klaar.clauses.parties_brackets import find_bracketed
from klaar.clauses.parties_build import Builder, Main, clusters
from klaar.clauses.parties_conflict import on_one_side, without_strange_roles
from klaar.clauses.parties_count import Census, present_roles, written_names
from klaar.clauses.parties_groups import Group, group_introductions
from klaar.clauses.parties_intro import Introduction, find_introductions
from klaar.clauses.parties_letter import find_letter, sent
from klaar.clauses.parties_lines import find_listed
from klaar.clauses.parties_more import Placed, more_names
from klaar.clauses.parties_names import side_names
from klaar.clauses.parties_setting import is_letter, read_head, read_setting
from klaar.clauses.parties_sort import Sided, side_words
from klaar.clauses.parties_trading import with_trading_names
from klaar.clauses.parties_used import used_names
from klaar.clauses.parties_weigh import Scene, given_weights, weigh_parties
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import both_words, load_roles, with_compounds
from klaar.clauses.sides_words import Bare, bare_words
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
    text, head = document.text, read_head(document)
    words = bare_words(text)
    roles = with_compounds(load_roles(language), words.forms)
    letters = find_letter(text) if is_letter(head) else []
    found = _introductions(document, structure, words, language) + [letter.found for letter in letters]
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
    names, own = side_names(used, rest, groups, scene), frozenset(_named(main.group for main in mains))
    suppliers = _named(main.group for main in mains if main.weight > 0) + written_names(
        one.name for one in names if one.side == "it"
    )
    placed = Placed(mains, side_words([word for word in present if word not in own], scene, suppliers), names)
    build = Builder(text, census, roles)
    more = more_names(build, placed, structure.tables if structure else (), scene.setting.speaks)
    return tuple(on_one_side(_assemble(build.with_minor(more), placed, more)))


def _introductions(
    document: Document, structure: Structure | None, words: Bare, language: str
) -> list[Introduction]:
    """Everyone that the text introduces, by an opening, in brackets, or in a list."""
    text, starts = document.text, _starts(document, structure)
    found = [*find_introductions(text, starts), *find_bracketed(text, starts), *find_listed(text, language)]
    return with_trading_names(text, words.forms, found, starts)


def _named(groups: Iterable[Group]) -> list[str]:
    return written_names(name for group in groups for name in (*group.names, group.company))


def _starts(document: Document, structure: Structure | None) -> tuple[int, ...]:
    """Where openings may begin: at the top of each document that was joined, and after the contents."""
    parts = [part.start for part in document.parts] if isinstance(document, JoinedDocument) else []
    contents = [p.end for p in structure.passages if p.zone == "contents"] if structure else []
    return tuple(sorted({0, *parts, *contents[-1:]}))


def _assemble(build: Builder, placed: Placed, more: Mapping[str, Side]) -> list[Party]:
    """The parties of both sides and the others, each with its part of the names."""
    words, names = placed.words, [one for one in placed.names if one.name not in more]
    parties: list[Party] = []
    for side in _SIDES:
        own = _of_side(side, words, more)
        called = [one.name for one in names if one.side == side]
        here = sorted(
            (m for m in placed.mains if Weighed(m.weight).side == side), key=build.uses, reverse=True
        )
        parties += [build.introduced(main, own if main is here[0] else ()) for main in here]
        if here:
            parties += [build.used(side, [name], "not_introduced") for name in called]
        else:
            parties.append(_doubted(build.used(side, [*called, *own]), words))
    others = _of_side("other", [*words, *names], more)
    parties += [build.used("other", group) for group in clusters(others)]
    return [party for party in parties if party.name]


def _of_side(side: Side, words: Sequence[Sided], more: Mapping[str, Side]) -> list[str]:
    names = [one.name for one in words if one.side == side]
    return names + [name for name, whose in more.items() if whose == side]


def _doubted(party: Party, words: Sequence[Sided]) -> Party:
    """To be checked where the word that the party goes by has no clear side."""
    doubts = {one.name for one in words if one.unclear}
    return party._replace(certainty="check", reason="side_unclear") if party.name.lower() in doubts else party
