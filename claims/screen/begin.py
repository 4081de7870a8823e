"""The two ways into a review: on a screen, or line by line; who reviews is asked once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from claims.model.errors import UserError
from claims.screen.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.steps.edges import Edges


def begin_screen(
    edges: Edges,
    me: str,
    *,
    guess: str,
    filters: Mapping[str, str],
    claims: Sequence[Mapping[str, Any]],
) -> None:
    """Draw the review screen until it is left. What breaks in it is raised here, the terminal restored."""
    from claims.screen.app import ReviewApp  # noqa: PLC0415 - Textual takes half a second to load

    app = ReviewApp(
        Desk(edges, me), filters=filters, claims=[one["id"] for one in claims], guess=guess
    )
    app.run(mouse=False)
    if app.broke:
        raise app.broke
    if app.return_code:
        sys.exit(app.return_code)


def begin_plain(
    edges: Edges,
    me: str,
    *,
    guess: str,
    filters: Mapping[str, str],
    claims: Sequence[Mapping[str, Any]],
) -> int:
    """Review on standard input and output; how many acts were refused."""
    from claims.screen.plain import Plain  # noqa: PLC0415 - only here
    from claims.screen.spoken_form import Voice  # noqa: PLC0415

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    voice = Voice(_write, _read)
    who = me or _who(voice, guess)
    plain = Plain(Desk(edges, who), voice, dict(filters))
    plain.run(claims)
    return plain.refused


def _who(voice: Any, guess: str) -> str:
    said = voice.ask(f"Who reviews? (empty: {guess})" if guess else "Who reviews?")
    name = (said or "").strip() or (guess if said is not None else "")
    if not name:
        raise UserError("who reviews? give --as NAME, or set CITETRAIL_REVIEWER")
    return name


def _write(words: str, ends: bool) -> None:  # noqa: FBT001 - a voice's own shape
    sys.stdout.write(words + "\n" * (ends or not sys.stdin.isatty()))
    sys.stdout.flush()


def _read() -> str | None:
    said = sys.stdin.readline()
    return said.rstrip("\r\n") if said else None
