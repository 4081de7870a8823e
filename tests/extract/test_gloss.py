"""Words put into a text."""

import pytest

from claims.extract.wording.gloss import Gloss, How, put_in
from claims.extract.wording.loose_ends import loose_end

HE = Gloss(0, 2, "Ann Lee")
LEE = Gloss(7, 10, "Ann", How.BEFORE)
DAY = Gloss(14, 20, "May 3", How.AFTER)


@pytest.mark.parametrize(
    ("glosses", "plain", "text"),
    [
        ([], False, "He met Lee on Monday."),
        ([HE], False, "[Ann Lee] met Lee on Monday."),
        ([LEE, DAY], False, "He met [Ann] Lee on Monday [May 3]."),
        ([LEE, DAY], True, "He met Ann Lee on Monday (May 3)."),
        ([HE, HE], False, "[Ann Lee] met Lee on Monday."),  # what overlaps is left out
    ],
)
def test_put_in(glosses, plain, text):
    assert put_in("He met Lee on Monday.", glosses, plain=plain) == text


@pytest.mark.parametrize(
    ("text", "settled", "why"),
    [
        ("[Ann Lee] said she fell", False, None),
        ("[Ann Lee] said he fell", False, "who “he” is"),
        ("[Lea Lime] said he fell", False, None),
        ("Singer, actor, and advocate Doris Lime died at her home", False, None),
        ("President Lime appointed Emily Dale to her post", False, None),
        ("Ann Lee claimed Ann Lee left, and then she fell", False, None),
        ("Officers shot him", False, "who “him” is"),
        ("The judge, Lea Lime, agreed with him", False, "who “him” is"),
        ("Colin Dale’s wife left him", False, None),
        ("Bo Lind told Luis Ferro's brother that he fell", False, "who “he” is"),
        ("Peter Marsh, who met Colin Dale, said he fell", False, None),
        ("[The watchdog] fined it 1 million", False, "what “it” refers to"),
        ("The court made it clear that 12 fell", False, None),
        ("The head, Rui Sena, said half of them fell", False, "what “them” refers to"),
        ("Doctors said half of them fell", False, None),
        ("Unless they pay, they must leave", False, "what “they” refers to"),
        ("Most of it fell", False, "what “it” refers to"),
        ("“He fell,” said Ann Lee", False, "who “he” is"),
        ("The mill and its roof fell", False, None),
        ("The nurse said she fell", False, None),
        ("Henry I fell", False, None),
        ("I fell", False, "who “i” is"),
        ("“I fell,” said Ann", False, None),
        ("It is clear that 12 fell", False, None),
        ("This fell", True, "what “this” refers to"),
        ("This mill fell", True, None),
        ("This mill fell", False, "what “this” refers to"),
        ("This week it fell", False, None),
        ("Others fell", True, "what “others” refers to"),
        ("The latter was sold", True, "what “the latter” refers to"),
        ("In his speech, Ann Lee won", False, None),
    ],
)
def test_loose_ends(text, settled, why):
    assert loose_end(text, settled=settled) == why
