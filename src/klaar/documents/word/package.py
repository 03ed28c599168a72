"""The parts of a DOCX and how they point at each other."""

from posixpath import join, normpath

from klaar.documents.archive import Archive
from klaar.documents.errors import DocumentError
from klaar.documents.word.names import transitional
from klaar.documents.xml import Element, parse

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """A DOCX: its main part, and the parts that it names by what they are ("styles", "numbering")."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = self._main_name()
        self.related = self._relations(self._main)

    def main(self) -> Element:
        """The root of the document itself."""
        return parse(transitional(self._archive.needed(self._main)), "document.xml")

    def part(self, kind: str) -> Element | None:
        """The part of a kind, None where there is none: "styles", "numbering", "footnotes", "comments"."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Element]:
        """All parts of a kind in order of their names: "header", "footer"."""
        roots = []
        for name in sorted(self.related.get(kind, ())):
            data = self._archive.read(name)
            if data:
                roots.append(parse(transitional(data), name))
        return roots

    def images(self) -> int:
        """How many pictures it holds."""
        return sum("/media/" in name for name in self._archive.names())

    def _main_name(self) -> str:
        relations = self._relations("")
        for name in relations.get("officeDocument", ()):
            return name
        if "word/document.xml" in self._archive.names():
            return "word/document.xml"
        raise DocumentError("corrupt", "document.xml missing")

    def _relations(self, source: str) -> dict[str, list[str]]:
        folder, _, name = source.rpartition("/")
        data = self._archive.read(join(folder, "_rels", f"{name}.rels"))
        found: dict[str, list[str]] = {}
        if data is None:
            return found
        for relation in parse(transitional(data), "relations").iterchildren(_RELATION):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target") or ""
            place = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found.setdefault((relation.get("Type") or "").rpartition("/")[2], []).append(place)
        return found
