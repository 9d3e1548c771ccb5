"""The lists of keys, words and codes: complete, nothing more, and current."""

from __future__ import annotations

import pytest

from eremun.diagnostics.codes import CODES
from tests.language import lists
from tests.language.examples import Lang
from tests.language.key_texts import PLACES, Place
from tests.language.readers import accepted
from tests.language.word_texts import WORDS, Words

ACCEPTED = accepted()


def test_every_place_that_reads_keys_is_described_and_no_other() -> None:
    described = [reader for place in PLACES for reader in place.reads]
    assert sorted(described) == sorted(ACCEPTED)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.written.replace(" ", ""))
def test_every_key_that_is_accepted_is_described_and_no_other(place: Place) -> None:
    for reader in place.reads:
        assert set(place.keys) == ACCEPTED[reader], reader


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.title[1].replace(" ", "-"))
def test_every_word_is_described_and_no_other(words: Words) -> None:
    assert set(words.words) == words.known
    assert [word for word, (written, _) in words.words.items() if not _shows(word, written)] == []


def _shows(word: str, written: str) -> bool:
    """Whether the way a word is written has the word; units without one, and a plain row count, need none."""
    return word in written or word in ("number", "persen", "unique", "paid", "default")


@pytest.mark.parametrize("lang", lists.PAGES)
def test_the_page_is_current(lang: Lang) -> None:
    """`python -m tests.language` makes it again."""
    assert lists.PAGES[lang].read_text(encoding="utf-8") == lists.page(lang)


@pytest.mark.parametrize("lang", lists.PAGES)
def test_every_code_is_listed(lang: Lang) -> None:
    page = lists.PAGES[lang].read_text(encoding="utf-8")
    assert [code for code, entry in CODES.items() if f"\n| {code} | {entry.slug} | " not in page] == []


def test_texts_are_whole_in_both_languages() -> None:
    texts = [both for place in PLACES for both in (place.title, *place.keys.values())]
    texts += [both for words in WORDS for both in (words.title, *(said for _, said in words.words.values()))]
    assert [both for both in texts if not all(text and "|" not in text for text in both)] == []
