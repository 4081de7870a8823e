"""1,000 hostile strings on their way out: no escape reaches a terminal raw, no cell of CSV is a formula."""

import csv
import io
import json
import unicodedata

import pytest
from attacks import COUNT, attack

from claims.commands.output import Form, emit, emit_one, say
from claims.review.sheet_cells import RUNS, undone

ATTACKS = [attack(number) for number in range(COUNT)]
RECORDS = [{"id": f"c-{n:016x}", "exact": text, "dates": [text], "made": {"by": text}} for n, text in enumerate(ATTACKS)]  # fmt: skip


def raw(text):
    """The signs of a text that act on a terminal instead of showing."""
    joiners = "\u200c\u200d"
    return {
        sign
        for sign in text
        if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} and sign not in f"\n{joiners}"
    }


@pytest.mark.parametrize("how", [Form.TABLE, Form.JSON, Form.NL])
def test_lists_hold_no_sign_that_acts(how, capsys):
    emit(RECORDS, how, columns=("id", "exact", "dates", "made"), empty="")
    printed = capsys.readouterr().out
    assert not raw(printed)
    if how is Form.JSON:
        assert json.loads(printed) == RECORDS


@pytest.mark.parametrize("how", [Form.TABLE, Form.JSON, Form.NL])
def test_single_records_hold_no_sign_that_acts(how, capsys):
    for record in RECORDS:
        emit_one({**record, "evidence": [record]}, how)
    assert not raw(capsys.readouterr().out)


def test_messages_hold_no_sign_that_acts(capsys):
    for text in ATTACKS:
        say(text)
    assert not raw(capsys.readouterr().err)


@pytest.mark.parametrize("terminal", [False, True])
def test_cells_are_no_formulas_and_none_acts_on_a_terminal(terminal, capsys, monkeypatch):
    monkeypatch.setattr("claims.commands.output.is_terminal", lambda: terminal)
    emit(RECORDS, Form.CSV, columns=(), empty="")
    printed = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert not any(cell[:1] in RUNS for row in rows for cell in row.values())
    if terminal:
        assert not raw(printed)
    else:
        assert [undone(row["exact"]) for row in rows] == ATTACKS
