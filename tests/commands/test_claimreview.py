"""ClaimReview at the command line: import, lint, export and match, with their exit codes."""

import json
from xml.etree import ElementTree as ET

import pytest
from foreign_reviews import SOUND
from public_desk import FACTS, ordinary_desk, published

ATOM = "{http://www.w3.org/2005/Atom}"
ANNOTATION = {"type": "Annotation", "target": {"source": "https://a.example/", "selector": []}}


@pytest.fixture
def write(tmp_path):
    def file(name, value):
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return name

    return file


def bare(**change):
    return {k: v for k, v in {**SOUND, **change}.items() if v is not None}


def test_import_says_what_came_and_ends_with_3_when_some_was_malformed(citetrail, write):
    done = citetrail("import", write("a.json", [SOUND, bare(url=None)]), "--json")
    assert done.code == 3
    assert [row["change"] for row in done.json()] == ["new", "malformed"]
    assert "CR009 /url: no address; kept as j-" in done.err
    assert "1 malformed, 1 new" in done.err
    again = citetrail("import", "a.json", "--json")
    assert (again.code, again.json()) == (3, [])
    assert "2 known" in again.err
    shown = citetrail("show", done.json()[0]["id"])
    assert "Mostly false" in shown.out


def test_a_dry_run_leaves_no_rows(citetrail, write):
    done = citetrail("import", write("a.json", SOUND), "--dry-run", "--nl")
    assert done.code == 0
    assert "Would be: 1 new" in done.err
    assert citetrail("import", "a.json").err.startswith("1 new")


def test_import_reads_standard_input_and_says_what_it_cannot_read(citetrail, write):
    assert citetrail("import", "-", stdin=json.dumps(SOUND).encode()).code == 0
    done = citetrail("import", write("b.json", {"nothing": 1}))
    assert (done.code, done.err) == (1, "Error: b.json: holds no ClaimReview\n")
    done = citetrail("import", "missing.txt")
    assert (done.code, "no such file" in done.err, "add" in done.err) == (1, True, False)


def test_annotations_are_still_cited(citetrail, write):
    done = citetrail("import", write("c.jsonld", ANNOTATION))
    assert done.code == 1
    assert "ClaimReview" not in done.err
    assert citetrail("import", "c.jsonld", "--dry-run").code == 2
    assert citetrail("import", "-", stdin=json.dumps(ANNOTATION).encode()).err == done.err


def test_lint_ends_with_1_or_3_when_a_required_rule_is_broken(citetrail, write):
    assert citetrail("lint", write("good.json", SOUND)).code == 0
    done = citetrail("lint", write("bad.json", bare(url="/1")), "--csv")
    assert done.code == 1
    assert done.out.splitlines()[0] == "object,rule,severity,pointer,detail,asks_for"
    assert "breaks CR010" in done.err
    assert citetrail("lint", write("both.json", [SOUND, bare(url=None)])).code == 3


@pytest.mark.parametrize(
    ("name", "says"),
    [("nofile.json", "no such file"), ("b.json", "b.json: holds no ClaimReview")],
)
def test_lint_of_what_holds_nothing_prints_its_error_alone(citetrail, write, name, says):
    write("b.json", {"nothing": 1})
    done = citetrail("lint", name)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert says in done.err
    assert citetrail("lint", name, "--json").out == "[]\n"


def test_export_prints_what_can_stand_in_a_page_and_lints_it(citetrail, tmp_path):
    desk, ids = ordinary_desk(tmp_path / "citetrail.db")
    published(desk.database, tmp_path / "public.db", {**FACTS, "desk": "A </script> desk"})
    desk.database.close()
    done = citetrail("export", "claimreview")
    assert done.code == 0
    assert "--site" in done.err, "said, since addresses of this machine are of no use elsewhere"
    assert done.json()[0]["url"].startswith("http://127.0.0.1:8001/claim/")
    site = ("--site", "https://checks.example")
    done = citetrail("export", "claimreview", *site)
    assert done.code == 0
    assert "</script>" not in done.out
    (review,) = done.json()
    assert review["author"]["name"] == "A </script> desk"
    assert "published without ClaimReview" in done.err
    lines = citetrail("export", "claimreview", "--nl", *site).out.splitlines()
    assert [json.loads(line) for line in lines] == [review]
    assert citetrail("export", "claimreview", ids["homes"], *site).code == 1
    linted = citetrail("export", "claimreview", "--lint", "--json", *site)
    assert linted.code == 0, "no required rule is broken"
    assert {row["rule"] for row in linted.json()} == {"CR017", "CR102"}


def test_export_prints_the_feed_of_the_site(citetrail, tmp_path):
    assert "citetrail publish" in citetrail("export", "atom").err
    desk, ids = ordinary_desk(tmp_path / "citetrail.db")
    published(desk.database, tmp_path / "public.db", FACTS)
    desk.database.close()
    done = citetrail("export", "atom", "--site", "https://checks.example/")
    assert (done.code, done.err) == (0, "")
    feed = ET.fromstring(done.out)
    entries = [one.findtext(f"{ATOM}id") for one in feed.findall(f"{ATOM}entry")]
    assert f"https://checks.example/claim/{ids['budget']}" in entries
    one = ET.fromstring(citetrail("export", "atom", ids["budget"]).out)
    assert len(one.findall(f"{ATOM}entry")) == 1


def test_match_prints_pairs(citetrail, write, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Losses\n\nMore than 15,000 Soviet soldiers died in Afghanistan, the general said.\n"
    )
    assert citetrail("add", "a.txt").code == 0
    assert citetrail("extract", CITETRAIL_ENGINE="rules").code == 0
    assert citetrail("match").err == "No matches.\n"
    citetrail(
        "import",
        write(
            "r.json",
            bare(claimReviewed="15,000 Soviet soldiers died in Afghanistan", itemReviewed=None),
        ),
    )
    (row,) = citetrail("match", "--json").json()
    assert (row["kind"], row["relation"], row["rating"]) == ("fact_check", "same", "Mostly false")
    assert row["why"]
    table = citetrail("match").out
    assert (row["match"] in table, row["match"][:10] in table) == (False, True), "as everywhere"
    assert citetrail("match", "--csv").out.startswith("claim,kind,match,relation,score,why,text,")


@pytest.mark.parametrize("wanted", ["claimreview", "atom"])
def test_what_is_not_published_yet_is_said_to_be_missing(citetrail, wanted):
    done = citetrail("export", wanted)
    assert done.code == 1
    assert "public.db is not there; build it with: citetrail publish" in done.err
