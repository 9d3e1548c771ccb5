"""What DuckDB itself does, where the engine counts on it or steps around it: a new release that differs fails here."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import polars as pl
import pytest

from eremun.engines.duckdb.engine import _connected
from eremun.engines.duckdb.results import Stream


@pytest.fixture
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t AS SELECT CAST(x AS BIGINT) AS x FROM (VALUES (4611686018427387904), (7)) v(x)"
        )
        yield connection


def one(database: duckdb.DuckDBPyConnection, sql: str) -> tuple[object, ...]:
    return tuple(database.execute(f"SELECT {sql}").fetchall()[0])


def test_whole_division_and_rest_cut_toward_zero(database: duckdb.DuckDBPyConnection) -> None:
    assert one(database, "-7 // 2, -7 % 2, CAST(-7 AS HUGEINT) // 2, CAST(-7 AS HUGEINT) % 2") == (-3, -1, -3, -1)
    assert one(database, "typeof(CAST(7 AS BIGINT) // 2), typeof(CAST(7 AS BIGINT) / 2)") == ("BIGINT", "DOUBLE")


def test_bare_numbers_are_integer_and_take_the_type_of_what_they_meet(database: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.OutOfRangeException):
        one(database, "2000000 * 2000000")
    assert one(database, "typeof(CAST(1 AS BIGINT) * 2), typeof(CAST(1 AS HUGEINT) * 2)") == ("BIGINT", "HUGEINT")
    assert one(database, "typeof(CASE WHEN true THEN 1 ELSE 2 END)") == ("INTEGER",)


def test_only_case_holds_back(database: duckdb.DuckDBPyConnection) -> None:
    """(2^62)^2 overflows 64 bit: FILTER and AND compute it all the same."""
    assert database.execute("SELECT CASE WHEN x < 9 THEN x * x ELSE 0 END FROM t").fetchall() == [(0,), (49,)]
    with pytest.raises(duckdb.OutOfRangeException):
        database.execute("SELECT sum(x * x) FILTER (WHERE x < 9) FROM t").fetchall()


def test_totals_over_no_rows_are_null_and_sums_are_wide(database: duckdb.DuckDBPyConnection) -> None:
    totals = "sum(x), min(x), bit_or(x), bool_or(x > 0), count(*) FROM t WHERE x < 0"
    assert one(database, totals) == (None, None, None, None, 0)
    assert one(database, "typeof(sum(x)), typeof(min(x)), typeof(bit_or(x)), typeof(count(*)) FROM t") == (
        "HUGEINT", "BIGINT", "BIGINT", "BIGINT")  # fmt: skip


def test_a_place_below_one_in_a_list_counts_from_its_end(database: duckdb.DuckDBPyConnection) -> None:
    assert one(database, "list_extract([5, 6, 7], -1), list_extract([5, 6, 7], 0), list_extract([5, 6, 7], 4)") == (
        7, None, None)  # fmt: skip


def test_names_are_the_same_in_either_case_even_quoted(database: duckdb.DuckDBPyConnection) -> None:
    assert one(database, '"A" FROM (SELECT 1 AS "a")') == (1,)


def test_128_bit_leave_as_a_decimal_and_do_not_enter(database: duckdb.DuckDBPyConnection) -> None:
    frame = pl.DataFrame(
        Stream(database.sql("SELECT CAST(5 AS HUGEINT) AS h, CAST(CAST(5 AS HUGEINT) AS VARCHAR) AS t"))
    )
    assert frame.dtypes == [pl.Decimal(38, 0), pl.String]
    with pytest.raises(duckdb.NotImplementedException):
        database.register("wide", Stream(pl.DataFrame({"h": pl.Series([1], dtype=pl.Int128)})))


def test_a_registered_stream_can_be_read_more_than_once(database: duckdb.DuckDBPyConnection) -> None:
    database.register("numbers", Stream(pl.DataFrame({"n": [1, None]})))
    for _ in range(2):
        assert database.execute("SELECT n FROM numbers ORDER BY n").fetchall() == [(1,), (None,)]


def test_the_optimizers_that_are_turned_off_exist(database: duckdb.DuckDBPyConnection) -> None:
    known = {name for (name,) in database.execute("SELECT name FROM duckdb_optimizers()").fetchall()}
    assert {"join_order", "build_side_probe_side", "common_subplan"} <= known


def joined_by_day(database: duckdb.DuckDBPyConnection) -> str:
    """How DuckDB finds the spell of each of 200 days, both of them registered frames."""
    database.register("days", Stream(pl.DataFrame({"k": [1] * 200, "day": list(range(200))})))
    database.register("spells", Stream(pl.DataFrame({"k": [1, 1], "first": [5, 9]})))
    query = "SELECT first FROM days ASOF LEFT JOIN spells ON days.k = spells.k AND days.day >= spells.first"
    return str(database.execute(f"EXPLAIN {query}").fetchall()[0][1])


def test_a_registered_frame_counts_as_one_row_so_an_asof_join_becomes_loops(
    database: duckdb.DuckDBPyConnection,
) -> None:
    assert "Nested Loop Join" in joined_by_day(database)


def test_the_engine_finds_rows_by_a_day_without_loops() -> None:
    with _connected() as database:
        plan = joined_by_day(database)
    assert "Asof Join" in plan
    assert "Nested Loop Join" not in plan
