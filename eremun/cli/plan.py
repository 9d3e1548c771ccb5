"""`eremun plan`: what a pack computes for a month, as the plan all engines read, or as SQL."""

from __future__ import annotations

from typing import Annotated

import typer

from eremun.cli.options import LangOption, PackArgument, PeriodOption, both, places_in

SqlOption = Annotated[bool, typer.Option("--sql", help=both("Sebagai SQL untuk DuckDB", "As SQL for DuckDB"))]


def plan(pack: PackArgument, period: PeriodOption, sql: SqlOption = False, lang: LangOption = None) -> None:
    """Prints the plan of that month."""
    from eremun import api

    del lang
    with places_in(pack):
        loaded = api.load(pack, tests=False).plan(period)
    typer.echo(loaded.sql() if sql else loaded.text())
