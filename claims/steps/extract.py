"""Documents to claims and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.extract.engine import How, extract
from claims.model.record import plain
from claims.steps.finder import finder_of
from claims.steps.report import Tick
from db import claims, documents
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges


def extract_documents(
    edges: Edges, chosen: Sequence[dict[str, Any]], *, min_worth: float
) -> Iterator[Tick]:
    """Extract the claims of the given documents (rows), each in one transaction."""
    finder = finder_of(edges.settings.engine)
    run = edges.run("extract", engine=finder.name, min_worth=min_worth)
    how = How(finder, min_worth)
    for done, document in enumerate(chosen, start=1):
        found = extract(
            document["text"],
            document=document["id"],
            published=document["published"],
            run=run,
            how=how,
        )
        with transaction(edges.database):
            documents.replace_sentences(edges.database, document["id"], map(plain, found.sentences))
            claims.replace(edges.database, document["id"], map(plain, found.claims))
        yield Tick("extract", done, len(chosen))
