"""Fact-checks that others have published, imported as ClaimReview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, TOKENIZER

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m015_reviews_elsewhere(database: Database) -> None:
    """What they say, in their words and ours, each object beside it as it came; searchable."""
    database.execute(
        """CREATE TABLE fact_checks (
            id TEXT PRIMARY KEY NOT NULL,
            form TEXT NOT NULL CHECK (form IN ('claimreview', 'fact_check_tools')),
            state TEXT NOT NULL CHECK (state IN ('sound', 'malformed')),
            url TEXT, claim_reviewed TEXT, claim_text TEXT, claimant TEXT, claim_date TEXT,
            appearances TEXT NOT NULL, publisher TEXT, publisher_url TEXT, title TEXT, language TEXT,
            published TEXT, modified TEXT, rating TEXT, rating_value REAL, best_rating REAL,
            worst_rating REAL, rating_explanation TEXT, verdict TEXT,
            verdict_number INTEGER CHECK (verdict_number BETWEEN 1 AND 5),
            verdict_axis TEXT NOT NULL CHECK (verdict_axis IN ('truth', 'off', 'unmapped')),
            verdict_from TEXT, license TEXT, feed_license TEXT, problems TEXT NOT NULL,
            raw TEXT NOT NULL, raw_digest TEXT NOT NULL, page_url TEXT, source TEXT NOT NULL,
            snapshot TEXT REFERENCES snapshots(id),
            superseded_by TEXT REFERENCES fact_checks(id),
            run TEXT NOT NULL REFERENCES runs(id), at TEXT NOT NULL,
            CHECK ((verdict_number IS NOT NULL) = (verdict_axis = 'truth'))) STRICT"""
    )
    database.execute("CREATE INDEX fact_checks_url ON fact_checks(url, claim_reviewed)")
    database.execute("CREATE INDEX fact_checks_superseded ON fact_checks(superseded_by)")
    database.table("fact_checks").enable_fts(
        ["claim_reviewed", "claim_text", "title", "claimant"],
        create_triggers=True,
        tokenize=TOKENIZER,
    )
