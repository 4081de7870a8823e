"""What kind of piece a clause is, and what of its sentence completes it."""

import pytest

from claims.extract.wording.fragments import main_after, rest_of, shape_of


@pytest.mark.parametrize(
    ("clause", "shape"),
    [
        ("The mill fell", "whole"),
        ("NASA pays for 12 flights", "whole"),  # "pays" is in no list of verbs
        ("The deal covers 301 shops", "whole"),
        ("in 2018, the firm closed a mill", "whole"),
        ("In 1971 the firm closed a mill", "whole"),
        ("Mohammed Lime, a baker", "phrase"),  # no verb in "ed"
        ("a mill which fell", "phrase"),
        ("a former baker", "phrase"),
        ("a sum that had gone into their pockets", "phrase"),
        ("a charge that the firm denied", "phrase"),
        ("the claim that the mill fell was false", "whole"),
        ("The end of that year saw the mill close", "whole"),
        ("Some 15,000 Cuban troops, airlifted by Moscow", "phrase"),
        ("Lorvia, landlocked since its coast broke away in 1993", "phrase"),
        ("The mill, built in 1900, closed in May", "whole"),
        ("On 11 January 2013, as columns moved south", "opening"),
        ("On 11 January 2013, as columns moved south, jets struck", "whole"),
        ("who fell", "relative"),
        ("in which 12 men died", "relative"),
        ("the hottest day there since records began in 1965", "phrase"),
        ("up 22% from 2022, according to data tabled in March", "phrase"),
        ("a day after the auditor lodged a complaint", "adjunct"),
        ("the mill fell after it was hit", "whole"),
        ("was sold", "predicate"),
        ("later closed the mill", "predicate"),
        ("killing 12", "adjunct"),
        ("built in 1871", "adjunct"),
        ("located off the road", "adjunct"),
        ("because the pitch was wet", "adjunct"),
        ("if the sale fails", "adjunct"),
        ("After the mill fell", "opening"),
        ("Elected in 1996", "opening"),
        ("Born in Leeds in 1950", "opening"),
    ],
)
def test_shapes(clause, shape):
    assert shape_of(clause).value == shape


@pytest.mark.parametrize(
    ("before", "host", "subject"),
    [
        ("The firm closed two mills and ", "The firm closed two mills and", "The firm"),
        (
            "The firm closed two mills and sold one, and ",
            "The firm closed two mills and sold one, and",
            "The firm",
        ),
        ("Ann Lee said the mill fell and ", "Ann Lee said the mill fell and", None),
        ("The mill that Bo built fell and ", "The mill that Bo built fell and", None),
        ("The mill fell, the bank failed and ", "The mill fell, the bank failed and", None),
        ("Ann Lee, a baker, ", None, "Ann Lee"),
        ("In a statement, Ann Lee, a baker, ", None, "Ann Lee"),
        ("While ", None, None),
        (
            "The record stands at 46.78 seconds and ",
            "The record stands at 46.78 seconds and",
            None,
        ),  # "stands" is in no list of verbs
        ("He said “the mill ", None, None),
        ("The mill fell " * 40, None, None),
        ("", None, None),
    ],
)
def test_what_stands_before(before, host, subject):
    rest = rest_of(before)
    assert (rest.host, rest.subject) == (host, subject)


@pytest.mark.parametrize(
    ("after", "main"),
    [
        (", the mill was sold.", "the mill was sold"),
        (" the mill was sold.", None),
        (", he said “no.", None),
        (", fell.", None),
    ],
)
def test_the_main_clause(after, main):
    assert main_after(after) == main
