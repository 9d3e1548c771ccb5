"""Examples of a page: its fenced blocks, put together to a pack that grows from section to section.

Marks: `yaml FILE` and `csv FILE` (a file that stays), `yaml FILE here` (for this section only), `yaml FILE refused CODE…`
(laid over what stands so far, it is refused with these codes, for the month `YYYY-MM` where one is named), `yaml FILE warned
CODE…` (so laid, it is warned of), `text` (the message of the block before it, in the language of the page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
Lang = Literal["id", "en"]
PAGES: dict[Lang, Path] = {"id": ROOT / "docs" / "bahasa-aturan.md", "en": ROOT / "docs" / "rule-language.md"}
FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
MONTH = re.compile(r"\d{4}-\d{2}")
WARNED = "warned"
MISTAKEN = ("refused", WARNED)
Files = dict[str, str]


@dataclass(frozen=True)
class Mistake:
    """A pack with a mistake in a file, what is to be said of it, and the message the page shows (None: it shows none)."""

    files: Files
    file: str
    warned: bool
    codes: tuple[str, ...]
    period: str | None
    shown: str | None


@dataclass(frozen=True)
class Example:
    """What stands at the end of a section: the pack, the names of the section's own test files, mistakes on the way."""

    title: str
    files: Files
    tests: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = field(default=())


def blocks_of(text: str) -> list[tuple[str, str]]:
    """(mark, content) of every fenced block."""
    return FENCE.findall(text)


def sections(text: str) -> Iterator[tuple[str, str]]:
    """(title, text) of every section; what stands before the first is none."""
    pieces = HEADING.split(text)[1:]
    return zip(pieces[::2], pieces[1::2], strict=True)


def examples(lang: Lang) -> list[Example]:
    """The examples of a page, one for each section that has any."""
    found: list[Example] = []
    kept: Files = {}
    for title, text in sections(PAGES[lang].read_text(encoding="utf-8")):
        blocks = blocks_of(text)
        if any(mark.split()[:1] == ["yaml"] for mark, _ in blocks):
            found.append(_example(title, blocks, kept))
    return found


def _example(title: str, blocks: list[tuple[str, str]], kept: Files) -> Example:
    """The example of a section; what stays of it is added to `kept`."""
    here: Files = {}
    mistakes: list[Mistake] = []
    tests: list[str] = []
    for place, (mark, content) in enumerate(blocks):
        kind, *words = mark.split()
        if kind not in ("yaml", "csv"):
            continue
        file, *how = words
        if how and how[0] in MISTAKEN:
            mistakes.append(_mistake({**kept, **here, file: content}, file, how, blocks[place + 1 :]))
            continue
        assert how in ([], ["here"]), f"{title}: a block of no known mark, {mark}"
        (here if how else kept)[file] = content
        tests += [file] if file.startswith("tests/") else []
    return Example(title, {**kept, **here}, tuple(tests), tuple(mistakes))


def _mistake(files: Files, file: str, words: list[str], following: list[tuple[str, str]]) -> Mistake:
    codes = tuple(word for word in words[1:] if not MONTH.fullmatch(word))
    period = next((word for word in words if MONTH.fullmatch(word)), None)
    shown = following[0][1].rstrip("\n") if following and following[0][0] == "text" else None
    return Mistake(files, file, words[0] == WARNED, codes, period, shown)


def write(files: Files, folder: Path, tests: tuple[str, ...] = ()) -> Path:
    """The pack as a folder, with those of its tests."""
    for name, content in files.items():
        if name.startswith("tests/") and name not in tests:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
