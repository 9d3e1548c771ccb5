"""`eremun template`: empty files for the data of a pack, and a page that explains them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eremun.cli.options import LangOption, PackArgument, a_folder, both, places_in, say
from eremun.diagnostics.diagnostic import Refused, fault

if TYPE_CHECKING:
    from eremun.outputs.template import TemplateFile

OutOption = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", parser=a_folder, help=both("Folder untuk berkasnya", "Folder for the files")),
]


def template(pack: PackArgument, out: OutOption, lang: LangOption = None) -> None:
    """Writes the files; refused (E808) where one of them is already there, since it may hold data."""
    from eremun import api
    from eremun.outputs.publish import publish
    from eremun.outputs.template import template_files

    del lang
    with places_in(pack):
        files = template_files(api.read(pack))
    _require_new(out, files)
    publish(out, files[:-1], files[-1])
    typer.echo(say(f"Ditulis ke {out}:", f"Written to {out}:"))
    for file in files[:-1]:
        typer.echo(f"  {file.name}")
    page = say(
        "keterangan tiap kolom, dalam Bahasa Indonesia dan Inggris", "on every column, in Indonesian and English"
    )
    typer.echo(f"  {files[-1].name} ({page})")


def _require_new(folder: Path, files: Sequence[TemplateFile]) -> None:
    there = [file.name for file in files if (folder / file.name).exists()]
    if there:
        raise Refused(fault("E808", at=str(folder), folder=folder, files=", ".join(there)))
