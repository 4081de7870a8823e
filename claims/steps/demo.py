"""The main job on the bundled article against the bundled sources, and its publication as a demonstration."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.model.errors import UserError
from claims.model.review import Action, Status
from claims.sample.server import already_serving, serving, source_app
from claims.steps.decide import Decision, decide
from claims.steps.listing import claims_of
from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

ARTICLE_PATH = "/article"
PORT = 18377
"""The same port every time, so that a second demonstration finds the same addresses stored."""

DEMONSTRATION = Decision(
    status=Status.PUBLISHED,
    verdict=None,
    summary=None,
    reason="Shown as a demonstration; no person has reviewed it.",
    actor="demonstration",
    action=Action.DEMONSTRATE,
)


@contextmanager
def sample_world(edges: Edges) -> Iterator[tuple[Edges, str]]:
    """Edges that ask the bundled sources, served on loopback, and the bundled article's address."""
    with _sources() as base:
        settings = replace(
            edges.settings, mediawiki=f"{base}/w/api.php", allow_hosts=urlsplit(base).netloc
        )
        yield replace(edges, settings=settings), base + ARTICLE_PATH


@contextmanager
def _sources() -> Iterator[str]:
    """The bundled sources, always at the same address: it is part of what makes records the same.

    Another demonstration that is serving them already is asked instead.
    """
    if already_serving(PORT):
        yield f"http://127.0.0.1:{PORT}"
        return
    with ExitStack() as stack:
        try:
            base = stack.enter_context(serving(source_app(), port=PORT))
        except OSError as why:
            raise UserError(f"port {PORT} of this machine is taken: {why}") from None
        yield base


def refuse_own_work(edges: Edges) -> None:
    """Raises UserError when the database holds documents that are not the demonstration's."""
    own = rows.count(
        edges.database, "documents", where="url IS NULL OR url NOT LIKE 'http://127.0.0.1:%'"
    )
    if own:
        raise UserError(
            f"{edges.path} holds your own work; give the demonstration a database of its own:"
            " citetrail --db demo.db demo"
        )


def demonstrate(edges: Edges, documents: Sequence[str]) -> None:
    """Mark the documents' claims as shown without review, but for those whose wording is not settled.

    No gate would let them out either: nobody can check what cannot be read without its article.
    """
    for claim in list(claims_of(edges.database, dict.fromkeys(documents))):
        if claim["status"] == Status.NEW.value and claim["claim_text"]:
            decide(edges, claim, DEMONSTRATION)
