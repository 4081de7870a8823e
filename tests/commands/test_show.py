"""Every record is shown by any beginning of its id: whole as JSON, readable as lines."""

import json
import sys
from pathlib import Path

import pytest
from builders import a_document

from claims.commands.output import Form, emit_one
from claims.model.errors import AmbiguousId, NotFound
from claims.model.ids import PREFIXES, content_id
from claims.steps.listing import everything
from claims.steps.lookup import find_one, table_of
from db import rows

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
import flips  # benchmarks/ stands on no path of the tests

THERE = [letter for table, letter in PREFIXES.items() if table in {*flips.KEPT, "runs", "captures"}]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    edges = flips.a_desk(tmp_path_factory.mktemp("desk"))
    yield edges
    edges.database.close()


@pytest.mark.parametrize("letter", THERE)
def test_any_record_is_shown(desk, capsys, letter):
    (table,) = (name for name, one in PREFIXES.items() if one == letter)
    row = next(rows.select(desk.database, table, limit=1))
    assert find_one(desk.database, f" {row['id'][:12].upper()} ") == row
    shown = everything(desk, table_of(row["id"]), row)
    emit_one(shown, Form.JSON)
    assert json.loads(capsys.readouterr().out)["id"] == row["id"]
    emit_one(shown, Form.TABLE)
    out = capsys.readouterr().out
    assert out.startswith(f"id: {row['id']}\n")
    assert "True" not in out
    assert "False" not in out.replace("Mostly false", "")


def test_the_text_stands_below_in_its_lines(edges, capsys):
    document = a_document(edges.database, "One.\n\nTwo.\n", title="A title")
    emit_one(everything(edges, "documents", document), Form.TABLE)
    assert capsys.readouterr().out.endswith("\ntext\n\nOne.\n\nTwo.\n\n")


def test_a_sentence_is_shown_in_its_words(edges):
    document = a_document(edges.database, "One. Two.\n")
    sentence = {
        "id": content_id("sentences", start=5), "document": document["id"], "ordinal": 2, "start": 5,
        "end": 9, "skip_reason": None, "skip_detail": None, "run": document["run"],
    }  # fmt: skip
    assert everything(edges, "sentences", sentence)["exact"] == "Two."


def test_beginnings_that_fit_many_or_none_are_told(edges):
    for number in range(200):
        a_document(edges.database, f"Text {number}.\n")
    many = next(one for one in "0123456789abcdef" if _count(edges, one) > 6)
    with pytest.raises(AmbiguousId, match=r"(d-[0-9a-f]{16}, ){5}more; give more digits"):
        find_one(edges.database, f"d-{many}")
    with pytest.raises(NotFound, match="check it, or give fewer digits"):
        find_one(edges.database, "d-0123456789abcdef")


def _count(edges, digit):
    return rows.count(edges.database, "documents", where="id LIKE ?", values=[f"d-{digit}%"])
