"""`eremun explain NIP`: shows how one person's amounts of a month came about, from the data of that month."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eremun.cli.exits import OURS
from eremun.cli.options import DataOption, FormatOption, LangOption, PeriodOption, both, chosen_lang, places_in, say
from eremun.cli.usage import WrongUsage

if TYPE_CHECKING:
    from eremun.explain import Derivation
    from eremun.explain.tree import Shown


def explain(
    person: Annotated[
        str,
        typer.Argument(metavar="NIP", help=both("Kunci orangnya, misalnya NIP", "Key of the person, such as the NIP")),
    ],
    data: DataOption,
    period: PeriodOption,
    pack: Annotated[
        str | None,
        typer.Option(
            "--pack",
            metavar="PACK",
            help=both(
                "Nama atau folder paket aturan; tanpa ini, paket bawaan yang paling banyak memakai tabel yang ada",
                "Name or folder of a rule pack; else the shipped one that reads the most of the tables there",
            ),
        ),
    ] = None,
    lang: LangOption = None,
    format: FormatOption = "text",
) -> None:
    """Shows the derivation on stdout; refused where the pack, the data or the person can't be read. Ends with 70 where
    it is not what the engine computes, which it says first."""
    from eremun.explain import render

    derivation = _derivation(pack or fitting_pack(data), person, period, data)
    if format == "json":
        typer.echo(_json(derivation))
    else:
        typer.echo(render(derivation, lang or chosen_lang()), nl=False)
    if derivation.differences:
        raise typer.Exit(OURS)


def fitting_pack(data: Path) -> str:
    """The one pack that comes with eremun, finds all its tables among the files and reads the most of them; else
    `--pack` has to say which."""
    from eremun.api import packs_for, shipped_packs

    names = packs_for(data)
    if len(names) == 1:
        return names[0]
    known = ", ".join(names or shipped_packs()) or "-"
    missing = say(
        f"--pack belum disebut, dan tabel di folder data tidak menentukannya; yang ada: {known}",
        f"--pack is missing, and the tables in the folder of the data do not tell; there are: {known}",
    )
    raise WrongUsage(missing, "explain")


def _derivation(pack: str, person: str, period: str, data: Path) -> Derivation:
    from eremun.api import load

    with places_in(pack):
        return load(pack, tests=False).plan(period).explain(data, person)


def _json(derivation: Derivation) -> str:
    import json

    return json.dumps(_plain(derivation), ensure_ascii=False, indent=2)


def _plain(node: object) -> object:
    """Names, lists and texts only: numbers exact as text (1 % = 1/100), since a program may read them as floats."""
    from eremun.explain.tree import Shown, Word
    from eremun.explain.words import WORDS

    if isinstance(node, Word):
        return WORDS["en"][node.name]
    if isinstance(node, Shown):
        return {"value": _exact(node), "type": str(node.type)}
    if is_dataclass(node):
        return {field.name: _plain(getattr(node, field.name)) for field in fields(node)}
    if isinstance(node, tuple | list):
        return [_plain(item) for item in node]
    return node if node is None or isinstance(node, bool | int | str) else str(node)


def _exact(shown: Shown) -> bool | str | None:
    from eremun.explain.words import value_text
    from eremun.values.types import Kind

    if shown.value is None or isinstance(shown.value, bool):
        return shown.value
    return str(shown.value) if shown.type.kind is Kind.NUMBER else value_text(shown, "id")
