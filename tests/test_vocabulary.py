"""Record fields = table columns = metadata.yml descriptions = docs, for every table."""

import re
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import yaml

from claims.model.candidate import Candidate, Search, StoredReply
from claims.model.capture import Capture
from claims.model.citation import Citation, CitationCheck, CitationEvent
from claims.model.claim import Claim
from claims.model.document import Document, Sentence
from claims.model.evidence import Evidence, Passage
from claims.model.fact_check import FactCheck
from claims.model.health import (
    CheckReport,
    LinkLook,
    Notice,
    NoticeLook,
    Repair,
    RepairDecision,
)
from claims.model.ids import PREFIXES
from claims.model.memento import Memento, SaveRequest
from claims.model.record import field_names
from claims.model.review import ReviewEvent
from claims.model.run import Run
from claims.model.snapshot import Snapshot
from claims.model.work import Work
from db.rows import JSON_COLUMNS, TABLES

CHECKOUT = Path(__file__).resolve().parents[1]
RECORDS = {
    "runs": Run,
    "documents": Document,
    "sentences": Sentence,
    "claims": Claim,
    "searches": Search,
    "replies": StoredReply,
    "candidates": Candidate,
    "snapshots": Snapshot,
    "captures": Capture,
    "mementos": Memento,
    "save_requests": SaveRequest,
    "passages": Passage,
    "evidence": Evidence,
    "citations": Citation,
    "citation_events": CitationEvent,
    "works": Work,
    "link_looks": LinkLook,
    "citation_checks": CitationCheck,
    "notice_looks": NoticeLook,
    "notices": Notice,
    "check_reports": CheckReport,
    "repairs": Repair,
    "repair_decisions": RepairDecision,
    "review_events": ReviewEvent,
    "fact_checks": FactCheck,
}
METADATA = yaml.safe_load((CHECKOUT / "metadata.yml").read_text(encoding="utf-8"))
SCHEMA = (CHECKOUT / "docs/schema.md").read_text(encoding="utf-8")


def test_every_table_has_a_record_and_an_id_letter():
    assert set(RECORDS) == set(TABLES) == set(PREFIXES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)


@pytest.mark.parametrize("table", TABLES)
def test_fields_are_columns_are_descriptions_are_docs(database, table):
    fields = list(field_names(RECORDS[table]))
    assert [c.name for c in database.table(table).columns] == fields
    described = METADATA["databases"]["citetrail"]["tables"][table]
    assert list(described["columns"]) == fields
    assert all(text.strip() for text in described["columns"].values())
    working = SCHEMA.split("## The public database")[0]
    section = working.split(f"### {table}\n")[1].split("\n### ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE) == fields


@pytest.mark.parametrize("table", TABLES)
def test_closed_lists_in_code_and_check_constraints_are_the_same(database, table):
    sql = database.table(table).schema
    for name, hint in get_type_hints(RECORDS[table]).items():
        kinds = [k for k in (hint, *get_args(hint)) if isinstance(k, type) and issubclass(k, Enum)]
        for kind in kinds:
            check = re.search(rf"CHECK \({name} IN \(([^)]*)\)\)", sql)
            assert check, f"{table}.{name} has no CHECK"
            assert set(re.findall(r"'([^']+)'", check[1])) == {m.value for m in kind}


@pytest.mark.parametrize("table", TABLES)
def test_json_columns_are_the_fields_that_hold_records_or_lists(table):
    hints = get_type_hints(RECORDS[table])
    simple = (str, int, float, type(None))
    nested = {
        name
        for name, hint in hints.items()
        if not all(
            k in simple or (isinstance(k, type) and issubclass(k, Enum))
            for k in (get_args(hint) or (hint,))
        )
    }
    assert nested == set(JSON_COLUMNS.get(table, ()))


def test_every_word_of_the_vocabulary_is_used_in_the_code():
    text = (CHECKOUT / "docs/vocabulary.md").read_text(encoding="utf-8")
    ours = {
        word
        for line in text.splitlines()
        if line.startswith("| ") and line.count("|") == 4
        for word in re.findall(r"`([a-z_]+)`", line.split("|")[3])
    }
    code = "\n".join(
        p.read_text(encoding="utf-8")
        for top in ("claims", "db")
        for p in (CHECKOUT / top).rglob("*.py")
    )
    assert len(ours) > 60
    assert {w for w in ours if not re.search(rf"\b{w}\b", code, flags=re.IGNORECASE)} == set()
