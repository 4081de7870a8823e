"""`export web-annotation` and `import` as a user runs them."""

import json

from builders import a_claim, a_snapshot

from db.connection import open_database

URL = "https://example.org/page"


def test_annotations_go_out_and_come_in_and_failures_are_named(citetrail, tmp_path):
    database = open_database(tmp_path / "citetrail.db")
    claim = a_claim(database)["id"]
    a_snapshot(database, URL, "😃 In all, 15,051 soldiers died.")
    database.close()
    quote = {"type": "TextQuoteSelector", "exact": "15,051 soldiers died"}
    notes = [{"target": {"source": url, "selector": quote}} for url in (URL, "https://b.example/")]
    (tmp_path / "notes.json").write_text(json.dumps(notes))
    done = citetrail(
        "import", "notes.json", "--claim", claim, "--role", "supports", "--as", "ada", "--json"
    )
    assert (done.code, [row["exact"] for row in done.json()]) == (3, ["15,051 soldiers died"])
    assert done.err.startswith("Failed: annotation 2: no readable copy")
    out = citetrail("export", "web-annotation")
    (tmp_path / "out.jsonld").write_text(out.out)
    assert out.json()["first"]["items"][0]["target"]["selector"][1]["start"] == 11
    again = citetrail("import", "out.jsonld", "--as", "ada", "--json")
    assert (again.code, [row["id"] for row in again.json()]) == (
        0,
        [row["id"] for row in done.json()],
    )
    lines = citetrail("export", "web-annotation", claim, "--nl")
    assert [json.loads(line)["type"] for line in lines.out.splitlines()] == ["Annotation"]


def test_a_file_without_annotations_ends_with_one_line(citetrail, tmp_path):
    (tmp_path / "a.json").write_text("{}")
    done = citetrail("import", "a.json")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert citetrail("export", "nothing-of-the-kind").code == 2
