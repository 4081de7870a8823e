"""Passages found by their words and by their meaning, and the copies of a passage by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, TOKENIZER

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m011_passages_by_words_and_meaning(database: Database) -> None:
    """The page's title searched with its passages; codes of their meaning; copies of what is ranked.

    The index keeps no places of words (`detail=none`): a third of the size, and a common word is read
    several times faster. No query asks for phrases.
    """
    database.table("passages").disable_fts()
    for trigger in ("passages_ai", "passages_ad", "passages_au"):
        database.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    database.execute("ALTER TABLE passages ADD COLUMN title TEXT")
    database.execute(
        "UPDATE passages SET title = (SELECT s.title FROM snapshots s WHERE s.id = snapshot)"
    )
    database.execute(
        "CREATE VIRTUAL TABLE passages_fts USING fts5(title, exact, content='passages',"
        f" detail=none, tokenize='{TOKENIZER}')"
    )
    database.execute("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')")
    put = "INSERT INTO passages_fts(rowid, title, exact) VALUES (NEW.rowid, NEW.title, NEW.exact);"
    take = (
        "INSERT INTO passages_fts(passages_fts, rowid, title, exact)"
        " VALUES ('delete', OLD.rowid, OLD.title, OLD.exact);"
    )
    for name, event, body in (
        ("ai", "INSERT", put),
        ("ad", "DELETE", take),
        ("au", "UPDATE", take + put),
    ):
        database.execute(
            f"CREATE TRIGGER passages_{name} AFTER {event} ON passages BEGIN {body} END"
        )
    database.execute(
        """CREATE TABLE passage_codes (
            snapshot TEXT PRIMARY KEY NOT NULL REFERENCES snapshots(id) ON DELETE CASCADE,
            model TEXT NOT NULL, codes BLOB NOT NULL) STRICT"""
    )
    # A text that is cut anew is read anew
    database.execute(
        """CREATE TRIGGER passages_codes_ad AFTER DELETE ON passages BEGIN
            DELETE FROM passage_codes WHERE snapshot = OLD.snapshot; END"""
    )
    database.execute("ALTER TABLE evidence ADD COLUMN copies TEXT NOT NULL DEFAULT '[]'")
