"""PDFs written by hand: locked, filled in, drawn, scanned, or going round in circles."""

import hashlib
import zlib
from collections.abc import Mapping

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_PERMISSIONS = -44


def pdf_of(objects: Mapping[int, bytes], *, trailer: bytes = b"", root: int = 1) -> bytes:
    """A PDF with these objects, and a table that says where they are."""
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    size = max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        free = number not in places
        data += b"%010d %05d %s \n" % (places.get(number, 0), 65535 if free else 0, b"f" if free else b"n")
    data += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(data)


def stream(body: bytes, entries: bytes = b"") -> bytes:
    """A stream with its length."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(body), body)


def page(content: bytes, *, extra: bytes = b"", more: Mapping[int, bytes] | None = None) -> dict[int, bytes]:
    """The objects of a document of one page of A4 with this content, in Helvetica as F1."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % (b"/AcroForm 8 0 R" if more and 8 in more else b""),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>%s>>" % extra,
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        **(more or {}),
    }


def words(*lines: tuple[float, float, str]) -> bytes:
    """Content that sets each line at a place (points from the left and from the bottom)."""
    return b"".join(
        b"BT /F1 11 Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (x, y, said.encode("cp1252"))
        for x, y, said in lines
    )


def scanned() -> bytes:
    """A page that is one grey picture without a word of text."""
    picture = stream(
        zlib.compress(bytes(range(256)) * 64),
        b"/Type/XObject/Subtype/Image/Width 128/Height 128/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode",
    )
    return pdf_of(page(b"q 595 0 0 842 0 0 cm /I Do Q", more={6: picture}))


def form() -> bytes:
    """A page with a question, a filled text field, a ticked box, and a comment of a reader."""
    fields = {
        8: b"<</Fields[9 0 R 10 0 R]/DA(/F1 11 Tf)/DR<</Font<</F1 5 0 R>>>>>>",
        9: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(naam)/V(Atelier Wolken)/Rect[200 690 400 706]/P 3 0 R>>",
        10: b"<</Type/Annot/Subtype/Widget/FT/Btn/T(akkoord)/V/Ja/AS/Ja/Rect[200 660 212 672]/P 3 0 R"
        b"/AP<</N<</Ja 11 0 R/Off 11 0 R>>>>>>",
        11: stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 12 12]"),
        12: b"<</Type/Annot/Subtype/Text/Contents(Dit veld nog nakijken)/Rect[500 690 520 710]/P 3 0 R>>",
    }
    content = words((72, 694, "Naam van de huurder:"), (72, 664, "Akkoord:"))
    return pdf_of(page(content, extra=b"/Annots[9 0 R 10 0 R 12 0 R]", more=fields))


def going_round() -> bytes:
    """A page tree whose branches hold each other, and a form that draws itself."""
    objects = page(
        b"/I Do",
        more={
            6: stream(b"/I Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 6 0 R>>>>")
        },
    )
    objects[2] = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    objects[7] = b"<</Type/Pages/Kids[2 0 R 7 0 R]/Count 2/Parent 2 0 R>>"
    return pdf_of(objects)


def locked(secret: bytes, owner: bytes = b"huismeester") -> bytes:
    """A page that opens with a password: the oldest lock there is (RC4, 40 bits), written out."""
    identity = bytes(range(16))
    key = hashlib.md5((owner + _PAD)[:32]).digest()[:5]
    sealed = _rc4(key, (secret + _PAD)[:32])
    start = (secret + _PAD)[:32] + sealed + (_PERMISSIONS & 0xFFFFFFFF).to_bytes(4, "little") + identity
    master = hashlib.md5(start).digest()[:5]
    content = words((72, 700, "De sleutel ligt onder de mat."))
    own = hashlib.md5(master + (4).to_bytes(3, "little") + (0).to_bytes(2, "little")).digest()[:10]
    objects = page(b"")
    objects[4] = stream(_rc4(own, content))
    lock = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>" % (
        sealed.hex().encode(),
        _rc4(master, _PAD).hex().encode(),
        _PERMISSIONS,
    )
    return pdf_of(
        objects,
        trailer=b"/Encrypt %s/ID[<%s><%s>]" % (lock, identity.hex().encode(), identity.hex().encode()),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
