"""The two pages: the same structure, the same examples, each of which does what the page says."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from eremun.diagnostics.codes import CODES
from eremun.values.rounding import MODES, round_to
from tests.language.examples import PAGES, Example, Lang, blocks_of, examples, sections
from tests.language.running import failures, message, said_of, warned_of_in_vain

EXAMPLES = {lang: examples(lang) for lang in PAGES}
CODE = re.compile(r"\b[ENW]\d{3}\b")
COMMENT = re.compile(r"\s*#.*")
MODE_ROW = re.compile(r"^\| `(\w+)` \| [^|]+\| (-?\d+) \| (-?\d+) \| (-?\d+) \|$", re.MULTILINE)
SAID: dict[Lang, dict[str, str]] = {
    "id": {"refused": " (salah)", "warned": " (diperingatkan)", "here": " (hanya untuk bagian ini)"},
    "en": {"refused": " (wrong)", "warned": " (warned of)", "here": " (for this section only)"},
}
HALVES = (Fraction(5, 2), Fraction(-5, 2), Fraction(7, 2))


def text_of(lang: Lang) -> str:
    return PAGES[lang].read_text(encoding="utf-8")


def cases() -> list[object]:
    return [pytest.param(place, id=one.title.replace(" ", "-")) for place, one in enumerate(EXAMPLES["id"])]


def mistakes() -> list[object]:
    return [
        pytest.param(place, number, id=f"{mistake.file}-{mistake.codes[0]}")
        for place, example in enumerate(EXAMPLES["id"])
        for number, mistake in enumerate(example.mistakes)
    ]


# What the examples do


@pytest.mark.parametrize("place", cases())
def test_the_pack_so_far_makes_sense_and_its_tests_pass(place: int) -> None:
    assert failures(EXAMPLES["id"][place]) == []


def test_what_is_accepted_is_not_warned_of() -> None:
    assert warned_of_in_vain(EXAMPLES["id"][-1]) == []


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize(("place", "number"), mistakes())
def test_a_mistake_gives_the_code_and_the_message_that_the_page_shows(lang: Lang, place: int, number: int) -> None:
    mistake = EXAMPLES[lang][place].mistakes[number]
    said = said_of(mistake)
    assert said is not None
    assert {one.code for one in said.diagnostics} == set(mistake.codes)
    if mistake.shown is not None:
        assert message(said, lang).rstrip() == mistake.shown


@pytest.mark.parametrize("lang", PAGES)
def test_every_block_is_an_example(lang: Lang) -> None:
    blocks = [mark.split() for mark, _ in blocks_of(text_of(lang))]
    assert [
        mark for mark in blocks if mark not in (["text"],) and (mark[0] not in ("yaml", "csv") or len(mark) < 2)
    ] == []
    shown = [one for example in EXAMPLES[lang] for one in example.mistakes if one.shown is not None]
    assert blocks.count(["text"]) == len(shown)


def test_every_file_of_the_pack_that_has_rules_is_tried() -> None:
    untried = [example.title for example in EXAMPLES["id"] if _adds_rules(example) and not example.tests]
    assert untried == []


def _adds_rules(example: Example) -> bool:
    return any("rules:" in content for name, content in example.files.items() if name not in _before(example))


def _before(example: Example) -> set[str]:
    place = EXAMPLES["id"].index(example)
    return set(EXAMPLES["id"][place - 1].files) if place else set()


@pytest.mark.parametrize("lang", PAGES)
def test_the_table_of_modes_is_right(lang: Lang) -> None:
    rows = MODE_ROW.findall(text_of(lang))
    assert {mode for mode, *_ in rows} == set(MODES)
    for mode, *shown in rows:
        assert [int(one) for one in shown] == [round_to(half, Fraction(1), mode) for half in HALVES]


# Two pages, one content


def test_the_pages_have_the_same_sections_codes_and_tables() -> None:
    for (title, one), (_, other) in zip(*(sections(text_of(lang)) for lang in PAGES), strict=True):
        assert sorted(set(CODE.findall(one))) == sorted(set(CODE.findall(other))), title
        assert one.count("\n|") == other.count("\n|"), title


def test_the_pages_have_the_same_examples() -> None:
    indonesian, english = ([(m, c) for m, c in blocks_of(text_of(lang)) if m != "text"] for lang in PAGES)
    assert [(m, COMMENT.sub("", c)) for m, c in english] == [(m, COMMENT.sub("", c)) for m, c in indonesian]


@pytest.mark.parametrize("lang", PAGES)
def test_codes_named_exist(lang: Lang) -> None:
    assert set(CODE.findall(text_of(lang))) <= set(CODES)


@pytest.mark.parametrize("lang", PAGES)
def test_the_name_of_a_file_stands_above_its_block(lang: Lang) -> None:
    """Where the page is shown, the marks of its blocks are not."""
    lines = text_of(lang).splitlines()
    marks = [(place, line.split()) for place, line in enumerate(lines) if line.startswith(("```yaml ", "```csv "))]
    said = SAID[lang]
    how = [(place, mark, said.get(mark[2], "") if len(mark) > 2 else "") for place, mark in marks]
    assert [mark for place, mark, words in how if lines[place - 2] != f"`{mark[1]}`{words}"] == []


@pytest.mark.parametrize("lang", PAGES)
def test_every_section_is_in_the_contents(lang: Lang) -> None:
    contents = text_of(lang).split("\n## ")[0]
    assert [title for title, _ in sections(text_of(lang)) if f"[{title}](#" not in contents] == []
