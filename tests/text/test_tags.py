"""What belongs to a post's words and what stands around them; capitals read as small letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.shouting import calm, is_shouted
from claims.text.tags import post_words
from claims.text.unseen import without_unseen


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Two men died.", "Two men died."),
        ("RT @ann: Two men died.", "Two men died."),
        ("RT @ann Two men died.", "Two men died."),
        (".@ann @bob Two men died.", "Two men died."),
        ("@ann reports that two men died.", "@ann reports that two men died."),
        ("RT @ann: two men died", "two men died"),
        ("Two men died. #Kabul", "Two men died."),
        ("Two men died in #Kabul.", "Two men died in #Kabul."),
        ("Two men died in #Kabul", "Two men died in #Kabul"),
        ("Two men died in Kabul #news #war", "Two men died in Kabul"),
        ("Two men died https://t.co/x1y2", "Two men died"),
        ("Two men died 🎉🎉 pic.twitter.com/x1", "Two men died"),
        ("#news #war", ""),
        ("🎉", ""),
        ("RT @ann:", ""),
        ("", ""),
        (" \n", ""),
        ("RT", ""),
        ("- Two men died", "Two men died"),
        ("2. Two men died.", "Two men died."),
        ("(3) Two men died.", "Two men died."),
        ("—", "—"),
        ("He wrote to ann@example.org", "He wrote to ann@example.org"),
    ],
)
def test_post_words(post, words):
    assert post_words(post).of(post) == words


@given(st.lists(st.sampled_from(["RT", "@ann", "#a", "https://t.co/x", "🎉", "died", "Two", ".", ":"])).map(" ".join) | st.text())  # fmt: skip
def test_the_words_lie_in_the_post(post):
    span = post_words(post)
    assert 0 <= span.start <= span.end <= len(post)
    assert span.of(post) == span.of(post).strip()


@pytest.mark.parametrize(
    ("text", "calmed"),
    [
        ("THE MAYOR LEFT THE TOWN.", "The mayor left the town."),
        ("“THE MAYOR LEFT THE TOWN.”", "“The mayor left the town.”"),
        ("THE ARMY LEFT ÇANKIRI ON 5 MAY.", "The army left çankiri on 5 May."),
        ("THE ARMY LEFT İZMİR ON MONDAY.", "The army left İzmİr on Monday."),  # length before looks
        ("The FBI and the CIA met.", "The FBI and the CIA met."),
        ("NATO, EU, UN, WHO, OECD", "NATO, EU, UN, WHO, OECD"),
        ("STOP", "STOP"),
    ],
)
def test_calm(text, calmed):
    assert calm(text) == calmed
    assert is_shouted(text) == (text != calmed)


@given(st.text())
def test_signs_nobody_sees_become_blanks(text):
    seen = without_unseen(text)
    assert len(seen) == len(text)
    assert all(b in {a, " "} for a, b in zip(text, seen, strict=True))


@given(st.text() | st.text(alphabet="THEISAßİŉ ."))
def test_calming_keeps_every_place(text):
    assert len(calm(text)) == len(text)
    assert calm(text).lower().split() == text.lower().split()
