"""From a mail to a document, and to the documents that are attached to it."""

import email
import email.policy
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.documents.flat.read import read_plain
from klaar.documents.mail.model import Mail
from klaar.documents.model import Block, Document, Gap
from klaar.documents.parts import Parts, joined
from klaar.documents.read import finished, read_parts, read_request
from klaar.documents.request import Request

_HEADS = ("From", "To", "Cc", "Date", "Subject")
_DEEPEST = 8
_STUB = 40


def mail_of(request: Request) -> Mail:
    """The mail in a request with everything attached to it; see `read_mail`."""
    document = finished(request, "mail", read_parts(request, "mail"))
    message = parsed(request.data)
    held, gaps = _attached(message, request, 0)
    told = Document(
        **{field: getattr(document, field) for field in Document.__slots__ if field != "gaps"},
        gaps=(*document.gaps, *gaps),
    )
    sender, to = header(message, "From"), header(message, "To")
    return Mail(told, header(message, "Subject"), sender, to, sent(message), tuple(held))


def read_message(request: Request) -> Parts:
    """The head of a mail, as it stands there, and the best version of its body."""
    message = parsed(request.data)
    lines = [f"{name}: {said}" for name in _HEADS if (said := header(message, name))]
    if not lines and message.is_multipart() is False and not message.keys():
        raise DocumentError("corrupt", "no mail")
    head = _head(lines)
    body = _body(message, request)
    return joined(head, body) if body.text.strip() and head.text else (head if head.text else body)


def parsed(data: bytes) -> EmailMessage:
    """The message in `data`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise DocumentError("corrupt", "mail")
    return message


def header(message: EmailMessage, name: str) -> str:
    """A line of the head on one line, "" where it is missing or beyond repair."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, TypeError, AttributeError, LookupError, KeyError):
        pass
    try:
        raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
        return " ".join(str(make_header(decode_header(raw))).split())
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return ""


def sent(message: EmailMessage) -> str:
    """When the mail says it was sent, in ISO 8601."""
    try:
        said: datetime = parsedate_to_datetime(header(message, "Date"))
        return said.isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _head(lines: Sequence[str]) -> Parts:
    blocks: list[Block] = []
    place = 0
    for line in lines:
        blocks.append(Block("furniture", place, place + len(line), 0, "", place))
        place += len(line) + 1
    subject = next((line.partition(": ")[2] for line in lines if line.startswith("Subject: ")), "")
    return Parts("\n".join(lines), tuple(blocks), title=subject)


def _body(message: EmailMessage, request: Request) -> Parts:
    """Plain text where it says as much as the HTML does, else the HTML."""
    plain, rich = _best(message, "plain"), _best(message, "html")
    said = _text(plain) if plain is not None else ""
    if rich is not None:
        from klaar.documents.html.read import html_parts  # noqa: PLC0415

        web = html_parts(_text(rich), request.words, request.limits)
        if len(said.strip()) < max(_STUB, len(web.text) // 3):
            return web
    return read_plain(said.replace("\r\n", "\n").strip("\n"), request.words)


def _best(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        found = message.get_body(preferencelist=(kind,))
    except (KeyError, ValueError, AttributeError, TypeError, LookupError):
        return None
    return found if isinstance(found, EmailMessage) else None


def _text(part: EmailMessage) -> str:
    """The characters of a part, in the encoding it names or else the likeliest."""
    data = _payload(part)
    name = part.get_content_charset()
    if name:
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(data).text if data else ""


def _payload(part: EmailMessage) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _attached(message: EmailMessage, request: Request, depth: int) -> tuple[list[Document], list[Gap]]:
    documents: list[Document] = []
    gaps: list[Gap] = []
    for place, part in enumerate(_parts(message), 1):
        if place > request.limits.attachments:
            gaps.append(Gap("attachments_skipped", detail=str(request.limits.attachments)))
            break
        if part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment":
            continue
        name = _name(part, place)
        try:
            documents.extend(_read(part, request, name, depth))
        except DocumentError as error:
            gaps.append(Gap("attachment_unread", detail=f"{name}: {error.code}"))
    return documents, gaps


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    try:
        for part in message.iter_attachments():
            if isinstance(part, EmailMessage):
                yield part
    except (KeyError, ValueError, AttributeError, TypeError, LookupError):
        return


def _name(part: EmailMessage, place: int) -> str:
    try:
        said = part.get_filename()
    except (ValueError, IndexError, TypeError, AttributeError, LookupError):
        said = None
    return " ".join(said.split()) if said else f"attachment-{place}"


def _read(part: EmailMessage, request: Request, name: str, depth: int) -> Iterator[Document]:
    if part.get_content_type() == "message/rfc822":
        yield from _forwarded(part, request, name, depth)
        return
    yield read_request(request._replace(data=_payload(part), name=name, progress=None))


def _forwarded(part: EmailMessage, request: Request, name: str, depth: int) -> Iterator[Document]:
    """A mail that was attached to a mail, and what is attached to that."""
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    if depth >= _DEEPEST:
        raise DocumentError("too_large", "nesting")
    if not isinstance(inner, EmailMessage):
        raise DocumentError("corrupt", "mail")
    own = request._replace(data=inner.as_bytes(), name=name, progress=None)
    yield finished(own, "mail", read_parts(own, "mail"))
    documents, gaps = _attached(inner, own, depth + 1)
    yield from documents
    if gaps:
        raise DocumentError("corrupt", "; ".join(gap.detail for gap in gaps))
