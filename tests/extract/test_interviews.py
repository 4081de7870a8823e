"""What the engine makes of an interview: claims of the one who answers, questions that claim nothing."""

from claims.extract.engine import extract
from claims.model.claim import Attribution, Mode

TEXT = (
    "Wikinews interviews Ann Lee\n\nAnn Lee, the mayor of Kerwick, spoke with Wikinews in May 2020.\n\n"
    "((WN))  Tell us about the bridge.\n\n((Ann Lee))  The bridge was built in 1999. We have two cranes.\n\n"
    "((WN))  You said the mill closed in 2018. In 2016, Kerwick had 40,000 people. Who left?\n\n"
    "((Ann Lee))  Reuters reported that 900 people left in 2019."
)
FOUND = extract(TEXT, document="d-1", published="2020-06-01", run="r-1")


def claim(words):
    return next(c for c in FOUND.claims if words in c.exact)


def test_an_answer_is_credited_to_who_gives_it():
    assert (claim("1999").claimant, claim("two cranes").claimant) == ("Ann Lee", "Ann Lee")


def test_the_label_shows_who_speaks_and_is_no_part_of_the_claim():
    at = TEXT.index("((Ann Lee))")
    label = Attribution("((Ann Lee))", Mode.DIRECT, at, at + len("((Ann Lee))"), role=None)
    assert (claim("1999").exact, claim("1999").attribution) == (
        "The bridge was built in 1999",
        label,
    )


def test_an_answer_is_worded_as_what_somebody_said():
    assert claim("1999").claim_text == "[Ann Lee said:] “The bridge was built in 1999”"


def test_what_an_interviewer_tells_is_not_the_answerers():
    assert claim("40,000").claimant is None


def test_what_a_question_recalls_was_said_by_who_is_asked():
    assert claim("mill closed").claimant == "Ann Lee"


def test_an_answer_may_pass_on_what_another_said():
    assert claim("900 people").claimant == "Reuters"


def test_the_introduction_keeps_the_articles_own_voice():
    assert claim("spoke with").claimant is None


def test_questions_are_skipped_as_questions():
    asked = [
        s
        for s in FOUND.sentences
        if TEXT[s.start : s.end].rstrip().endswith(("Who left?", "the bridge."))
    ]
    assert [s.skip_reason.value for s in asked] == ["question", "question"]


def test_what_an_answer_passes_on_with_the_speaker_in_it_is_told_as_the_speakers_words():
    text = (
        "Ann Lee, the mayor, spoke with the Post.\n\n((Post)) Who wrote?\n\n"
        "((Ann Lee)) Bo Chan wrote to my office in 2016 and paid 40 crowns."
    )
    found = extract(text, document="d-1", published="2020-06-01", run="r-1")
    last = found.claims[-1]
    assert (last.claimant, last.claim_text) == (
        "Ann Lee",
        "[Ann Lee said:] “[Bo Chan wrote to my office in 2016 and] paid 40 crowns”",
    )
    first = found.claims[-2]
    assert (first.claimant, first.claim_text) == (
        "Bo Chan",
        "[Ann Lee said:] “Bo Chan wrote to my office in 2016”",
    )
