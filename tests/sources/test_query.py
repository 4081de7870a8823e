import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sources.query import DISPUTING, against, key_terms, queries

ROWS = [
    ("names, numbers and content words stay, the rest goes",
     "More than 15,000 Soviet soldiers died.", ("15,000", "Soviet", "soldiers", "died")),
    ("possessives are the name itself", "Putin’s envoy met Ghani's men",
     ("Putin", "envoy", "met", "Ghani", "men")),
    ("a word counts once, in whatever case", "War is war", ("War",)),
    ("hyphenated words are one", "a pro-Taliban rally", ("pro-Taliban", "rally")),
    ("nothing to search for", "It was what it was.", ()),
    ("no letters at all", "… — !", ()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "terms"), ROWS)
def test_key_terms(why, text, terms):
    found = key_terms(text)
    if why.startswith("hyphenated"):
        assert {t.lower() for t in found} == {t.lower() for t in terms}, why
    else:
        assert found == terms, why


def test_queries_go_from_narrow_to_wide():
    phrases = queries("Moscow had opened negotiations with the Taliban as early as 2018")
    sizes = [len(p.split()) for p in phrases]
    assert sizes == sorted(sizes, reverse=True)
    assert "2018" in phrases[0].split()
    assert phrases[-1] == "Moscow Taliban"


def test_the_year_of_a_date_is_searched_for():
    assert "1989" in queries("Gromov crossed the bridge", dates=["1989-02-15"])[0].split()


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_gives_distinct_short_phrases(text, dates):
    phrases = queries(text, dates=dates)
    assert len(set(phrases)) == len(phrases) <= 3
    assert all(p and len(p.split()) <= 7 for p in phrases)


@given(st.text(max_size=200))
def test_phrases_against_keep_what_a_claim_is_about(text):
    own = queries(text)
    found = against(own)
    assert len(set(found)) == len(found) == (len(DISPUTING) if own else 0)
    assert all(one.rpartition(" ")[0] in own for one in found)
