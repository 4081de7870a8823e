"""`/claim/<id>/card.png`: a claim as the picture that other sites show beside a link to it.

Readers of `og:image` take no SVG, so the letters are set here, from a sheet of greys that ships with the
site (`train/letters.py` makes it). A claim in letters that the sheet lacks gets a card without its words.
"""

from __future__ import annotations

import asyncio
import io
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from datasette import Response

from claims.site.claim_page import GONE, found_claim
from claims.site.errors import error_page
from claims.site.facts import page_facts
from claims.site.render import HELD
from claims.site.style import LETTERS
from claims.site.words import day, flat, in_short, verdict_class
from db.public_rows import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datasette.app import Datasette
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
LINE, LINES = 66, 5
PAPER, INK, QUIET, RULE = (253, 252, 248), (27, 26, 23), (90, 86, 77), (27, 26, 23)
COLOURS: Mapping[str, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "v1": ((138, 28, 28), (251, 227, 224)),
    "v2": ((132, 56, 10), (252, 233, 216)),
    "v3": ((95, 71, 0), (250, 238, 196)),
    "v4": ((51, 84, 15), (237, 244, 216)),
    "v5": ((20, 83, 45), (223, 243, 229)),
    "v0": ((57, 64, 111), (233, 234, 246)),
}
DOTS = {"v1": "●○○○○", "v2": "○●○○○", "v3": "○○●○○", "v4": "○○○●○", "v5": "○○○○●", "v0": "◇"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The letters: where each begins among the columns of the sheet, and how wide it is."""

    place: Mapping[str, tuple[int, int]]
    columns: Grey


@cache
def sheet() -> Sheet:
    """The letters that ship with the site."""
    with np.load(io.BytesIO(LETTERS), allow_pickle=False) as found:
        codes, widths, pairs = found["codes"], found["widths"], found["pairs"]
    high, low = pairs >> 4, pairs & 15
    columns = np.empty((len(pairs) * 2, pairs.shape[1]), dtype=np.float32)
    columns[::2], columns[1::2] = high / 15, low / 15
    place, at = {}, 0
    for code, width in zip(codes.tolist(), widths.tolist(), strict=True):
        place[chr(code)] = (at, width)
        at += width + width % 2
    return Sheet(place, columns)


async def card_png(datasette: Datasette, request: Any) -> Response:
    """The picture of a claim."""
    found = await found_claim(datasette, request, ending="/card.png")
    if isinstance(found, Response):
        return found
    claim = found["claim"]
    if claim["status"] == WITHDRAWN:
        return await error_page(datasette, request, status=GONE, message="The claim was withdrawn.")
    known = await page_facts(datasette)
    by = known["facts"].get("desk") or known["site_name"]
    body = await asyncio.to_thread(picture, claim, by=by, name=known["site_name"])
    return Response(body, headers={"Cache-Control": HELD}, content_type="image/png")


def picture(claim: Mapping[str, Any], *, by: str, name: str) -> bytes:
    """The card as PNG."""
    canvas = np.empty((HEIGHT, WIDTH, 3), dtype=np.float32)
    canvas[:] = PAPER
    canvas[92:95], canvas[98:101] = RULE, RULE
    _write(canvas, flat(name), (MARGIN, 48), INK, small=True)
    top = 150
    if claim["verdict"] and _can_write(flat(claim["verdict"])):
        style = verdict_class(claim)
        dark, light = COLOURS[style]
        text = f"{DOTS[style]}  {flat(claim['verdict'])}"
        wide = min(WIDTH - 2 * MARGIN, _length(text) + 48)
        canvas[top : top + 84, MARGIN : MARGIN + wide] = dark
        canvas[top + 3 : top + 81, MARGIN + 3 : MARGIN + wide - 3] = light
        _write(canvas, _fit(text, wide - 40), (MARGIN + 24, top + 10), dark)
        top += 112
    words = flat(in_short(claim["claim"]))
    if _can_write(words):
        for number, line in enumerate(_lines(words)):
            _write(canvas, line, (MARGIN, top + number * LINE), INK)
    foot = (
        "Unreviewed demonstration"
        if claim["demonstration"]
        else f"{flat(by)}, {day(claim['decided_at'])}"
    )
    _write(canvas, _fit(foot, 2 * (WIDTH - 2 * MARGIN)), (MARGIN, HEIGHT - 62), QUIET, small=True)
    return png(canvas.round().clip(0, 255).astype(np.uint8))


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Pixels as a PNG file (https://www.w3.org/TR/png/)."""
    height, width, _ = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows.tobytes(), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def _can_write(text: str) -> bool:
    known = sheet().place
    return all(character in known for character in unicodedata.normalize("NFC", text))


def _length(text: str) -> int:
    known = sheet().place
    return sum(known[character][1] for character in text if character in known)


def _fit(text: str, width: int) -> str:
    """As much of the text as has room."""
    if _length(text) <= width:
        return text
    while text and _length(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _lines(text: str) -> list[str]:
    """The claim in lines; what has no room is left out, and three dots say so."""
    room = WIDTH - 2 * MARGIN
    lines, line = [], ""
    for word in unicodedata.normalize("NFC", text).split():
        longer = f"{line} {word}".strip()
        if line and _length(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]
    return [_fit(one, room) for one in lines]


def _write(
    canvas: Grey,
    text: str,
    at: tuple[int, int],
    colour: tuple[int, int, int],
    *,
    small: bool = False,
) -> None:
    """Put the letters down from `at`, their upper left corner."""
    letters = sheet()
    text = unicodedata.normalize("NFC", text)
    found = [letters.place[one] for one in text if one in letters.place]
    if not found:
        return
    strip = np.concatenate([letters.columns[start : start + width] for start, width in found]).T
    if small:  # every four dots become one
        strip = strip[:, : strip.shape[1] // 2 * 2]
        strip = (strip[::2, ::2] + strip[1::2, ::2] + strip[::2, 1::2] + strip[1::2, 1::2]) / 4
    x, y = at
    strip = strip[: canvas.shape[0] - y, : canvas.shape[1] - x]
    ground = canvas[y : y + strip.shape[0], x : x + strip.shape[1]]
    ground += (np.array(colour, dtype=np.float32) - ground) * strip[..., None]
