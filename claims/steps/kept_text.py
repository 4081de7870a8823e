"""What was told in words (a document's text, a provider's figure) to a snapshot, kept as a WARC resource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.steps.keep_exchange import Asked, record_capture
from claims.steps.page_columns import OF_DOCUMENTS, page_columns
from claims.text.page import DESCRIBED
from db import rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession


def keep_text(
    edges: Edges, session: WebSession, url: str, text: str, facts: Mapping[str, Any]
) -> str:
    """The id of the snapshot that holds `text` under `url`; made when it is not there.

    `facts` give `at` (when it was told) and whichever of title, author, publisher, published and
    modified are known.
    """
    body = text.encode("utf-8", "surrogatepass")
    payload = digest(body)
    key = snapshot_id(url=url, outcome=FetchOutcome.STORED, payload_digest=payload, reason=None)
    if rows.get(edges.database, "snapshots", key):
        return key
    placed = session.archive.append_resource(
        url, content_type="text/plain; charset=utf-8", body=body, at=facts["at"]
    )
    row = {
        "id": key,
        "payload_digest": payload,
        "warc_file": placed.warc_file,
        "warc_offset": placed.warc_offset,
        "warc_length": placed.warc_length,
        "run": edges.run("find", top=0),
        **_described(url, text, facts),
    }
    with transaction(edges.database):
        rows.insert(edges.database, "snapshots", row)
        record_capture(edges, placed, Asked(url, url, facts["at"]), snapshot=key)
    return key


def _described(url: str, text: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a snapshot that say nothing of the archive."""
    return {
        "url": url,
        "warc_target_uri": url,
        "warc_date": facts["at"],
        "outcome": FetchOutcome.STORED.value,
        "reason": None,
        "http_status": None,
        "media_type": "text/plain",
        "charset": "utf-8",
        "headers": [],
        **{name: facts.get(name) for name in DESCRIBED},
        "text": text,
        "text_digest": digest(text),
        "canonical_url": facts.get("url"),
        **page_columns(None, OF_DOCUMENTS),
        **{name: facts[name] for name in OF_DOCUMENTS if name in facts},
        "links": [],
    }
