"""What the words around a clause settle; seen in the wording of whole articles."""

import pytest

from claims.extract.engine import extract


def texts(article):
    found = extract(article, document="d-1", published="2021-08-31", run="r-1")
    return [c.claim_text for c in found.claims]


@pytest.mark.parametrize(
    ("article", "last"),
    [
        # a predicate takes the subject of the clause before it
        ("The Lime Company closed two mills and opened a third in Leeds.", "[The Lime Company] opened a third in Leeds."),
        # not when that clause reports somebody's words: the subject may be another, so the clause itself stays
        ("Ann Lee said the mill fell and was sold in May.", "[Ann Lee said the mill fell and] was sold in May [2021]."),
        # nor when it holds a second verb
        ("The Wall that Ann Lee built fell and killed two men.", "[The Wall that Ann Lee built fell and] killed two men."),
        # "who" takes the person right before it
        ("The prize went to the baker Ann Lee, who runs a mill in Leeds.", "[Ann Lee] runs a mill in Leeds."),
        # and never a place
        ("The talks took place in Lime Harbour, who knows why in May.", None),
        # "she" is the only person of the sentence before
        ("Mayor Ann Lee won. She was born in Leeds.", "[Ann Lee] was born in Leeds."),
        ("Mayor Ann Lee met Minister Bo Chan. She was born in Leeds.", None),
        # "he said" is the claimant
        ("Mayor Ann Lee won. She said the mill fell.", "[Ann Lee] said the mill fell."),
    ],
)  # fmt: skip
def test_only_what_is_sure_is_put_in(article, last):
    assert texts(article)[-1] == last
