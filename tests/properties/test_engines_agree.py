"""All engines give the same for packs and data at random, with 128 bit forced too, and whatever the order of rows.

EREMUN_EXAMPLES: how many packs (default 40); EREMUN_SEED: another seed than the fixed one; EREMUN_SHRINK=1: a pack that
fails is made smaller, which takes minutes.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings

from eremun.diagnostics.diagnostic import Refused
from eremun.intake.reader import read_inputs
from eremun.plan.focus import for_run
from tests.conformance import test_pairs as pairs
from tests.conformance.harness import RUNS, World, decode, everything, shuffled, unequal, world, write_pack, write_rows
from tests.properties.packs import Maker, Sample, samples, thrown

EXAMPLES = int(os.environ.get("EREMUN_EXAMPLES", "40"))
SEED = os.environ.get("EREMUN_SEED")
PHASES = (Phase.generate, Phase.shrink) if os.environ.get("EREMUN_SHRINK") else (Phase.generate,)
tally: Counter[str] = Counter()


def made(sample: Sample, folder: Path) -> World:
    pack = write_pack(folder / "pack", sample.rules, sample.pays, sample.inputs)
    return world(pack, write_rows(folder / "rows", sample.rows, pairs.CELLS), sample.period)


def worlds(count: int) -> Iterator[tuple[int, World]]:
    """Packs and data at random that are not refused, each with its seed."""
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = made(Maker(Random(number).choice).sample(), Path(folder))
            except Refused:
                continue
            yield number, found


def disagreements(found: World) -> list[str]:
    """Everything in which a run differs from the reference."""
    oracle = everything(found.plan, found.run("reference"))
    texts: list[str] = []
    for engine, force in RUNS[1:]:
        texts += [
            f"{engine}{' 128' * force}: {text}"
            for text in unequal(oracle, everything(found.plan, found.run(engine, force)))
        ]
    turned = replace(found, inputs=shuffled(found.inputs, "visit"))
    texts += [f"turned: {text}" for text in unequal(oracle, everything(turned.plan, turned.run("polars")))]
    return texts


def of_a_run(found: World, rows: Path) -> list[str]:
    """The part of the plan that a run computes gives what the whole gives."""
    whole = everything(found.plan, found.run("duckdb"))
    plan = for_run(found.plan)
    part = World(plan, read_inputs(plan, rows))
    texts = []
    for engine in ("polars", "duckdb"):
        frame = part.run(engine).frames[plan.person]
        for key, row in decode(plan, plan.person, frame).items():
            texts += [f"run {engine}: {key} {name} = {value}, whole {whole[plan.person][key][name]}"
                      for name, value in row.items() if whole[plan.person][key][name] != value]  # fmt: skip
    return texts


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=SEED is None, database=None, print_blob=False,
    suppress_health_check=list(HealthCheck), phases=PHASES, report_multiple_bugs=False,
)  # fmt: skip
@given(sample=thrown() | samples())
def agree(sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            found = made(sample, folder)
            found.widths()
        except Refused as refused:
            tally["refused"] += 1
            tally.update({diagnostic.code for diagnostic in refused.diagnostics})
            return
        texts = disagreements(found) + of_a_run(found, folder / "rows")
        tally["ran"] += 1
        assert not texts, "\n".join(texts)


def test_engines_agree() -> None:
    (agree if SEED is None else seed(int(SEED))(agree))()
    codes = {code: count for code, count in tally.most_common() if code.startswith("E")}
    print(f"{tally['ran']} packs ran, {tally['refused']} were refused {codes}")
    assert tally["ran"] >= tally["refused"]
