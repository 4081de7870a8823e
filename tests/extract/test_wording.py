"""Claims in words that stand alone, or why not."""

import pytest

from claims.extract.wording import NOT_WHOLE, Background, reword

DATED = Background(dated=(("on Saturday", "2021-08-28"),))


@pytest.mark.parametrize(
    ("clause", "background", "text"),
    [
        ("The bridge fell", Background(), "The bridge fell."),
        ("more than 40 men died", Background(), "More than 40 men died."),
        ("He fell", Background(person="Ann Lee"), "[Ann Lee] fell."),
        ("His car fell", Background(person="Bo Chan"), "[Bo Chan’s] car fell."),
        ("In 2013, he fell", Background(person="Bo Chan"), "In 2013, [Bo Chan] fell."),
        ("The bridge fell on Saturday", DATED, "The bridge fell on Saturday [2021-08-28]."),
        ("who fell", Background(subject="Ann Lee"), "[Ann Lee] fell."),
        ("opened a mill", Background(subject="Ann Lee", bare=True), "[Ann Lee] opened a mill."),
        (
            "the mill fell",
            Background(claimant="the bank"),
            "The mill fell [according to the bank].",
        ),
        ("I left", Background(claimant="Ann Lee", quoted=True), "[Ann Lee said:] “I left”"),
        ("because the pitch was wet", Background(), "The pitch was wet."),
        ("the mill , sadly , fell", Background(), "The mill, sadly, fell."),
        (
            "This week the mill fell",
            Background(dated=(("This week", "2021-W01"),)),
            "[2021-W01] the mill fell.",
        ),
    ],
)
def test_settled(clause, background, text):
    assert reword(clause, background) == (text, None)


@pytest.mark.parametrize(
    ("clause", "background", "why"),
    [
        ("He fell", Background(), "who “he” is"),
        ("It fell", Background(), "what “it” refers to"),
        ("In May they fell", Background(), "what “they” refers to"),
        ("which fell", Background(subject="Lime"), None),  # "who" and "which" take a given subject
        ("whose car fell", Background(subject="Bo"), "what “whose” refers to"),
        ("opened a mill", Background(bare=True), "whose act this is"),
        ("injuring three people", Background(), NOT_WHOLE),
        ("around the town was seen", Background(), NOT_WHOLE),
        ("if the mill fell", Background(), NOT_WHOLE),
        ("a former baker", Background(), NOT_WHOLE),
    ],
)
def test_unsettled(clause, background, why):
    text, ambiguous = reword(clause, background)
    assert ambiguous == why
    assert (text is None) == (why is not None)
