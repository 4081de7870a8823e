"""Style sheet, icon and the letters of the cards, read once and served from memory."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

from datasette import Response

_STATIC = files("claims.site") / "static"
STYLE = (_STATIC / "site.css").read_text(encoding="utf-8")
ICON = (_STATIC / "icon.svg").read_text(encoding="utf-8")
LETTERS = (_STATIC / "letters.npz").read_bytes()
STYLE_VERSION = hashlib.sha256(STYLE.encode()).hexdigest()[:12]
TEMPLATES_VERSION = hashlib.sha256(
    b"".join(
        one.read_bytes()
        for one in sorted((files("claims.site") / "templates").iterdir(), key=lambda one: one.name)
    )
).hexdigest()[:12]

A_YEAR = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"


async def style(request: Any) -> Response:
    """The style sheet; kept for a year when asked for by version."""
    held = A_YEAR if request.args.get("v") == STYLE_VERSION else "no-cache"
    return Response(STYLE, headers={"Cache-Control": held}, content_type="text/css; charset=utf-8")


async def icon() -> Response:
    """The icon of the browser's tab."""
    return Response(ICON, headers={"Cache-Control": A_DAY}, content_type="image/svg+xml")
