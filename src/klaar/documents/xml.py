"""XML from a file that nobody vouches for: no entities, no network, no endless trees."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from klaar.documents.errors import DocumentError

Element = Any
"""An element of lxml, which has no types."""


def parse(data: bytes, what: str) -> Element:
    """The root of `data`; raises `DocumentError("corrupt", what)` when it is no well-formed XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise DocumentError("too_large", "nesting") from error
        raise DocumentError("corrupt", what) from error
    if root is None:
        raise DocumentError("corrupt", what)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
