"""A long lead cut to what tells the story."""

import pytest
from patience import takes_within

from claims.extract.wording.leads import LONGEST, shortened

REST = " and the county road that leads from there to the old harbour of Port Selby and on to the coast"


@pytest.mark.parametrize(
    ("lead", "short"),
    [
        ("A bridge fell in Leeds", "A bridge fell in Leeds"),
        (
            f"A road bridge collapsed near the town of Harrowby on Saturday, blocking the river{REST}",
            "A road bridge collapsed near the town of Harrowby on Saturday",
        ),
        (
            f"A road bridge collapsed near the town of Harrowby on Saturday due to a flood of the river{REST}",
            "A road bridge collapsed near the town of Harrowby on Saturday",
        ),
        (f"The mayor of the old town of Harrowby, an engineer by training, led the river{REST}", None),
        (f"The mayor of Harrowby said on Saturday the bridge in the town, an old one, led the river{REST}", None),
        (f"A car, which was the property of the old bank of Harrowby, in red, and the river{REST}", None),
        (f"A road bridge collapsed near Harrowby (a town in the hills, where the river{REST})", None),
        (f"A road bridge collapsed near the town of Harrowby on the river{REST}", None),
        # a clause that leads on to its main clause tells nothing alone
        (f"As the water slowly went down on the coast of Harrowby, rescue workers found the river{REST}", None),
        # what a study shows is its point
        (f"A study of the mills of Harrowby was published, showing that the old ones had spoiled the river{REST}", None),
        # a list is not cut
        (f"A flaw in a program of the county of Harrowby left the wages, bank notes and names of the river{REST}", None),
        # a subject is not cut from its verb by an aside, nor "decided" from what was decided
        (f"The canal was opened to traffic yesterday after the Lime Star, one of the largest ships, was freed{REST}", None),
        (f"The people of the old town of Harrowby decided on Sunday, in a show of hands, that the river{REST}", None),
        (f"The Court of Harrowby issued an opinion on the suspension — prorogation — of the river{REST}", None),
    ],
)  # fmt: skip
def test_shortened(lead, short):
    assert shortened(lead) == short
    assert short is None or len(short) <= LONGEST


@pytest.mark.parametrize("piece", ["a, ", "In a, ", "fell, ", "( ", "– "])
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    assert takes_within(1, shortened, piece * (10_000 // len(piece)))
