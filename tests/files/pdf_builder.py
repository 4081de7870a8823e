"""Small PDFs for tests, written by hand so that each oddity is under our control."""

import io
import zlib

from pypdf import PdfReader, PdfWriter

LINES = (
    "War ends",
    "",
    "The war ended on 15 February 1989 after nearly ten",
    "years of fighting. More than 15,000 Soviet sol-",
    "diers had died by then.",
    "General Boris Gromov crossed the bridge last.",
)


def _string(words):
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def content(lines):
    """The drawing of one page: each line below the one before, an empty one leaves a gap."""
    parts = [b"BT /F1 11 Tf 1 0 0 1 50 780 Tm"]
    for line in lines:
        parts.append(b"(%s) Tj" % _string(line) if line else b"")
        parts.append(b"0 -14 Td")
    return b"\n".join([*parts, b"ET"])


def pdf(pages=(LINES,), *, info=None, streams=None, filters=b""):
    """A PDF with one page for each sequence of lines, or each ready content stream."""
    streams = [content(lines) for lines in pages] if streams is None else streams
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(streams)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * i)
        )
        objects.append(
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream)
        )
    trailer = b""
    if info:
        fields = b" ".join(b"/%s (%s)" % (k.encode(), _string(v)) for k, v in info.items())
        objects.append(b"<< %s >>" % fields)
        trailer = b"/Info %d 0 R" % len(objects)
    return _file(objects, trailer)


def _file(objects, trailer):
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def encrypted_pdf(*, password="secret"):
    """A PDF that opens with a password only (an empty one keeps it readable)."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb_pdf(*, size=1 << 30):
    """A PDF of a few kB whose only content stream inflates, twice packed, to `size` blanks."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return pdf(streams=[zlib.compress(once, 9)], filters=b"/Filter [/FlateDecode /FlateDecode]")


def image_only_pdf():
    """A page with lines drawn on it and no text."""
    return pdf(streams=[b"0 0 m 100 100 l S"])
