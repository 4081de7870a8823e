"""PDFs: lines to paragraphs, running heads, metadata, and what cannot be read."""

import pytest
from files.pdf_builder import LINES, bomb_pdf, encrypted_pdf, image_only_pdf, pdf
from hypothesis import given
from hypothesis import strategies as st

from claims.model.errors import BadInput
from claims.text.pdf_text import paragraphs, pdf_page

TEXT = (
    "War ends\n\nThe war ended on 15 February 1989 after nearly ten years of fighting. "
    "More than 15,000 Soviet soldiers had died by then.\n\nGeneral Boris Gromov crossed the bridge last.\n"
)


def test_page_with_metadata():
    page = pdf_page(
        pdf(
            info={
                "Title": "The End of the War",
                "Author": "Jane Doe",
                "CreationDate": "D:20210831233000-04'00'",
                "ModDate": "D:202109",
            }
        )
    )
    assert page.text == TEXT
    assert (page.title.value, page.title.where) == ("The End of the War", "pdf Title")
    assert (page.author.value, page.author.where) == ("Jane Doe", "pdf Author")
    assert (page.published.value, page.published.where) == ("2021-08-31", "pdf CreationDate")
    assert page.modified.value == "2021-09"
    assert (page.media_type, page.charset, page.charset_from) == (
        "application/pdf",
        "binary",
        "pdf",
    )


@pytest.mark.parametrize(
    "title", ["", "untitled", "Microsoft Word - report.doc", "report.docx", "x.indd"]
)
def test_titles_made_by_programs_are_passed_over(title):
    page = pdf_page(pdf(info={"Title": title}))
    assert (page.title.value, page.title.where) == ("War ends", "first line")


def test_dateline_is_believed_before_the_creation_date():
    lines = ("War ends", "", "Monday, 5 July 2021", "", *LINES[2:])
    page = pdf_page(pdf([lines], info={"CreationDate": "D:20220101"}))
    assert (page.published.value, page.published.where) == ("2021-07-05", "dateline")


PAGES = [
    (
        [["One line of a sen-", "tence that goes on."]],
        "One line of a sentence that goes on.\n",
        "hyphen undone",
    ),
    (
        [["The Anglo-", "American talks."]],
        "The Anglo-American talks.\n",
        "hyphen before a capital stays",
    ),
    (
        [["The talks 1979-", "1989 failed."]],
        "The talks 1979-1989 failed.\n",
        "dash between numbers stays",
    ),
    ([["One.", "", "Two."]], "One.\n\nTwo.\n", "empty line parts"),
    ([["A sentence that", "", "goes on."]], "A sentence that goes on.\n", "not before lower case"),
    (
        [["A long line that fills the page", "and its end."], ["Then a second page begins here."]],
        "A long line that fills the page and its end.\n\nThen a second page begins here.\n",
        "page ends a paragraph",
    ),
    (
        [["A sentence that begins on one"], ["page and ends on another one."]],
        "A sentence that begins on one page and ends on another one.\n",
        "sentence over two pages",
    ),
    ([[]], "", "nothing"),
]


@pytest.mark.parametrize(("pages", "text", "why"), PAGES, ids=[row[-1] for row in PAGES])
def test_paragraphs(pages, text, why):
    assert paragraphs(pages) == text, why


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        ["The Post", f"Words of page {i} fill the line.", f"Page {i} of 4"] for i in range(1, 5)
    ]
    assert "The Post" not in paragraphs(pages)
    assert "of 4" not in paragraphs(pages)
    assert paragraphs(pages).count("Words of page") == 4


BAD = [
    (encrypted_pdf, "encrypted"),
    (lambda: pdf()[:300], "damaged or truncated"),
    (lambda: b"%PDF-1.7\n" + b"\xff" * 5000, "damaged or truncated"),
    (lambda: b"", "damaged or truncated"),
    (image_only_pdf, "needs OCR first"),
    (lambda: pdf([]), "needs OCR first"),
    (lambda: pdf([("x",)] * 501), "501 pages; the limit is 500"),
    (lambda: bomb_pdf(size=200 << 20), "unpacks to far more"),
]


@pytest.mark.parametrize(("make", "message"), BAD, ids=[message for _, message in BAD])
@pytest.mark.filterwarnings("ignore")
def test_bad_files(make, message):
    with pytest.raises(BadInput, match=message) as caught:
        pdf_page(make())
    assert "\n" not in str(caught.value)


def test_empty_user_password_is_no_obstacle():
    assert pdf_page(encrypted_pdf(password="")).text == TEXT


@pytest.mark.filterwarnings("ignore")
@given(st.lists(st.tuples(st.integers(0, 700), st.binary(max_size=6)), min_size=1, max_size=6))
def test_any_damage_gives_a_page_or_bad_input(damage):
    raw = bytearray(pdf(info={"Title": "War"}))
    for at, patch in damage:
        raw[at : at + len(patch)] = patch
    try:
        assert pdf_page(bytes(raw)).text.strip()
    except BadInput as error:
        assert "PDF" in str(error)  # noqa: PT017 - either outcome is right
