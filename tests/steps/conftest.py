"""A desk that watches pages of a small world, for the steps that look at them."""

import pytest
from watched import World, desk


@pytest.fixture
def world():
    return World()


@pytest.fixture
def at_desk(edges, world):
    return desk(edges, world)
