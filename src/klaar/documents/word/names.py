"""The names of WordprocessingML, and what stands in their attributes."""

from klaar.documents.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip
_OFF = {"0", "false", "off", "none"}


def transitional(data: bytes) -> bytes:
    """A part saved as "Strict Open XML" with the names that everyone else uses."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along `path` of W-names, None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, *path: str, name: str = "val") -> str | None:
    """The attribute `name` of the element at `path`."""
    found = child(element, *path)
    return None if found is None else found.get(W + name)


def number(said: str | None) -> int | None:
    """A whole number written in an attribute, None where it is none."""
    try:
        return int(float(said)) if said is not None and len(said) < 12 else None
    except (ValueError, OverflowError):
        return None


def switch(element: Element | None, *path: str) -> bool | None:
    """Whether a property is on: `<w:b/>` is, `<w:b w:val="0"/>` is not, None when it is not mentioned."""
    found = child(element, *path)
    if found is None:
        return None
    return (found.get(W + "val") or "1").lower() not in _OFF
