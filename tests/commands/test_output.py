"""Records are printed as they come, and the bytes are those of printing them all at once."""

import csv
import io
import json

import pytest

from claims.commands import output
from claims.commands.output import Form, emit

RECORDS = [
    {"id": "c-1", "exact": "a\n“b”\u2028", "dates": ["2019"], "claimant": None},
    {"id": "c-2", "exact": "", "dates": [], "claimant": {"name": "x", "more": [1, {}]}},
    {"id": "c-3", "exact": "[b]c[/b]", "dates": [], "claimant": "Ann"},
]
COLUMNS = ("id", "exact")


def printed(capsys, records, how):
    assert emit(iter(records), how, columns=COLUMNS, empty="Nothing.") == len(records)
    return capsys.readouterr()


@pytest.mark.parametrize("number", [0, 1, 3])
def test_an_array_is_that_of_the_json_library(capsys, number):
    whole = json.dumps(RECORDS[:number], ensure_ascii=False, indent=2)
    whole = whole.replace("\u2028", "\\u2028")  # which acts on a terminal
    assert printed(capsys, RECORDS[:number], Form.JSON).out == whole + "\n"


def test_csv_has_all_fields_or_the_columns_alone(capsys):
    read = list(csv.reader(io.StringIO(printed(capsys, RECORDS, Form.CSV).out)))
    assert read[0] == list(RECORDS[0])
    assert [row[0] for row in read[1:]] == ["c-1", "c-2", "c-3"]
    assert printed(capsys, [], Form.CSV).out == "id,exact\n"


def test_a_long_table_has_one_header_and_straight_columns(capsys, monkeypatch):
    rows = [{"id": f"c-{n}", "kind": "event", "exact": f"words {n}"} for n in range(7)]
    columns = ("id", "kind", "check_worthiness", "exact")
    emit(rows, Form.TABLE, columns=columns, empty="")
    whole = capsys.readouterr().out
    monkeypatch.setattr(output, "BLOCK", 3)
    emit(rows, Form.TABLE, columns=columns, empty="")
    assert capsys.readouterr().out == whole
    assert len(whole.splitlines()) == 8


def test_an_empty_table_is_words_on_stderr(capsys):
    said = printed(capsys, [], Form.TABLE)
    assert (said.out, said.err) == ("", "Nothing.\n")


def test_a_table_is_printed_where_the_terminal_has_no_width(capsys, monkeypatch):
    usual = printed(capsys, RECORDS, Form.TABLE).out
    for width in ("0", "00"):
        monkeypatch.setenv("COLUMNS", width)
        assert printed(capsys, RECORDS, Form.TABLE).out == usual
