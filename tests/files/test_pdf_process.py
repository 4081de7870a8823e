"""PDFs in a process of their own: the same pages, and limits that hold."""

import os
import time

import pytest
from files.pdf_builder import bomb_pdf, encrypted_pdf, image_only_pdf, pdf

from claims.files.pdf_process import pdf_page_limited
from claims.model.errors import BadInput
from claims.text.pdf_text import pdf_page


def test_same_page_as_without_a_fence():
    raw = pdf(info={"Title": "The End — “of” the War", "CreationDate": "D:20210831"})
    assert pdf_page_limited(raw) == pdf_page(raw)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (encrypted_pdf, "encrypted"),
        (lambda: pdf()[:400], "damaged or truncated"),
        (image_only_pdf, "no text layer: needs OCR first"),
        (bomb_pdf, "unpacks to far more"),
        (lambda: b"%PDF-1.7\n" + os.urandom(5000), "damaged or truncated"),
    ],
    ids=["encrypted", "truncated", "image only", "bomb", "noise"],
)
def test_bad_files(make, message):
    with pytest.raises(BadInput, match=message) as caught:
        pdf_page_limited(make())
    assert "\n" not in str(caught.value)


def test_time_limit():
    slow = pdf([("many words on a line",) * 3000] * 300)
    start = time.monotonic()
    with pytest.raises(BadInput, match="more than 1 s"):
        pdf_page_limited(slow, seconds=1)
    assert time.monotonic() - start < 15


def test_memory_limit():
    with pytest.raises(BadInput, match=r"memory|stopped the PDF reader"):
        pdf_page_limited(pdf([("words " * 10,) * 1000] * 200), memory=48 * 1024 * 1024)


def test_environment_of_the_user_does_not_reach_the_worker(monkeypatch):
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PYTHONINSPECT", "1")
    assert "15,000" in pdf_page_limited(pdf()).text


def test_works_from_any_folder(monkeypatch, tmp_path):
    """A module of the user's in the current folder must not be loaded instead of ours."""
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    assert "15,000" in pdf_page_limited(pdf()).text
