"""A title and a site's name to a cover: a square JPEG as podcast clients want it.

The only Pillow. Sets type in the font that Pillow carries, so that it needs no font on the machine.
"""

from __future__ import annotations

import io
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

# Apple wants 1400 to 3000 pixels: https://podcasters.apple.com/support/896-artwork-requirements
SIZE = 1400
MARGIN = 110
PAPER, INK, QUIET = (250, 248, 243), (24, 24, 27), (92, 90, 86)

# Dark enough for white type, and far enough apart to tell two publishers in a list.
ACCENTS = ((122, 28, 37), (20, 74, 110), (36, 86, 62), (96, 60, 20), (70, 48, 110), (16, 88, 94))

# Pillow's own font has little more than ASCII. These come with Linux desktops, macOS and Windows and have many scripts.
_SYSTEM_FONTS = ("NotoSans-Regular.ttf", "DejaVuSans.ttf", "Arial Unicode.ttf", "Arial.ttf", "segoeui.ttf", "msyh.ttc")


def cover(title: str, *, site: str = "", note: str = "") -> bytes:
    """Draws a cover.

    Args:
        title: Set large, cut with an ellipsis where it is too long.
        site: The publication, set above it; its name also chooses the colour.
        note: A line at the foot, such as the disclosure.

    Returns:
        A JPEG of 1400 x 1400 pixels, RGB, some 100 kB. Text that no font at hand can set is transliterated.
    """
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (SIZE, SIZE), PAPER)
    draw = ImageDraw.Draw(image)
    accent = ACCENTS[sha256((site or title).encode()).digest()[0] % len(ACCENTS)]
    draw.rectangle((0, 0, SIZE, 250), fill=accent)
    if site:
        _set(draw, site, (MARGIN, 75, SIZE - MARGIN, 175), sizes=(84, 72, 60, 48), fill=PAPER)
    draw.rectangle((MARGIN, 330, MARGIN + 160, 342), fill=accent)
    box = (MARGIN, 390, SIZE - MARGIN, 1190 if note else 980)
    _set(draw, title, box, sizes=(230, 190, 164, 144, 124, 108, 94, 82, 72), fill=INK)
    if note:
        draw.line((MARGIN, 1245, SIZE - MARGIN, 1245), fill=QUIET, width=2)
        _set(draw, note, (MARGIN, 1268, SIZE - MARGIN, 1330), sizes=(44, 38, 32, 28), fill=QUIET)
    else:
        _draw_wave(draw, title, (MARGIN, 1040, SIZE - MARGIN, 1290), accent)
    content = io.BytesIO()
    image.save(content, "JPEG", quality=85)
    return content.getvalue()


def measure(content: bytes) -> tuple[str, int, int]:
    """The format ("JPEG", "PNG" …), width and height in pixels of a picture; "", 0, 0 for what is none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as image:
            return image.format or "", image.width, image.height
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return "", 0, 0


def _draw_wave(draw: ImageDraw, text: str, box: tuple[int, int, int, int], fill: tuple[int, int, int]) -> None:
    """Bars like those of a recording, as high as the hash of a text says: each show has a face of its own."""
    left, top, right, bottom = box
    heights = sha256(text.encode()).digest()
    step, middle = (right - left) / len(heights), (top + bottom) / 2
    for at, height in enumerate(heights):
        reach = (bottom - top) / 2 * (0.12 + 0.88 * height / 255)
        start = left + at * step
        draw.rounded_rectangle((start, middle - reach, start + step * 0.55, middle + reach), step * 0.27, fill=fill)


def _set(
    draw: ImageDraw, text: str, box: tuple[int, int, int, int], *, sizes: tuple[int, ...], fill: tuple[int, int, int]
) -> None:
    """Sets text into a box in the largest of the sizes that holds it, or in the smallest, cut."""
    left, top, right, bottom = box
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    for size in sizes:
        font, spelled = _font_for(text, size)
        room = (bottom - top) // round(size * 1.22)
        lines = _wrapped(spelled, font, right - left)
        if len(lines) <= room and all(font.getlength(line) <= right - left for line in lines):
            break
    if len(lines) > room:
        lines = [*lines[: room - 1], f"{lines[room - 1]}…"]
    lines = [_cut(line, font, right - left) for line in lines]
    for number, line in enumerate(lines):
        draw.text((left, top + number * round(size * 1.22)), line, font=font, fill=fill)


def _wrapped(text: str, font: FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: FreeTypeFont, width: int) -> str:
    while font.getlength(line) > width:
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
    return line


def _font_for(text: str, size: int) -> tuple[FreeTypeFont, str]:
    """A font that has every letter of the text, and the text; Pillow's own and a transliteration if there is none."""
    own = _font("", size)
    for name in ("", *_SYSTEM_FONTS):
        font = _font(name, size)
        if font is not None and all(_has(name, letter) for letter in {*text, "…"} - {" "}):
            return font, text
    from anyascii import anyascii

    assert own is not None, "Pillow always has its own font"
    return own, anyascii(text)


@cache
def _font(name: str, size: int) -> FreeTypeFont | None:
    from PIL import ImageFont

    if name:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            return None
    return ImageFont.load_default(size)  # type: ignore[return-value]  # a FreeType font, since Pillow's wheels have it


@cache
def _has(name: str, letter: str) -> bool:
    """Whether a font has a glyph for a letter, and not the box that stands for what is missing."""
    font = _font(name, 24)
    return font is not None and bytes(font.getmask(letter)) != bytes(font.getmask("\U0010fffd"))
