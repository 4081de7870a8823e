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
        ("[Ann Lee] said he fell", False, None),
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
