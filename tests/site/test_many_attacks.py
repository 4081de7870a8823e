"""1,000 hostile strings, each in every text column of a public file: all of them stay text."""

import sqlite3
from contextlib import closing

import pytest
from attacks import COUNT, attack
from page_reader import Reader
from public_site import Site, run

from claims.site.serve import datasette_for
from db.public import create, finish
from db.public_rows import slug
from db.public_schema import TABLES


def row(columns, number, keys):
    """A row with the attack in every text column that is no key or word of the program."""
    found = []
    for column in columns.replace("\n", " ").split(","):
        words = column.split()
        if len(words) < 2 or words[1] not in {"TEXT", "INTEGER", "REAL"}:
            continue
        name = words[0]
        value = attack(number) if words[1] == "TEXT" else number % 5
        found.append((name, keys.get(name, value)))
    return dict(found)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "public.db"
    with closing(sqlite3.connect(path)) as public:
        create(public)
        for number in range(COUNT):
            claim, source = f"c-{number:016x}", f"s-{number:016x}"
            document = f"d-{number:016x}"
            keys = {"claim": claim, "source": source, "document": document, "status": "published"}
            for table, columns in TABLES.items():
                if table in {"claimants", "tallies", "notice_changes"}:
                    continue
                ids = {"claims": claim, "sources": source, "documents": document}
                own = {**keys, "id": ids.get(table, f"n-{table}-{number}")}
                if table == "claims":
                    own |= {"claim": attack(number), "claimant_slug": slug(attack(number))}
                    own |= {"demonstration": 0, "year": 2000 + number % 9}
                if table == "citations":
                    own["role"] = ("supports", "refutes", "context")[number % 3]
                values = row(columns, number, own)
                marks = ", ".join(f":{name}" for name in values)
                public.execute(
                    f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", values
                )
        finish(public)
    datasette = datasette_for(path)
    run(datasette.invoke_startup())
    return Site(datasette, {})


def test_no_claim_page_of_a_thousand_holds_markup_or_a_link_of_another_scheme(many):
    for number in range(COUNT):
        answer = many.get(f"/claim/c-{number:016x}")
        assert answer.status_code == 200, number
        page = Reader(answer.text)
        assert not page.open, number
        assert not {"img", "svg", "textarea", "iframe"} & set(page.elements), number
        assert page.elements.count("script") <= 1, number
        for tag, name, value in page.attributes:
            assert not name.startswith("on"), (number, tag, name)
            if name in {"href", "src", "action"}:
                assert value.startswith(("/", "#", "http://", "https://", "mailto:")), (
                    number,
                    value,
                )
                assert not value.startswith("//"), (number, value)
        loose = [t for t in page.text if "\u202e" in t and t not in page.fenced]
        assert loose == [], number


@pytest.mark.browser
def test_no_script_runs_on_lists_tables_and_pages(many, serve, visit):
    address = serve(many)
    page, complaints = visit()
    lists = [f"/public/claims?_page={n}" for n in range(1, COUNT // 20 + 1, 4)]
    tables = [f"/public/{t}?_size=100" for t in TABLES if t != "claims"]
    some = [f"/claim/c-{n:016x}{end}" for n in range(0, COUNT, 25) for end in ("", "/embed")]
    others = [f"/document/d-{n:016x}" for n in range(0, COUNT, 100)]
    for path in ("/", "/corrections", "/method", "/figures", *lists, *tables, *some, *others):
        answer = page.goto(address + path)
        assert answer.status == 200, path
        assert complaints == [], path
        assert (
            page.evaluate("document.querySelectorAll('main script, [onerror], [onload]').length")
            == 0
        )
