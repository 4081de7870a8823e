"""Who says a clause and what stands in it."""

from claims.extract.article import read_article
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.model.span import Span


def settled(text, words):
    article = read_article(text, published="2021-08-31")
    speakers = find_speakers(article)
    at = text.index(words)
    i = next(i for i, s in enumerate(article.sentences) if s.start <= at < s.end)
    span = article.sentences[i].trim(text)
    place = Place(span, span.of(text), speakers.voices[i], ())
    return credit_of(article, speakers, place, Span(at, at + len(words)))


def test_the_cue_in_the_clause():
    setting, credit = settled("Ann Lee said 40 men died.", "Ann Lee said 40 men died")
    assert (credit.who, setting.has_cue, setting.strong_numbers) == ("Ann Lee", True, 1)


def test_a_quotation_without_a_cue_has_the_speaker_of_the_quotation():
    setting, credit = settled("Ann Lee said “it fell. It was old.”", "It was old")
    assert (credit.who, credit.cue, setting.quoted) == ("Ann Lee", None, True)


def test_a_source_is_no_speaker_of_words():
    setting, _ = settled("According to the bank, it fell.", "it fell")
    assert (setting.attributed, setting.sourced) == (True, True)


def test_an_age_is_no_point_of_a_claim():
    setting, _ = settled("The 44-year-old baker fell.", "The 44-year-old baker fell")
    assert (setting.numbers, setting.strong_numbers) == (1, 0)
