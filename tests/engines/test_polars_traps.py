"""What the Polars engine relies on, and what it steers round, in the installed release: a change here must be looked at."""

from __future__ import annotations

import polars as pl
import pytest

WIDTHS = [pl.Int64, pl.Int128]


@pytest.mark.parametrize("width", WIDTHS)
def test_whole_division_floors_and_the_rest_follows(width: type[pl.DataType]) -> None:
    frame = pl.DataFrame({"n": [-7, 7, -6, 0]}, schema={"n": width})
    d = pl.lit(3, dtype=width)
    assert frame.select(q=pl.col("n") // d, r=pl.col("n") % d).rows() == [(-3, 2), (2, 1), (-2, 0), (0, 0)]


def test_integers_wrap_in_silence() -> None:
    frame = pl.DataFrame({"a": [2**63 - 1], "b": pl.Series([2**31 - 1], dtype=pl.Int32)})
    wrapped = frame.select(pl.col("a") + 1, pl.col("b") * pl.col("b")).row(0)
    assert wrapped == (-(2**63), 1)
    assert pl.select(pl.lit(2**127 - 1, dtype=pl.Int128) + pl.lit(1, dtype=pl.Int128)).item() == -(2**127)


def test_sums_of_32_bit_columns_stay_32_bit() -> None:
    """Which is why a value is widened before it is summed; 16 bits are widened by Polars itself."""
    frame = pl.DataFrame(
        {"i": [2**31 - 1] * 2, "u": [2**32 - 1] * 2, "s": [2**15 - 1] * 2},
        schema={"i": pl.Int32, "u": pl.UInt32, "s": pl.Int16},
    )
    assert frame.select(pl.all().sum()).row(0) == (-2, 2**32 - 2, 2**16 - 2)


def test_cast_to_64_bits_is_checked() -> None:
    with pytest.raises(pl.exceptions.InvalidOperationError):
        pl.Series([2**63], dtype=pl.Int128).cast(pl.Int64)


def test_widths_compare_exactly() -> None:
    frame = pl.DataFrame(
        {"s": [1], "u": [2**32 - 1], "i": [2**62 + 1], "w": [2**62]},
        schema={"s": pl.Int16, "u": pl.UInt32, "i": pl.Int64, "w": pl.Int128},
    )
    s, u, i, w = (pl.col(name) for name in "suiw")
    assert frame.select(a=s == pl.lit(65_537, dtype=pl.Int64), b=u > s, c=i > w, d=u == pl.lit(-1, dtype=pl.Int64)).row(
        0
    ) == (False, True, True, False)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_truth_adds_as_0_or_1(width: type[pl.DataType]) -> None:
    frame = pl.DataFrame({"a": [5, 5], "t": [True, False]}, schema={"a": width, "t": pl.Boolean})
    result = frame.select(plus=pl.col("a") + pl.col("t"), minus=pl.col("a") - pl.col("t"))
    assert result.rows() == [(6, 4), (5, 5)]
    assert set(result.schema.values()) == {width}


def test_place_of_a_constant_must_be_said_to_be_one_value() -> None:
    """To the engine of eager frames; the streaming engine, which is the default of lazy ones, spreads it unasked."""
    values, frame = pl.lit(pl.Series([7, 8, 9])), pl.DataFrame({"a": [1, 2]})
    place = pl.lit(1, dtype=pl.Int64)
    with pytest.raises(pl.exceptions.InvalidOperationError):
        frame.with_columns(x=values.gather(place))
    assert frame.lazy().with_columns(x=values.gather(place)).collect(engine="streaming")["x"].to_list() == [8, 8]
    assert frame.with_columns(x=values.gather(place).first())["x"].to_list() == [8, 8]
    assert frame.clear().with_columns(x=values.gather(place).first()).height == 0


def test_no_columns_are_no_rows() -> None:
    assert pl.DataFrame({"a": [1, 2]}).select([]).height == 0


def test_streaming_keeps_the_order_of_rows() -> None:
    count = 300_000
    frame = pl.DataFrame({"a": pl.int_range(0, count, eager=True).reverse()})
    turned = pl.lit(pl.int_range(0, count, eager=True) * 3)
    result = frame.lazy().with_columns(b=turned.gather(pl.col("a")), c=pl.col("a") * 3).collect(engine="streaming")
    assert result["a"].equals(frame["a"])
    assert result["b"].equals(result["c"], check_names=False)


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
@pytest.mark.parametrize("width", WIDTHS)
def test_groups_have_unions_of_bits(engine: pl._typing.EngineType, width: type[pl.DataType]) -> None:
    frame = pl.DataFrame({"g": [1, 1, 2], "b": [1, 2**40, 4]}, schema={"g": pl.Int64, "b": width})
    lazy = frame.lazy().group_by("g").agg(pl.col("b").bitwise_or()).sort("g")
    assert lazy.collect(engine=engine).rows() == [(1, 2**40 + 1), (2, 4)]


def test_days_beyond_the_calendar_have_no_year() -> None:
    assert pl.Series([2**31 - 1], dtype=pl.Int32).cast(pl.Date).dt.year().to_list() == [None]
