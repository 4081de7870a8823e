"""A sound ClaimReview, and JSON values of every sort around its names."""

from hypothesis import strategies as st

SOUND = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example/check/1",
    "claimReviewed": "The city budget has doubled in five years",
    "datePublished": "2026-03-03",
    "author": {"@type": "Organization", "name": "Example Desk", "url": "https://desk.example/"},
    "itemReviewed": {
        "@type": "Claim",
        "text": "the budget has doubled in five years",
        "author": {"@type": "Person", "name": "Ada Quill", "sameAs": "https://wiki.example/Q1"},
        "datePublished": "2025-11-02",
        "appearance": {"@type": "NewsArticle", "url": "https://paper.example/a"},
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Mostly false",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    },
}

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *SOUND,
                    "name",
                    "alternateName",
                    "ratingValue",
                    "bestRating",
                    "worstRating",
                    "text",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)
