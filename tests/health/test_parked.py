"""Parked domains are known by their seller, their words or their source; pages about them are not."""

import pytest
from patience import takes_within

from claims.health.parked import SOURCES, parked, shown_words

URL = "https://lost.example/2021/a"


@pytest.mark.parametrize(
    "text",
    [
        "lost.example is for sale",
        "LOST.COM may be for sale. Make an offer!",
        "This domain name is available for purchase.",
        "Buy this domain",
        "This domain has expired. Renew it now.",
        "This page is parked free, courtesy of a registrar",
        "Diese Domain steht zum Verkauf",
        "Ce nom de domaine est à vendre",
        "Este dominio está en venta",
        "Domein te koop",
    ],
)
def test_words_of_sellers(text):
    assert parked(URL, URL, "", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The estate is for sale, the council said.",
        "The house at the corner may be for sale soon.",
        "He bought the domain in 1066 and held it.",
        "This domain is for sale. " + "The history of names on the net is long. " * 40,
        "Related links. Privacy policy. The mayor spoke of losses.",
    ],
)
def test_words_of_others(text):
    assert parked(URL, URL, "", text) is None


@pytest.mark.parametrize("mark", SOURCES)
def test_sources_of_parking_services(mark):
    assert parked(URL, URL, f"<html><script>{mark.upper()}</script>", "")


def test_a_seller_is_known_by_its_address_unless_it_is_cited_itself():
    assert parked(URL, "https://sedo.com/search/details/?domain=lost.example", "", "")
    assert (
        parked("https://dan.com/blog/names", "https://dan.com/blog/names", "", "Ten names.") is None
    )
    assert parked(URL, "https://notsedo.com/x", "", "") is None
    assert parked(URL, "https://[broken", "", "") is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>Buy<br>this", "Buy this"),
        ("<script>var a='<b>'</script>domain", "domain"),
        ("<STYLE>p{}</STYLE><p>domain", "domain"),
        ("<p>open <script>never closed", "open"),
        ("cut <b", "cut"),
    ],
)
def test_what_a_page_without_an_article_shows(source, words):
    assert shown_words(source) == words


@pytest.mark.parametrize(
    "piece", ["<script", "<", "</script", "<style>", "<script></script>", "İ<b>"]
)
def test_hostile_sources_take_no_time(piece):
    assert takes_within(0.7, shown_words, piece * (400_000 // len(piece)))
