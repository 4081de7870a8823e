"""Whether a citation may be relied on: what gates ask."""

import pytest
from link_looks import QUOTE, looks, words

from claims.health import link_state, passage_history
from claims.health.fitness import fitness
from claims.health.notices import Told
from claims.health.tidings import Stand
from claims.model.health import NoticeKind


@pytest.mark.parametrize(
    ("link", "said", "notices", "archived", "repaired", "fit"),
    [
        ("", "never", (), True, False, True),
        ("", "never", (), False, False, False),
        ("", "never", (), None, False, True),
        ("0a", "present", (), True, False, True),
        ("0a", "moved", (), True, False, True),
        ("0a", "gone", (), True, False, False),
        ("0a", "gone", (), True, True, True),
        ("0a", "In all 13,833 men died in nine years", (), True, False, False),
        ("0a", "In all, 15,051 men died in nine years", (), True, False, True),
        ("0n 3n 6n", "unmeasured", (), True, False, False),
        ("0n 3n 6n", "unmeasured", (), True, True, True),
        ("0n", "unmeasured", (), True, False, True),
        ("0u", "unmeasured", (), True, False, True),
        ("0a", "present", ("retraction",), True, True, False),
        ("0a", "present", ("correction", "concern", "new_version"), True, False, True),
    ],
)
def test_fitness(link, said, notices, archived, repaired, fit):
    stand = Stand(link_state.fold(looks(link)), passage_history.fold(words(said)))
    told = tuple(Told(NoticeKind(one), one, None, None, None) for one in notices)
    found = fitness(QUOTE, stand, told, archived=archived, repaired=repaired)
    assert found.fit is fit, found
    assert found.archived is bool(archived)


NOT_YET = "nobody has looked at the cited page again yet"


@pytest.mark.parametrize(
    ("link", "said", "notices", "archived", "repaired", "against", "beware"),
    [
        ("", "never", (), True, False, [], [NOT_YET]),
        ("", "never", (), False, False, ["the copy that holds the cited words is not in the archive"], [NOT_YET]),
        ("", "never", (), None, False, [], ["no copy of the source is archived: the words are as a person took them down"]),
        ("0a", "present", (), True, False, [], []),
        ("0a", "gone", (), True, False, ["the cited words are gone from the live page"], []),
        ("0a", "gone", (), True, True, [], ["the cited words are gone from the live page"]),
        ("0a", "In all 13,833 men died in nine years", (), True, False, ["the cited words were altered on the live page"], []),
        ("0n 3n 6n", "unmeasured", (), True, False, ["the cited page is dead"], []),
        ("0n 3n 6n", "unmeasured", (), True, True, [], ["the cited page is dead"]),
        ("0u", "unmeasured", (), True, False, [], ["the cited page is unreachable"]),
        ("0a", "present", ("retraction",), True, True, ["the cited work has a notice: retraction"], []),
        ("0a", "present", ("correction", "new_version"), True, False, [], ["the cited work has a notice: correction"]),
    ],
)  # fmt: skip
def test_what_speaks_against_it_and_what_to_know(
    link, said, notices, archived, repaired, against, beware
):
    stand = Stand(link_state.fold(looks(link)), passage_history.fold(words(said)))
    told = tuple(Told(NoticeKind(one), one, None, None, None) for one in notices)
    found = fitness(QUOTE, stand, told, archived=archived, repaired=repaired)
    assert (list(found.against), list(found.beware)) == (against, beware)
