"""What is kept back from readers is found at once: copies of confidential sources, and words that were told.

The copies of one source are found by their bytes and by the address that was read in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database

INDEXES = (
    "CREATE INDEX citations_confidential ON citations(snapshot) WHERE confidential = 1",
    "CREATE INDEX citations_transcript ON citations(snapshot) WHERE held = 'transcript'",
    "CREATE INDEX snapshots_payload ON snapshots(payload_digest)",
    "CREATE INDEX snapshots_target ON snapshots(warc_target_uri)",
)


@MIGRATIONS()
def m023_kept_back(database: Database) -> None:
    """Indexes alone; no row changes."""
    for index in INDEXES:
        database.execute(index)
