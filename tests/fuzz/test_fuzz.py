"""Packs changed at random: every answer is a plan or messages that can be printed, never an exception of the program.

EREMUN_EXAMPLES: how many packs (default 400); EREMUN_SEED: another seed than the fixed one.
"""

from __future__ import annotations

import os
import random

import pytest

from tests.fuzz.corpus import packs
from tests.fuzz.mutate import mutated
from tests.fuzz.target import judged

EXAMPLES = int(os.environ.get("EREMUN_EXAMPLES", "400"))
SEED = os.environ.get("EREMUN_SEED", "1")


@pytest.mark.parametrize("name", packs())
def test_corpus(name: str) -> None:
    judged(packs()[name])


@pytest.mark.slow
def test_packs_changed_at_random() -> None:
    chance, corpus = random.Random(SEED), list(packs().values())
    for _ in range(EXAMPLES):
        files = mutated(chance, chance.choice(corpus), chance.choice(corpus))
        try:
            judged(files)
        except Exception as error:
            raise AssertionError(
                {name: text for name, text in files.items() if text not in corpus[0].values()}
            ) from error
