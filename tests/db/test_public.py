"""The public file holds what was published, in the columns of the allow-list, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from link_looks import looks, on
from public_desk import FACTS, LINK, Desk, ordinary_desk, published

from claims.export.item_parts import is_dead
from claims.steps.references import references
from db.public import PASSAGES, is_public
from db.public_schema import TABLES

TABLES_OF_CASES = Path(__file__).parents[1] / "tables"
PUBLIC_STATES = yaml.safe_load((TABLES_OF_CASES / "public_states.yaml").read_text("utf-8"))


@pytest.fixture
def desk(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    yield desk, ids
    desk.database.close()


def built(desk, path, **facts):
    published(desk.database, path, {**FACTS, **facts})
    return path


def rows(path, sql):
    with closing(sqlite3.connect(path)) as public:
        public.row_factory = sqlite3.Row
        return [dict(row) for row in public.execute(sql).fetchall()]


def test_counts_are_of_what_is_in_the_file(desk, tmp_path):
    desk, _ = desk
    counts = published(desk.database, tmp_path / "public.db", FACTS)
    assert counts == {
        "documents": 1,
        "claimants": 1,
        "claims": 3,
        "sources": 1,
        "citations": 1,
        "csl_items": 1,
        "confidential_sources": 0,
        "passages": 2,
        "origins": 2,
        "searches": 2,
        "decisions": 5,
        "notices": 2,
        "notice_changes": 0,
        "overrides": 0,
        "ratings": 14,
        "tallies": 2,
        "site": 3,
    }
    for table, count in counts.items():
        assert rows(tmp_path / "public.db", f"SELECT count(*) n FROM {table}") == [{"n": count}]


def test_the_claim_as_readers_get_it(desk, tmp_path):
    desk, ids = desk
    path = built(desk, tmp_path / "public.db")
    (claim,) = rows(path, f"SELECT * FROM claims WHERE id = '{ids['budget']}'")
    assert claim["claim"] == "The [city] budget has doubled in five years"
    marked = claim["sentence"][claim["mark_start"] : claim["mark_end"]]
    assert marked == claim["exact"] == "The budget has doubled in five years"
    assert claim["verdict"] == "Mostly false"  # given before publication, and left standing since
    assert (claim["status"], claim["demonstration"]) == ("corrected", 0)
    assert (claim["published_at"], claim["decided_at"]) == (
        "2026-03-03T09:30:00Z",
        "2026-03-04T09:30:00Z",
    )
    assert (claim["year"], claim["dates"], claim["quantities"]) == (2025, "2019/2024", "2 times")
    assert (claim["claimant"], claim["claimant_role"]) == ("Ada Quill", "mayor")
    assert (claim["citation_count"], claim["passage_count"]) == (1, 1)
    assert (claim["page_count"], claim["origin_count"], claim["circular_count"]) == (1, 1, 0)
    (page,) = rows(path, f"SELECT * FROM origins WHERE claim = '{ids['budget']}'")
    assert (page["source"], page["origin_number"], page["circular"]) == (ids["page"], 1, None)
    assert page["source_type"] == "unknown"


def test_of_a_withdrawn_claim_only_the_notice_stays(desk, tmp_path):
    desk, ids = desk
    path = built(desk, tmp_path / "public.db")
    (claim,) = rows(path, f"SELECT * FROM claims WHERE id = '{ids['gone']}'")
    said = {name for name, value in claim.items() if value is not None}
    assert said == {
        *("id", "status", "demonstration", "published_at", "decided_at"),
        *("citation_count", "passage_count", "page_count", "origin_count", "circular_count"),
    }
    decisions = rows(path, f"SELECT * FROM decisions WHERE claim = '{ids['gone']}'")
    assert [(d["status"], d["verdict"], d["summary"]) for d in decisions] == [
        ("published", None, None),
        ("withdrawn", None, None),
    ]
    assert decisions[1]["reason"] == "The claim was attributed to the wrong person."
    assert b"harbour" not in path.read_bytes()
    assert b"Withdrawn Speaker" not in path.read_bytes()


SECRETS = {
    "an actor": b"reviewer-one",
    "an actor of a citation": b"reviewer-two",
    "a note": b"ask the legal desk",
    "where a file lay": b"/home/desk",
    "a reason from before publication": b"waiting for the lawyer",
    "an unpublished claimant": b"Unpublished Speaker",
    "an unpublished claim": b"Nine ships",
    "the request to a provider": b"api.php",
    "a provider's query": b"budget doubled",
    "a WARC file": b"warc.gz",
    "a run": b"extract",
    "a secret in an address": b"hunter2",
    "a local file as an address": b"file:",
    "who suggests a stance": b"stance-reader-9",
    "a suggested stance": b"SUPPORTS",
    "the text of a page": b"Spending stood at 410 million in 2019. In 2024 it stood at 660 million, "
    b"an increase of 61 percent. The figures are not adjusted for prices. Homes",
}


@pytest.mark.parametrize("what", SECRETS)
def test_no_byte_of_the_file_holds(desk, tmp_path, what):
    desk, _ = desk
    page = desk.snapshot(text="Other page. Twelve.", url="https://user:hunter2@x.example/p?q=1")
    local = desk.snapshot(text="Local page. Twelve.", url="file:///home/desk/notes.txt")
    document = desk.document(text="Twelve doors. ", url="https://user:hunter2@x.example/a")
    claim = desk.claim(document, "Twelve doors", text="Twelve doors. ")
    desk.event(claim, "published")
    suggested = {"label": "SUPPORTS", "probability": 0.93, "decided_by": "stance-reader-9"}
    desk.evidence(claim, page, "Twelve.", text="Other page. Twelve.", **suggested)
    desk.citation(claim, local, "Twelve.", text="Local page. Twelve.", url="file:///home/desk/n")
    content = built(desk, tmp_path / "public.db").read_bytes()
    assert SECRETS[what] not in content
    assert b"Twelve doors" in content
    assert b"https://x.example/p?q=1" in content


def test_columns_of_the_file_are_those_of_the_list_and_no_other_table_is_there(desk, tmp_path):
    desk, _ = desk
    path = built(desk, tmp_path / "public.db")
    names = {r["name"] for r in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    ours = {n for n in names if not n.startswith(("claims_fts", "sqlite_"))}
    assert ours == set(TABLES)
    columns = {
        (t, r["name"])
        for t in TABLES
        for r in rows(path, f"SELECT name FROM pragma_table_info('{t}')")
    }
    assert {t for t, name in columns if name == "text"} == {"documents"}
    assert not {name for _, name in columns} & {
        *("actor", "note", "origin", "run", "raw_digest", "warc_file", "url_digest", "detail"),
    }
    assert not {name for _, name in columns} & {"probability", "decided_by"}, (
        "a machine's stance is no finding"
    )
    labelled = {
        t
        for t in TABLES
        if rows(path, f"SELECT 1 FROM pragma_table_info('{t}') WHERE name = 'label'")
    }
    assert labelled == {"ratings"}, "as above: only the words of a rating scale are called labels"


def test_a_status_that_the_log_does_not_bear_out_is_not_published(tmp_path):
    desk = Desk(tmp_path / "work.db")
    document = desk.document()
    claim = desk.claim(document, "Nobody objected")
    desk.event(claim, "ready")
    desk.database.execute("UPDATE claims SET status = 'published'")
    assert published(desk.database, tmp_path / "p.db", FACTS)["claims"] == 0
    desk.database.close()


def test_only_the_best_passages_are_shown(tmp_path):
    desk = Desk(tmp_path / "work.db")
    claim = desk.claim(desk.document(), "Nobody objected")
    desk.event(claim, "published")
    text = " ".join(f"Passage number {n} of the page." for n in range(9))
    page = desk.snapshot(text=text)
    for n in range(9):
        desk.evidence(claim, page, f"Passage number {n} of the page.", text=text, rank=9 - n)
    path = built(desk, tmp_path / "public.db")
    found = rows(path, "SELECT rank, exact, prefix FROM passages ORDER BY rank")
    assert [row["rank"] for row in found] == list(range(1, PASSAGES + 1))
    assert found[0]["prefix"].endswith("Passage number 7 of the page. ")
    desk.database.close()


def watched(desk, citation, case):
    """Looks at the page as in `link_looks`, and at its words; the check's own column says another thing."""
    for look in looks(case["looks"]):
        desk._add(
            "link_looks", "l", url=LINK, finding=look.finding.value, http_status=None,
            target_url=look.target_url, snapshot=None, retry_at=None, detail=None, at=look.at,
            run=desk.run,
        )  # fmt: skip
    for day, words in case["words"]:
        desk._add(
            "citation_checks", "k", citation=citation, snapshot=None, link_state="dead",
            passage_state=words, changes="[]", detail="seen by hand", at=on(day), run=desk.run,
        )  # fmt: skip


@pytest.mark.parametrize("case", PUBLIC_STATES, ids=lambda case: case["why"])
def test_page_and_words_are_shown_by_all_looks(desk, tmp_path, case):
    desk, ids = desk
    (citation,) = rows(tmp_path / "work.db", "SELECT id FROM citations")
    watched(desk, citation["id"], case)
    (found,) = rows(built(desk, tmp_path / "public.db"), "SELECT * FROM citations")
    expected = dict(case["expected"])
    for name in ("checked_at", "last_read_at"):
        expected[name] = None if expected[name] is None else on(expected[name])
    assert {name: found[name] for name in expected} == expected
    (item,) = references(desk.database, [ids["budget"]])[0]
    told = expected["link_state"] if case["looks"] else None
    assert item["custom"]["link_state"] == told
    assert is_dead(item) is (told == "dead")


def test_a_demonstration_makes_the_whole_site_one(desk, tmp_path):
    desk, ids = desk
    desk.event(ids["homes"], "published", action="demonstrate", summary="Shown by a program.")
    path = built(desk, tmp_path / "public.db", demonstration="0")
    assert rows(path, "SELECT value FROM site WHERE key = 'demonstration'") == [{"value": "1"}]
    found = rows(path, "SELECT id FROM claims WHERE demonstration = 1")
    assert found == [{"id": ids["homes"]}]


def test_building_twice_gives_the_same_file_and_leaves_nothing_beside_it(desk, tmp_path):
    desk, _ = desk
    folder = tmp_path / "site"
    folder.mkdir()
    first = built(desk, folder / "public.db").read_bytes()
    assert built(desk, folder / "public.db").read_bytes() == first
    assert [p.name for p in folder.iterdir()] == ["public.db"]


def test_an_edition_that_says_nothing_new_stays_as_it_was(desk, tmp_path):
    path = built(desk[0], tmp_path / "public.db")
    first, made = path.read_bytes(), path.stat().st_ino
    later = "2026-03-10T12:00:00Z"
    assert built(desk[0], path, built_at=later).read_bytes() == first
    assert path.stat().st_ino == made
    path = built(desk[0], path, built_at=later, version="0.1.1")
    said = rows(path, "SELECT value FROM site WHERE key = 'built_at'")
    assert said == [{"value": later}]


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM ratings WHERE rowid = (SELECT max(rowid) FROM ratings)",
        "INSERT INTO site VALUES ('zeal', '1')",
        "UPDATE claims SET verdict = 'True'",
        "INSERT INTO claims_fts(claims_fts) VALUES ('delete-all')",
        "DROP TABLE ratings",
        "CREATE TABLE more (one)",
        "DROP INDEX {index}",
    ],
)
def test_a_file_that_somebody_has_changed_is_made_anew(desk, tmp_path, change):
    path = built(desk[0], tmp_path / "public.db")
    first = path.read_bytes()
    index = rows(path, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    with closing(sqlite3.connect(path)) as public:
        public.execute(change.format(index=index[0]["name"]))
        public.commit()
    assert built(desk[0], path).read_bytes() == first


def test_a_file_that_cannot_be_read_to_its_end_is_made_anew(desk, tmp_path):
    path = built(desk[0], tmp_path / "public.db")
    first = path.read_bytes()
    path.write_bytes(first[: len(first) // 2])
    assert built(desk[0], path).read_bytes() == first


def test_who_may_read_the_file_stays_as_it_was(desk, tmp_path):
    path = built(desk[0], tmp_path / "public.db")
    path.chmod(0o604)
    assert built(desk[0], path).stat().st_mode & 0o777 == 0o604


def test_a_failure_leaves_the_old_file_as_it_was(desk, tmp_path):
    desk, _ = desk
    folder = tmp_path / "site"
    folder.mkdir()
    before = built(desk, folder / "public.db").read_bytes()
    with pytest.raises(sqlite3.Error):
        published(desk.database, folder / "public.db", {"built_at": b"\x00bytes"})
    assert (folder / "public.db").read_bytes() == before
    assert [p.name for p in folder.iterdir()] == ["public.db"]


def test_words_can_be_searched(desk, tmp_path):
    desk, ids = desk
    path = built(desk, tmp_path / "public.db")
    sql = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH '{}')"
    assert rows(path, sql.format("doubling")) == [{"id": ids["budget"]}]  # by stem
    assert rows(path, sql.format("ships")) == []


def test_only_a_public_file_is_one(desk, tmp_path):
    desk, _ = desk
    other = tmp_path / "other.db"
    other.write_bytes(b"no database at all, only some bytes" * 40)
    assert is_public(built(desk, tmp_path / "a#b?c%20.db"))
    assert not is_public(tmp_path / "work.db")
    assert not is_public(other)
    assert not is_public(tmp_path / "missing.db")
    assert not is_public(tmp_path)


def test_of_confidential_sources_the_explanation_alone_goes_out(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    secret = {"title": "Leaked memo", "author": "Deep Source", "publisher": "The Ministry"}
    url = "https://leak.example/memo"
    text = "The memo says spending rose by 61 percent, not more. Keep this to yourself."
    memo = desk.snapshot(text, url=url, warc_target_uri=url, **secret)
    copy = desk.snapshot(
        text + " ", url="https://m.example/1", warc_target_uri=url, canonical_url=url, **secret
    )
    told = {"url": url, "confidential": 1, "explanation": "An official who has seen the memo"}
    for snapshot in (memo, copy):
        desk.evidence(ids["budget"], snapshot, "rose by 61 percent", text=text, rank=2)
        desk.evidence(ids["homes"], snapshot, "Keep this to yourself", text=text, rank=2)
    cited = desk.citation(ids["budget"], memo, "spending rose by 61 percent", text=text, **told)
    desk.citation(ids["homes"], memo, "spending rose", text=text, url=url)  # as if it were open
    path = built(desk, tmp_path / "public.db")
    assert rows(path, "SELECT * FROM confidential_sources") == [
        {"claim": ids["budget"], "number": 1, "explanation": told["explanation"]}
    ]
    raw = path.read_bytes()
    for word in (*secret.values(), "leak.example", "m.example", "rose by 61", "yourself"):
        assert word.encode() not in raw, word
    for key in (cited, memo, copy):
        assert key.encode() not in raw
    desk.database.close()


def test_a_citation_that_was_taken_back_does_not_go_out(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    row = next(desk.database.query("SELECT * FROM citations"))
    desk._add(
        "citation_events", "h", citation=row["id"], action="withdrawn", reason="wrong year",
        before=None, actor="reviewer-two", at=row["at"],
    )  # fmt: skip
    path = built(desk, tmp_path / "public.db")
    assert rows(path, "SELECT count(*) n FROM citations") == [{"n": 0}]
    assert b"wrong year" not in path.read_bytes()
    assert rows(path, f"SELECT citation_count n FROM claims WHERE id = '{ids['budget']}'") == [
        {"n": 0}
    ]
    desk.database.close()
