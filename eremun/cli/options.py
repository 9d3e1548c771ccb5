"""What verbs share: the language of the screen, the form of what is printed, words in two languages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from eremun.diagnostics.diagnostic import Refused
from eremun.diagnostics.langs import LANGS, Lang

Format = Literal["text", "json"]


def value_of(option: str, words: Sequence[str]) -> str | None:
    """What the last `--option value` or `--option=value` says; None where it does not stand."""
    found = None
    for place, word in enumerate(words):
        if word == option and place + 1 < len(words):
            found = words[place + 1]
        elif word.startswith(option + "="):
            found = word[len(option) + 1 :]
    return found


_WORDS: list[str] = []


def remember(words: Sequence[str]) -> None:
    """The words of the command: help and messages need language and form before anything has been understood."""
    _WORDS[:] = words


def chosen_lang() -> Lang:
    """`--lang`, else EREMUN_LANG, else Bahasa Indonesia; a language there is not counts as none."""
    asked = (value_of("--lang", _WORDS), os.environ.get("EREMUN_LANG"))
    return next((lang for word in asked for lang in LANGS if lang == word), "id")


def chosen_format() -> Format:
    """`--format`, else text."""
    return "json" if value_of("--format", _WORDS) == "json" else "text"


def say(indonesian: str, english: str) -> str:
    """The one of the two that the screen is to show."""
    return english if chosen_lang() == "en" else indonesian


BETWEEN = "\x1f"


def both(indonesian: str, english: str) -> str:
    """A text of an option, which is written before the language is known; `--help` shows one of the two."""
    return indonesian + BETWEEN + english


@contextmanager
def places_in(pack: str) -> Iterator[None]:
    """Messages about files of the pack name them as the person at the shell would type them."""
    try:
        yield
    except Refused as refused:
        if not refused.sources:
            raise
        from eremun.api import file_shown
        from eremun.diagnostics.places import located

        found, sources = located(refused.diagnostics, refused.sources, file_shown(pack))
        raise Refused(*found, sources=sources) from refused


def a_folder(text: str) -> Path:
    """The folder of that name; a variable of a script that is not set must not mean the folder one happens to be in."""
    if not text.strip():
        raise typer.BadParameter(say("nama foldernya kosong", "the name of the folder is empty"))
    return Path(text)


LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang", help=both("Bahasa di layar (juga EREMUN_LANG)", "Language of the screen (also EREMUN_LANG)")
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help=both("Bentuk yang dicetak", "Form of what is printed"))]
DataOption = Annotated[
    Path,
    typer.Option("--data", metavar="DIR", parser=a_folder, help=both("Folder data masukan", "Folder of the data")),
]
PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help=both("Nama atau folder paket aturan", "Name or folder of a rule pack"))
]
PeriodOption = Annotated[
    str, typer.Option("--period", metavar="YYYY-MM", help=both("Bulan yang dihitung", "The month to compute"))
]
