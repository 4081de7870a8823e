"""JSON lines out of files of any length: numbers that count every line, and no line without end."""

import gzip
import io
import os
import sys

import pytest

from claims.files import records
from claims.model.errors import BadInput


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.jsonl"


@pytest.mark.parametrize("zipped", [False, True])
def test_lines_have_the_numbers_of_the_file(path, zipped):
    raw = b'\n{"a": 1}\r\n   \n{"b": 2}\n{"c": 3}'
    path.write_bytes(gzip.compress(raw[:9]) + gzip.compress(raw[9:]) if zipped else raw)
    assert list(records.json_lines(path)) == [(2, b'{"a": 1}'), (4, b'{"b": 2}'), (5, b'{"c": 3}')]


def test_a_line_that_is_too_long_is_passed_over(path, monkeypatch):
    monkeypatch.setattr(records, "LONGEST", 10)
    path.write_bytes(b"x" * 100 + b"\n" + b"y" * 9 + b"\n" + b"z" * 11)
    assert list(records.json_lines(path)) == [(1, None), (2, b"y" * 9), (3, None)]


def test_how_much_was_read_is_told(path):
    path.write_bytes(b'{"a": 1}\n' * 5)
    told = []
    assert len(list(records.json_lines(path, watch=told.append))) == 5
    assert told == [9, 18, 27, 36, 45]


def test_standard_input_may_be_zipped(monkeypatch):
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(b"{}\n{}\n"))))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert list(records.json_lines(None)) == [(1, b"{}"), (2, b"{}")]


def test_what_cannot_be_read_is_one_line(path, tmp_path):
    os.mkfifo(tmp_path / "pipe.jsonl")
    path.write_bytes(gzip.compress(b"{}\n" * 1000)[:-20])
    cases = {
        path: "breaks off",
        tmp_path / "none.jsonl": "no such file",
        tmp_path: "cannot be read",
    }
    for given, words in {**cases, tmp_path / "pipe.jsonl": "a pipe"}.items():
        with pytest.raises(BadInput, match=words):
            list(records.json_lines(given))
