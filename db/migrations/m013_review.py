"""What desks do besides deciding, and the view of it on each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, allow

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m013_review(database: Database) -> None:
    """Acts of every sort with what they set; edits, assignment and flags as columns of claims.

    Events that were there keep form 1, whose digest covers what they had.
    """
    for column in (
        "form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2))",
        "changes TEXT NOT NULL DEFAULT '{}'",
        "about TEXT",
    ):
        database.execute(f"ALTER TABLE review_events ADD COLUMN {column}")
    allow(
        database,
        "review_events",
        "action",
        (
            *("assign", "edit", "merge", "split", "comment", "flag", "unflag", "override"),
            *("correct", "withdraw", "undo", "import", "release"),
        ),
    )
    for column in (
        "machine TEXT NOT NULL DEFAULT '{}'",
        "verdict TEXT",
        "assignee TEXT",
        "flags TEXT NOT NULL DEFAULT '[]'",
        "last_seq INTEGER NOT NULL DEFAULT 0",
    ):
        database.execute(f"ALTER TABLE claims ADD COLUMN {column}")
    database.execute(
        """UPDATE claims SET
            last_seq = coalesce((SELECT max(seq) FROM review_events e WHERE e.claim = claims.id), 0),
            verdict = (SELECT verdict FROM review_events e WHERE e.claim = claims.id
                AND nullif(verdict, '') IS NOT NULL ORDER BY seq DESC LIMIT 1)
            WHERE EXISTS (SELECT 1 FROM review_events e WHERE e.claim = claims.id)"""
    )
    database.execute("CREATE INDEX claims_assignee ON claims(assignee)")
