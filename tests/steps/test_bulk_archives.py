"""Archives to rows: each page with its address and date, and what stands before a break."""

import zipfile

import pytest
from bulk_desk import bulk, rows
from foreign_warc import HEADERS, foreign

pytest.importorskip("pyarrow", reason="the extra [bulk] is not installed")

PAGE = """<html><head><title>Bridge {n}</title></head><body><article><p>The bridge {n} cost {n} million
dollars in 2019, the ministry said.</p><p>It opened in May and carries 12,000 cars a day.</p></article>"""


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def an_archive(numbers):
    """A WARC file with a page each, a style sheet, an error and an empty page."""
    pages = [(f"https://e.example/{n}", "200 OK", PAGE.format(n=n), HEADERS) for n in numbers]
    pages += [
        ("https://e.example/a.css", "200 OK", "p { color: red }", [("Content-Type", "text/css")]),
        ("https://e.example/gone", "404 Not Found", PAGE, HEADERS),
        ("https://e.example/empty", "200 OK", "<script>1</script>", HEADERS),
    ]
    return foreign(
        *[("response", url, status, head, body.encode()) for url, status, body, head in pages]
    )


def test_archives_give_their_pages_with_address_and_date(out, tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(an_archive(range(1, 13)))
    with zipfile.ZipFile(tmp_path / "b.wacz", "w") as wacz:
        wacz.writestr("archive/data.warc.gz", an_archive(range(20, 22)))
    outcome, read = bulk(out, tmp_path / "a.warc.gz", tmp_path / "b.wacz")
    assert (len(read), outcome.totals["documents"]) == (12 + 1 + 2 + 1, 14)
    assert [failure.what.rpartition(": ")[2] for failure in outcome.failures] == [
        "https://e.example/empty"
    ] * 2
    found = [row for row in rows(out, "documents") if row["id"]]
    assert {row["captured"] for row in found} == {"2021-09-02T00:00:00Z"}
    assert {row["url"] for row in found} == {
        f"https://e.example/{n}" for n in [*range(1, 13), 20, 21]
    }
    assert bulk(out, tmp_path / "a.warc.gz", tmp_path / "b.wacz")[1] == []


def test_an_archive_that_breaks_off_keeps_what_stood_before(out, tmp_path):
    whole = an_archive(range(1, 30))
    (tmp_path / "a.warc.gz").write_bytes(whole[: len(whole) // 2])
    outcome, _ = bulk(out, tmp_path / "a.warc.gz")
    assert "breaks off" in outcome.failures[0].why
    assert 10 < outcome.totals["documents"] < 29
    (tmp_path / "a.warc.gz").write_bytes(whole)
    assert bulk(out, tmp_path / "a.warc.gz")[0].totals["documents"] == 29
    assert len(rows(out, "documents")) == 30
