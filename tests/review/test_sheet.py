"""A reviewed table to rows that know their number in the spreadsheet, which messages name."""

import pytest

from claims.review.sheet import read_sheet

TABLE = "id,last_seq,summary\nc-1,4,So.\nc-2,4,Not so.\n"


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        (TABLE, [2, 3], "the header is the first row"),
        (f"sep=,\n{TABLE}", [3, 4], "a first row for Excel counts as well"),
        (TABLE.replace("So.", '"So.\nIndeed."'), [2, 3], "a cell of two lines lies in one row"),
    ],
)
def test_rows_know_their_number(text, numbers, why):
    rows, _ = read_sheet(text)
    assert [row.number for row in rows] == numbers, why
