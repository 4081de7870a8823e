"""Voices over a whole article."""

from claims.extract.article import read_article
from claims.extract.speakers.voices import find_speakers


def voices(text):
    return find_speakers(read_article(text, published=None))


def test_a_pronoun_means_the_person_last_spoken_of():
    found = voices("Mayor Ann Lee quit. Minister Bo Chan stayed. He said it was late.")
    assert [c.speaker for c in found.voices[2].cues] == ["Bo Chan"]


def test_they_means_the_body_last_heard():
    found = voices("The bank said it was sold. They said no more.")
    assert [c.speaker for c in found.voices[1].cues] == ["The bank"]


def test_a_pronoun_without_anybody_before_it_is_nobody():
    assert voices("He said it was late.").voices[0].cues == ()


def test_he_is_sure_only_when_one_person_was_named_before():
    one = voices("Mayor Ann Lee quit. She left.")
    two = voices("Mayor Ann Lee met Minister Bo Chan. She left.")
    assert (one.voices[1].person, two.voices[1].person) == ("Ann Lee", None)


def test_a_quotation_has_the_speaker_of_the_cue_behind_it():
    assert voices("“It fell. Nobody saw it,” Ann Lee said.").by_quote == ["Ann Lee"]


def test_a_quotation_far_from_any_cue_has_no_speaker():
    text = "Ann Lee said “no” again.\n\nIt fell.\n\nIt rose.\n\nThe sign reads “open”."
    assert voices(text).by_quote == ["Ann Lee", None]


def test_stray_marks_before_a_pronoun_are_no_part_of_it():
    found = voices("Mayor Ann Lee quit. , She said it was late.")
    assert [c.speaker for c in found.voices[-1].cues] == ["Ann Lee"]
