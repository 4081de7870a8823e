"""What the gate of kept citations sees of all that `check`, `repair` and `uncite` know."""

import pytest
from builders import a_claim
from watched import checked, cited, fresh, html

from claims.health.notices import Told
from claims.identifiers.identifier import Scheme, identifier
from claims.model.citation import CitationRole, Standing
from claims.model.health import NoticeKind, RepairAct
from claims.steps import citation_standing
from claims.steps.cite import Cited, Said
from claims.steps.gates import gate_findings
from claims.steps.references import references
from claims.steps.repair import decide, propose
from claims.steps.transcripts import About, cite_transcript
from claims.steps.uncite import uncite
from db import health

URL = "https://reader.example/2021/soviet-losses"


@pytest.fixture
def claim(at_desk):
    return a_claim(at_desk.database)


def kept(edges, claim):
    (found,) = [one for one in gate_findings(edges, claim) if one.gate.id == "GATE005"]
    return found


def test_words_that_go_hold_it_until_a_copy_is_accepted(at_desk, world, claim):
    citation = cited(at_desk, world, claim=claim)
    assert kept(at_desk, claim).met
    world.answers[URL] = fresh(html("Nothing of it stands here any more, the editors say."))
    world.later(days=8)
    checked(at_desk)
    found = kept(at_desk, claim)
    assert (found.met, found.looked_at) == (
        False,
        f"1 citation; {citation['id']}: the cited words are gone from the live page",
    )
    list(propose(at_desk, [citation], proposed=[], failures=[]))
    (repair,) = health.repairs_of(at_desk.database, citation["id"])
    decide(at_desk, repair, act=RepairAct.ACCEPTED, actor="ada", reason=None)
    assert kept(at_desk, claim).met


def print_cited(edges, claim, quote, about, **said):
    source = Cited(None, None, quote, CitationRole.REFUTES, None, "ada", said=Said("p. 1", **said))
    return cite_transcript(edges, claim, source, about)


def test_print_is_an_origin_and_primary_where_a_person_says_so(at_desk, claim):
    def found(gate):
        (one,) = [one for one in gate_findings(at_desk, claim) if one.gate.id == gate]
        return one.met, one.looked_at

    book = identifier(Scheme.ISBN, "0-306-40615-2")
    print_cited(at_desk, claim, "15,051 men", About("The War", "A. Quill"), identifier=book)
    print_cited(at_desk, claim, "15,052 men", About("The War", "A. Quill"), identifier=book)
    one = "1 independent origin among 2 cited sources"
    assert found("GATE003") == (False, one), "two quotes out of one book"
    paper = About("Losses", None, "The Post", "1990-01-02")
    print_cited(at_desk, claim, "15,051 men", paper, standing=Standing.PRIMARY)
    assert found("GATE003") == (True, "2 independent origins among 3 cited sources")
    assert found("GATE006") == (True, "1 of 1 known primary sources cited")


def test_a_confidential_source_that_is_cited_twice_is_one_and_no_origin(at_desk, claim):
    for quote in ("It was 15,051.", "It was no more."):
        print_cited(at_desk, claim, quote, About(), explanation="An officer of the staff.")
    assert references(at_desk.database, [claim["id"]]) == ([], 1)
    (gate,) = [one for one in gate_findings(at_desk, claim) if one.gate.id == "GATE003"]
    assert gate.looked_at == "0 independent origins among 0 cited sources"


def test_a_look_that_could_not_read_the_page_hides_no_loss(at_desk, world, claim):
    cited(at_desk, world, claim=claim)
    world.answers[URL] = fresh(html("Nothing of it stands here any more, the editors say."))
    world.later(days=8)
    checked(at_desk)
    world.answers[URL] = fresh(html("It is down.", 503))
    world.later(days=8)
    checked(at_desk)
    assert not kept(at_desk, claim).met


def test_a_retracted_work_holds_it(at_desk, world, claim, monkeypatch):
    cited(at_desk, world, claim=claim)
    told = Told(NoticeKind.RETRACTION, "retraction", None, None, None)
    monkeypatch.setattr(citation_standing, "notices_about", lambda *_: (told,))
    assert kept(at_desk, claim).looked_at.endswith("the cited work has a notice: retraction")


def test_what_was_taken_back_is_not_asked(at_desk, world, claim):
    citation = cited(at_desk, world, claim=claim)
    (at_desk.archive / "citetrail-00001.warc.gz").write_bytes(b"lost")
    assert "not in the archive" in kept(at_desk, claim).looked_at
    uncite(at_desk, citation, reason="The copy is lost.", actor="ada")
    assert kept(at_desk, claim).looked_at == "0 citations"
