"""Receives a plan and typed inputs, runs the plan's SQL in a DuckDB of its own, gives the frames of the kept grains."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import duckdb
import polars as pl

from eremun.engines.duckdb.names import written
from eremun.engines.duckdb.program import Program, columns_kept, program
from eremun.engines.duckdb.results import Stream, collect
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths


class DuckdbEngine:
    """Computes a plan in DuckDB."""

    name = "duckdb"

    def run(self, plan: Plan, inputs: Inputs, widths: Widths, keep: Set[str]) -> Results:
        """The frames of the kept grains; nothing is written but what DuckDB puts aside when memory is short."""
        made = program(plan, widths, keep)
        frames = {grain: pl.DataFrame() for grain in plan.columns if grain in keep}
        with _connected() as connection:
            _register(connection, made, inputs)
            for statement in made.statements:
                grain = statement.result
                if grain is None:
                    connection.execute(statement.sql)
                else:
                    names = columns_kept(plan, grain)
                    frames[grain] = collect(connection, statement.sql, grain, names, plan, widths)
        return Results(frames)

    def sql(self, plan: Plan, widths: Widths) -> str:
        """The whole program, for all grains, as text; the tables it reads are named like the inputs."""
        return program(plan, widths, set(plan.columns)).text()


@contextmanager
def _connected() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory. The joins stand as written, the smaller frame to the right: DuckDB does not know how many
    rows a registered frame has, and when it guesses it builds its tables from the large one. An asof join it would turn
    into loops over all pairs, since it takes such a frame for one row. Nor does it store frames on its own account: the
    program says which ones."""
    with TemporaryDirectory() as aside:
        connection = duckdb.connect(config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "temp_directory": aside,
        })  # fmt: skip
        try:
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("SET asof_loop_join_threshold = 0")
            connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side,common_subplan'")
            yield connection
        finally:
            connection.close()


def _register(connection: duckdb.DuckDBPyConnection, made: Program, inputs: Inputs) -> None:
    """The columns that the program reads, by the names it gives them; `@row` counts the rows."""
    for grain, names in made.reads.items():
        frame = inputs.tables[grain].frame
        read = {name.removesuffix("?") for name in names}
        given = [frame[name].alias(written(name)) for name in frame.columns if name in read]
        if "@row" in names or not given:
            given.append(pl.int_range(frame.height, dtype=pl.Int64, eager=True).alias("@row"))
        connection.register(written(grain), Stream(pl.DataFrame(given)))
