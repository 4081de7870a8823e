"""A table out to a spreadsheet and back: what Excel and LibreOffice do to it changes nothing."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from builders import a_claim, a_document

from claims.model.errors import BadInput
from claims.model.review import Action, Status
from claims.review.deeds import Deed, edit, flag
from claims.review.fields import JUDGEMENT, STATEMENTS
from claims.review.sheet import COLUMNS, EDITED, read_sheet
from claims.review.sheet_cells import ACTING, RUNS, neutral, undone
from claims.steps.review import review, standing_of
from claims.steps.sheets import export_csv, import_csv
from db import reviews, rows

TABLE = Path(__file__).parents[1] / "tables" / "sheets.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
JUDGED = {"verdict": "False", "summary": "=1+1 “no”", "limits": "Cash only.\nNot in 2020."}


@pytest.fixture
def claim(edges):
    document = a_document(edges.database, "Zwölf Schiffe kamen. It rained.\n")
    row = a_claim(edges.database, document, "Zwölf Schiffe", dates=["2021-08-31"],
                  claim_text="12 ships came in.")  # fmt: skip
    a_claim(edges.database, document, "It rained")
    review(edges, row, Deed(Action.DECIDE, "ada", Status.SECOND_READER, changes=JUDGED))
    review(edges, row, edit("ada", {"claimant": "Jiří"}, "Named further down."))
    review(edges, row, Deed(Action.COMMENT, "ada", reason="Hm."))
    return rows.get(edges.database, "claims", row["id"])


def exported(edges, tmp_path):
    report = export_csv(edges, tmp_path / "desk", rows.select(edges.database, "claims"))
    assert report["claims"] == 2
    text = (tmp_path / "desk/claims.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def saved(table, form):
    """The rows as a spreadsheet saves them."""
    names = form.get("only") or list(COLUMNS)
    if form.get("order") == "reversed":
        names.reverse()
    own = [form["own"]] if "own" in form else []
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=form.get("delimiter", ","),
        lineterminator=form.get("lines", "\n"),
        quoting=csv.QUOTE_ALL if form.get("quoting") == "all" else csv.QUOTE_MINIMAL,
    )
    head = [*names, *own]
    if form.get("header") == "titled":
        head = [name.replace("_", " ").title() for name in head]
    writer.writerow(head)
    for row in table:
        writer.writerow([*(row[name] for name in names), *("mine" for _ in own)])
    for _ in range(form.get("blank", 0)):
        writer.writerow(["" for _ in head])
    first = form["first"] + form.get("lines", "\n") if "first" in form else ""
    return (first + out.getvalue()).encode(form.get("encoding", "utf-8-sig"), "replace")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_what_a_spreadsheet_gives_back(edges, claim, tmp_path, case):
    table = exported(edges, tmp_path)
    (mine,) = (row for row in table if row["id"] == claim["id"])
    cells = dict(case.get("cells", {}))
    if cells.get("id") == "upper":
        cells["id"] = f" {claim['id'].upper()} "
    mine |= cells
    raw = saved(table, case.get("form", {}))
    wish = {"actor": "bob", "reason": case.get("reason")}
    events = rows.count(edges.database, "review_events")
    dry = import_csv(edges, raw, dry_run=True, **wish)
    assert rows.count(edges.database, "review_events") == events, "a dry run writes nothing"
    done = import_csv(edges, raw, dry_run=False, **wish)
    assert (done.changed, done.failures) == (dry.changed, dry.failures)
    if "refused" in case:
        (failure,) = done.failures
        assert case["refused"] in failure.why
        assert rows.count(edges.database, "review_events") == events
        return
    assert done.failures == []
    assert {one["field"] for one in done.changed} - {"reason", "comment"} == set(case["changes"])
    standing = standing_of(edges.database, claim["id"])
    for name, value in case["changes"].items():
        held = standing.status.value if name == "status" else standing.fields.get(name)
        assert held == value, name
    if case["changes"]:
        last = reviews.of_claim(edges.database, claim["id"])[-1]
        assert (last["action"], last["actor"]) == ("import", "bob")
    assert ("note" in case) == (
        rows.count(edges.database, "review_events", where="action = 'comment'") == 2
    )


def test_reading_the_same_table_twice_is_refused_the_second_time(edges, claim, tmp_path):
    table = exported(edges, tmp_path)
    next(row for row in table if row["id"] == claim["id"])["limits"] = "None."
    raw = saved(table, {})
    assert len(import_csv(edges, raw, actor="bob", reason=None, dry_run=False).changed) == 1
    again = import_csv(edges, raw, actor="bob", reason=None, dry_run=False)
    assert (again.changed, len(again.failures)) == ([], 1)


def test_a_claim_in_two_rows_is_refused_and_the_rest_goes_on(edges, claim, tmp_path):
    table = exported(edges, tmp_path)
    mine = next(row for row in table if row["id"] == claim["id"])
    done = import_csv(
        edges, saved([mine, mine, *table[1:]], {}), actor="b", reason=None, dry_run=False
    )
    assert [one.what for one in done.failures] == ["row 3"]
    assert done.unchanged == 2


@pytest.mark.usefixtures("claim")
def test_the_package_describes_its_table(edges, tmp_path):
    exported(edges, tmp_path)
    about = json.loads((tmp_path / "desk/datapackage.json").read_text())
    (resource,) = about["resources"]
    assert [one["name"] for one in resource["schema"]["fields"]] == list(COLUMNS)
    assert all(one["description"] for one in resource["schema"]["fields"])
    assert resource["bytes"] == (tmp_path / "desk/claims.csv").stat().st_size
    assert set(EDITED) < set(COLUMNS)


@pytest.mark.parametrize("sign", RUNS)
def test_no_cell_is_run_and_every_text_comes_back(sign):
    for text in (sign, f"{sign}1+1", f"'{sign}x", f"''{sign}", f" {sign}"):
        cell = neutral(text)
        assert cell[0] not in RUNS
        assert undone(cell) == text


TYPED = "\x9b=1+1 \u202eevil\u2066 {}"
LOUD = "\x1b[31m=1+1\x9b2J\u202eevil\u2066\r\nnext\x00 {}"


def test_no_sign_that_acts_is_in_any_column_and_a_table_as_it_came_changes_nothing(edges, tmp_path):
    document = a_document(edges.database, LOUD.format("It rained.") + "\n",
                          title=LOUD.format("title"), published="2021")  # fmt: skip
    row = a_claim(edges.database, document, LOUD.format("It rained"))
    judged = {name: TYPED.format(name) for name in (*JUDGEMENT[1:], *STATEMENTS)}
    review(edges, row, Deed(Action.DECIDE, "ada", Status.IN_PROGRESS, changes=judged))
    words = {name: TYPED.format(name) for name in ("claim_text", "claimant")}
    review(edges, row, edit("ada", words, "Found."))
    review(edges, row, flag("ada", "legal", TYPED.format("flag")))
    export_csv(edges, tmp_path / "desk", rows.select(edges.database, "claims"))
    raw = (tmp_path / "desk/claims.csv").read_bytes()
    text = raw.decode("utf-8-sig")
    assert not ACTING.search(text.replace("\r\n", "\n"))
    (mine,) = csv.DictReader(io.StringIO(text, newline=""))
    assert {name for name in COLUMNS if "evil" in mine[name]} == {
        "article_title", "sentence", "exact", "flags", *judged, *words,
    }  # fmt: skip
    assert not any(cell.lstrip()[:1] in "=+@" for cell in mine.values() if cell)
    done = import_csv(edges, raw, actor="bob", reason=None, dry_run=False)
    assert (done.changed, done.failures, done.unchanged) == ([], [], 1)


WRONG = [
    ("", "has no column id"),
    ("a,b\n1,2\n", "has no column id"),
    ("id\nc-1\n", "has no column last_seq"),
    ("id,last_seq,status,status\nc-1,1,new,new\n", "the column status is there twice"),
    ("id,last_seq\nc-1,1,loose\n", "row 2 has more cells than there are columns"),
    ("id,last_seq\n" + "x" * 300_000 + ",1\n", "the table cannot be read"),
]


@pytest.mark.parametrize(("text", "words"), WRONG, ids=[words for _, words in WRONG])
def test_what_is_no_table_of_ours_is_named(text, words):
    with pytest.raises(BadInput, match=words):
        read_sheet(text)
