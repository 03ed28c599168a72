"""What the elements of a web page are, and what its attributes say."""

import re

from klaar.documents.xml import Element

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "datalist",
        "map",
        "title",
        "meta",
        "link",
    ]
)
BOLD = frozenset({"b", "strong", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
ASIDE = frozenset({"nav", "footer"})
_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_LIST = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


def name_of(element: Element) -> str:
    """The element's name in lower case, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def is_hidden(element: Element) -> bool:
    """Whether a browser would not show it."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _DISPLAY.search(style))


def is_bold(element: Element, name: str) -> bool:
    """Whether it makes its words bold."""
    style = element.get("style")
    return name in BOLD or name in HEADINGS or bool(style and _WEIGHT.search(style))


def list_style(element: Element) -> str:
    """How a list counts: "decimal", "a", "none", "" where it does not say."""
    found = _LIST.search(element.get("style") or "")
    return found[1].lower() if found else (element.get("type") or "")


def whole(said: str | None, usual: int, low: int, high: int) -> int:
    """A whole number in an attribute, within bounds."""
    try:
        return min(max(int(said), low), high) if said is not None and len(said) < 10 else usual
    except ValueError:
        return usual
