"""The tables of the public database: this list of columns is all that is ever published.

A column that is not named here cannot reach the public, whatever the working database holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION_ID = 0x43495445
"""`PRAGMA application_id` of a public database ("CITE"): no other file is served by mistake."""

TABLES: Mapping[str, str] = {
    "documents": """
        id TEXT PRIMARY KEY NOT NULL, title TEXT, author TEXT, publisher TEXT, published TEXT,
        url TEXT, claim_count INTEGER NOT NULL, licence TEXT, text TEXT""",
    "claimants": "slug TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, claim_count INTEGER NOT NULL",
    "claims": """
        id TEXT PRIMARY KEY NOT NULL, claim TEXT, exact TEXT, sentence TEXT,
        mark_start INTEGER, mark_end INTEGER, prefix TEXT, suffix TEXT, ambiguous TEXT,
        document TEXT REFERENCES documents(id), position INTEGER,
        kind TEXT, claimant TEXT, claimant_slug TEXT, claimant_role TEXT, mode TEXT,
        verdict TEXT, summary TEXT, status TEXT NOT NULL, demonstration INTEGER NOT NULL,
        published_at TEXT NOT NULL, decided_at TEXT NOT NULL, year INTEGER,
        appearance_url TEXT, article_title TEXT, article_author TEXT, publisher TEXT,
        article_published TEXT, check_worthiness REAL, dates TEXT, quantities TEXT,
        citation_count INTEGER NOT NULL, passage_count INTEGER NOT NULL,
        page_count INTEGER NOT NULL, origin_count INTEGER NOT NULL, circular_count INTEGER NOT NULL,
        rating_value INTEGER, rating_color TEXT, explanation TEXT, what_is_true TEXT,
        what_is_false TEXT, what_is_unknown TEXT, limits TEXT, selection_reason TEXT,
        no_claimant_reason TEXT, few_origins_reason TEXT, other_side TEXT, no_primary_reason TEXT,
        put_right TEXT, second_read INTEGER""",
    "sources": """
        id TEXT PRIMARY KEY NOT NULL, title TEXT, publisher TEXT, published TEXT, url TEXT,
        claim_count INTEGER NOT NULL, warc_date TEXT NOT NULL, outcome TEXT NOT NULL, author TEXT,
        payload_digest TEXT, archive_url TEXT, archive_at TEXT""",
    "citations": """
        id TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims(id),
        source TEXT NOT NULL REFERENCES sources(id), role TEXT NOT NULL, url TEXT,
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, cited_at TEXT NOT NULL,
        link_state TEXT NOT NULL, passage_state TEXT NOT NULL, checked_at TEXT,
        archive_url TEXT, archived_at TEXT,
        standing TEXT, locator TEXT, held TEXT NOT NULL, fragment TEXT,
        strikes INTEGER NOT NULL, last_read_state TEXT NOT NULL, last_read_at TEXT,
        work_notice TEXT, work_notice_dated TEXT""",
    "csl_items": """
        citation TEXT PRIMARY KEY NOT NULL REFERENCES citations(id), csl TEXT NOT NULL""",
    "confidential_sources": """
        claim TEXT NOT NULL REFERENCES claims(id), number INTEGER NOT NULL,
        explanation TEXT NOT NULL, PRIMARY KEY (claim, number)""",
    "passages": """
        id TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims(id),
        source TEXT NOT NULL REFERENCES sources(id), rank INTEGER NOT NULL,
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
        agreement TEXT NOT NULL, rule TEXT, arithmetic TEXT""",
    "origins": """
        claim TEXT NOT NULL REFERENCES claims(id), source TEXT NOT NULL REFERENCES sources(id),
        origin_number INTEGER, origin_name TEXT NOT NULL, because TEXT, circular TEXT,
        source_type TEXT NOT NULL, source_type_because TEXT NOT NULL,
        PRIMARY KEY (claim, source)""",
    "searches": """
        claim TEXT NOT NULL REFERENCES claims(id), provider TEXT NOT NULL, outcome TEXT NOT NULL,
        found INTEGER NOT NULL, unread INTEGER NOT NULL, at TEXT NOT NULL, side TEXT NOT NULL""",
    "decisions": """
        claim TEXT NOT NULL REFERENCES claims(id), number INTEGER NOT NULL, at TEXT NOT NULL,
        status TEXT NOT NULL, action TEXT NOT NULL, verdict TEXT, summary TEXT, reason TEXT,
        PRIMARY KEY (claim, number)""",
    "tallies": """kind TEXT, verdict TEXT, rating_value INTEGER, month TEXT NOT NULL,
        claims INTEGER NOT NULL""",
    "notices": """
        claim TEXT NOT NULL REFERENCES claims(id), number INTEGER NOT NULL, at TEXT NOT NULL,
        status TEXT NOT NULL, what_was_wrong TEXT, verdict TEXT, summary TEXT,
        PRIMARY KEY (claim, number)""",
    "notice_changes": """
        claim TEXT NOT NULL, number INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT,
        PRIMARY KEY (claim, number, field),
        FOREIGN KEY (claim, number) REFERENCES notices(claim, number)""",
    "overrides": """
        claim TEXT NOT NULL REFERENCES claims(id), gate TEXT NOT NULL, name TEXT NOT NULL,
        rule TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (claim, gate)""",
    "ratings": """
        label TEXT PRIMARY KEY NOT NULL, scale TEXT NOT NULL, on_axis INTEGER NOT NULL,
        rating_value INTEGER, place INTEGER NOT NULL, color TEXT NOT NULL, explanation TEXT NOT NULL""",
    "site": "key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL",
}
"""Table name to its columns, in the order in which rows can be inserted."""

INDEXES = (
    "CREATE INDEX claims_document ON claims(document, position)",
    "CREATE INDEX claims_claimant_slug ON claims(claimant_slug, decided_at)",
    "CREATE INDEX claims_kind ON claims(kind)",
    "CREATE INDEX claims_verdict ON claims(verdict)",
    "CREATE INDEX claims_claimant ON claims(claimant)",
    "CREATE INDEX claims_publisher ON claims(publisher)",
    "CREATE INDEX claims_year ON claims(year)",
    "CREATE INDEX claims_decided_at ON claims(decided_at)",
    "CREATE INDEX claims_judged ON claims(decided_at DESC, id) WHERE verdict IS NOT NULL",
    "CREATE INDEX claims_status ON claims(status)",
    "CREATE INDEX claims_article_published ON claims(article_published)",
    "CREATE INDEX claims_check_worthiness ON claims(check_worthiness)",
    "CREATE INDEX citations_claim ON citations(claim)",
    "CREATE INDEX citations_source ON citations(source)",
    "CREATE INDEX passages_claim ON passages(claim, rank)",
    "CREATE INDEX passages_source ON passages(source)",
    "CREATE INDEX origins_source ON origins(source)",
    "CREATE INDEX origins_type ON origins(source_type)",
    "CREATE INDEX searches_claim ON searches(claim)",
    "CREATE INDEX decisions_at ON decisions(at)",
    "CREATE INDEX notices_at ON notices(at)",
)

SEARCHABLE = ("claim", "exact", "sentence", "claimant", "summary", "article_title")
"""Columns of `claims` that the search box looks in."""

FULL_TEXT = f"""CREATE VIRTUAL TABLE claims_fts USING fts5({", ".join(SEARCHABLE)},
    content='claims', tokenize='porter unicode61 remove_diacritics 2')"""
