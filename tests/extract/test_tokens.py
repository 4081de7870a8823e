"""Words, marks and quotations with their places."""

from claims.extract.grammar.tokens import quote_spans, tokens


def test_words_keep_their_places():
    text = "It’s 15,000 – “yes”."
    assert all(text[t.start : t.end] == t.text for t in tokens(text))
    assert [t.lower for t in tokens(text)][:2] == ["it's", "15,000"]


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“He left.\n“He came back.” Then"
    assert [s.of(text) for s in quote_spans(text)] == ["“He left.", "“He came back.”"]


def test_straight_marks_open_and_close_in_turn():
    text = 'a "b" c "d"'
    assert [s.of(text) for s in quote_spans(text)] == ['"b"', '"d"']


def test_a_quotation_without_end_runs_to_the_end():
    assert [s.of("say “no") for s in quote_spans("say “no")] == ["“no"]


def test_a_closing_mark_without_an_opening_one_is_nothing():
    assert quote_spans("no” more") == ()


def test_the_marks_of_other_countries():
    text = "„b“, «c», »d«, 「e」, „f” and » g"
    assert [s.of(text) for s in quote_spans(text)] == ["„b“", "«c»", "»d«", "「e」", "„f”"]


def test_two_hyphens_are_one_dash():
    assert [t.text for t in tokens("TOKYO -- It fell")] == ["TOKYO", "--", "It", "fell"]
