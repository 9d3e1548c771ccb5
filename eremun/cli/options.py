"""What verbs share: the language of the screen, the form of what is printed, words in two languages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Literal, cast, get_args

import typer

from eremun.diagnostics.diagnostic import Refused
from eremun.diagnostics.texts import LANGS, Lang

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


def chosen_lang(words: Sequence[str] | None = None) -> Lang:
    """`--lang`, else EREMUN_LANG, else Bahasa Indonesia; a language there is not counts as none."""
    asked = (value_of("--lang", sys.argv[1:] if words is None else words), os.environ.get("EREMUN_LANG"))
    return next((cast(Lang, lang) for lang in asked if lang in LANGS), "id")


def chosen_format(words: Sequence[str] | None = None) -> Format:
    """`--format`, else text."""
    asked = value_of("--format", sys.argv[1:] if words is None else words)
    return cast(Format, asked) if asked in get_args(Format) else "text"


def say(indonesian: str, english: str) -> str:
    """The one of the two that the screen is to show."""
    return english if chosen_lang() == "en" else indonesian


@contextmanager
def places_in(pack: str) -> Iterator[None]:
    """Messages about files of the pack name them as the person at the shell would type them."""
    try:
        yield
    except Refused as refused:
        if not refused.sources:
            raise
        from eremun.api import find_pack
        from eremun.diagnostics.places import folder_shown, located

        found, sources = located(refused.diagnostics, refused.sources, folder_shown(find_pack(pack)))
        raise Refused(*found, sources=sources) from refused


LangOption = Annotated[
    Lang | None, typer.Option("--lang", help=say("Bahasa di layar (juga EREMUN_LANG)", "Language of the screen"))
]
FormatOption = Annotated[
    Format, typer.Option("--format", help=say("Bentuk yang dicetak", "Form of what is printed"))
]
PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help=say("Nama atau folder paket aturan", "Name or folder of a rule pack"))
]
PeriodOption = Annotated[
    str, typer.Option("--period", metavar="YYYY-MM", help=say("Bulan yang dihitung", "The month to compute"))
]
