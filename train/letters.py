"""Letters of DejaVu Serif Bold to the sheet from which the site's cards are drawn: `python train/letters.py`.

Needs Pillow and Debian's fonts-dejavu-core, neither of which the site itself needs. The font's licence
lets its shapes be embedded in other works (https://dejavu-fonts.github.io/License.html).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf"
SIZE, HEIGHT, BASE = 48, 64, 8
OUT = Path(__file__).resolve().parents[1] / "claims" / "site" / "static" / "letters.npz"
RANGES = (
    *((0x20, 0x7F), (0xA0, 0x180), (0x1E80, 0x1EA0), (0x370, 0x400), (0x400, 0x460)),
    *((0x2010, 0x2028), (0x2030, 0x2034), (0x20AC, 0x20AD), (0x2116, 0x2117), (0x2212, 0x2213)),
    *((0x25C7, 0x25C8), (0x25CB, 0x25CC), (0x25CF, 0x25D0)),
)


def main() -> None:
    """Draw every letter once and write the sheet: 16 greys, two to a byte."""
    font = ImageFont.truetype(FONT, SIZE)
    missing = bytes(font.getmask("\U000e0001"))
    letters, widths, columns = [], [], []
    for code in (code for first, end in RANGES for code in range(first, end)):
        character = chr(code)
        if character != " " and bytes(font.getmask(character)) in {missing, b""} and code != 0xA0:  # noqa: PLR2004
            continue
        width = max(1, round(font.getlength(character)))
        image = Image.new("L", (width + width % 2, HEIGHT))
        ImageDraw.Draw(image).text((0, BASE - 6), character, font=font, fill=255)
        grey = np.asarray(image, dtype=np.uint8) >> 4
        letters.append(code)
        widths.append(width)
        columns.append(((grey[:, ::2] << 4) | grey[:, 1::2]).T)
    np.savez_compressed(
        OUT,
        codes=np.array(letters, dtype=np.uint32),
        widths=np.array(widths, dtype=np.uint8),
        pairs=np.concatenate(columns),
    )
    print(f"{len(letters)} letters, {OUT.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
