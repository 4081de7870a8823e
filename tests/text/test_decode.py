"""Charsets: the table of cases, and bytes that are no text."""

import codecs
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.model.errors import BadInput
from claims.text.decode import decode

TABLE = Path(__file__).parents[1] / "tables" / "charsets.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}


def _raw(row):
    mark = MARKS[row["codec"]] if row.get("bom") else b""
    return mark + row["text"].encode(row["codec"]) + bytes.fromhex(row.get("append", ""))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    found = decode(_raw(row), http_charset=row.get("http"), markup=row.get("markup", False))
    assert found.text == row.get("reads", row["text"])
    assert (found.charset, found.charset_from) == (row["charset"], row["from"])


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"abc\x00\x01\x02def\x00", "binary"),  # zeros that are no UTF-16
        (bytes(range(1, 9)) * 20, "binary"),  # only control characters, valid UTF-8
        (b"\x00" * 100, "binary"),  # zeros only
        (bytes(range(256)) * 8, "binary"),  # every byte there is
        (b"\xff\xfe\x00\xd8\x00\xd8", "binary"),  # a UTF-16 mark before broken UTF-16
    ],
)
def test_what_is_no_text_is_refused(raw, message):
    with pytest.raises(BadInput, match=message) as caught:
        decode(raw)
    assert "\n" not in str(caught.value)


def test_declaration_past_four_kilobytes_is_not_looked_for():
    page = b"<!--" + b"x" * 5000 + b'--><meta charset="koi8-r"><p>ended'
    assert decode(page, markup=True).charset_from == "utf-8"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_gives_the_same_characters_back(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "big5", "x"]))
def test_any_bytes_give_text_or_bad_input(raw, charset):
    try:
        found = decode(raw, http_charset=charset, markup=True)
    except BadInput:
        return
    assert "\0" not in found.text
    assert "\r\n" not in found.text
