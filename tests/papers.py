"""Documents made by hand, for tests of what reads them."""

from __future__ import annotations


def pdf(*pages: str) -> bytes:
    """A PDF: Helvetica, one text object a line, from top to bottom."""
    return pdf_of(*([(50, 750 - 16 * row, line) for row, line in enumerate(page.split("\n"))] for page in pages))


def pdf_of(*pages: list[tuple[int, int, str]], title: str = "") -> bytes:
    """A PDF with texts at places of its pages, in their order, and a title in its properties."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = b"".join(f"1 0 0 1 {across} {up} Tm ({line}) Tj\n".encode() for across, up, line in page)
        stream = b"BT /F1 12 Tf\n" + lines + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(f"<< /Title ({title}) >>".encode())
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(objects),
            len(out),
        )
    )
