"""Chance: the arithmetic as it is written down, and that columns and seeds do not resemble each other."""

from __future__ import annotations

from hashlib import sha256

import polars as pl

from eremun.testing.synth.draws import Draws


def mixed(x: int) -> int:
    x = ((x ^ (x >> 16)) * 0x7FEB352D) % 2**32
    x = ((x ^ (x >> 15)) * 0x846CA68B) % 2**32
    return x ^ (x >> 16)


def test_every_draw_is_the_arithmetic_in_plain_integers() -> None:
    digest = sha256(b"7/panen/berat").digest()
    first, second = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:8], "big")
    expected = [mixed((mixed(row ^ first) + second) % 2**32) for row in range(2000)]
    assert Draws(7, "panen", "berat").bits(2000).to_list() == expected


def test_a_draw_below_a_number_stays_below_it_and_reaches_every_place() -> None:
    assert sorted(Draws(1).below(1000, 7).unique().to_list()) == [0, 1, 2, 3, 4, 5, 6]


def test_weights_are_kept() -> None:
    # 100,000 draws, weights 7 : 2 : 1; a share is within 4 standard deviations, 4 * sqrt(0.7 * 0.3 / 100,000) < 0.006
    places = Draws(3, "x").chosen(100_000, [7, 2, 1]).value_counts().sort("")
    shares = [count / 100_000 for count in places["count"].to_list()]
    assert all(abs(share - weight) < 0.006 for share, weight in zip(shares, (0.7, 0.2, 0.1), strict=True))


def test_other_names_and_seeds_draw_otherwise() -> None:
    one = Draws(1, "a").bits(50_000)
    for other in (Draws(2, "a"), Draws(1, "b"), Draws(1, "a").named(0)):
        drawn = pl.DataFrame({"one": one, "other": other.bits(50_000)})
        # two unrelated columns of 50,000 numbers correlate by less than 4 / sqrt(50,000) = 0.018
        assert abs(drawn.select(pl.corr("one", "other")).item()) < 0.018
