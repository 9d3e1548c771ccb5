"""Which row a key names, compared with a dictionary of Python: keys close together and far apart, holes, and extremes."""

from __future__ import annotations

import random

import polars as pl
import pytest

from eremun.intake.keys import Target, repeated

EXTREMES = [-(2**63), -(2**31), -1, 0, 1, 2**31, 2**63 - 1]


def close(some: random.Random) -> list[int]:
    return some.sample(range(-20, 20), 12)


def far(some: random.Random) -> list[int]:
    return some.sample([*EXTREMES, *range(0, 10**18, 10**16)], 12)


@pytest.mark.parametrize("keys", [close, far])
@pytest.mark.parametrize("seed", range(20))
def test_a_key_names_the_row_that_has_it(keys: object, seed: int) -> None:
    some = random.Random(seed)
    mine = keys(some)  # type: ignore[operator]
    asked = [*mine, *(key + 1 for key in mine if key < 2**63 - 1), *EXTREMES, None]
    rows = Target((pl.Series("key", mine, dtype=pl.Int64),)).rows([pl.Series("asked", asked, dtype=pl.Int64)])
    assert rows.dtype == pl.UInt32
    assert rows.to_list() == [dict(zip(mine, range(12), strict=True)).get(key) for key in asked]


def test_a_table_without_standing_rows_has_none() -> None:
    none = pl.Series("key", [], dtype=pl.Int64)
    assert Target((none,)).rows([pl.Series("asked", [1, None], dtype=pl.Int64)]).to_list() == [None, None]


@pytest.mark.parametrize(
    ("keys", "places"), [([1, 2, 3], []), ([1, 2, 2], [1, 2]), ([3, 1, 3], [0, 2]), ([], []), ([5], [])]
)
def test_keys_that_stand_twice(keys: list[int], places: list[int]) -> None:
    assert repeated([pl.Series("key", keys, dtype=pl.Int64)]).to_list() == places
