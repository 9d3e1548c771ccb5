"""`timings.json`: how long each stage took and how much memory, which differs from run to run.

Receives marks as stages end; gives bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter_ns

from eremun.plan.widths import Widths

TIMINGS_FILE = "timings.json"


@dataclass
class Timings:
    """Milliseconds by stage, in the order they ran."""

    engine: str
    stages: dict[str, int] = field(default_factory=dict)
    widths: Widths | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the time of the block to that stage."""
        start = perf_counter_ns()
        try:
            yield
        finally:
            spent = (perf_counter_ns() - start) // 1_000_000
            self.stages[name] = self.stages.get(name, 0) + spent

    def to_bytes(self) -> bytes:
        """Stages in milliseconds and their sum, the peak of memory in bytes (null where it is not known), the engine,
        and the columns that were computed in 128 bit."""
        wide = sorted(self.widths.wide) if self.widths else []
        content = {
            "engine": self.engine,
            "milliseconds": self.stages | {"total": sum(self.stages.values())},
            "peak_memory_bytes": peak_memory(),
            "computed_in_128_bit": [f"{grain}.{column}" for grain, column in wide],
        }
        return (json.dumps(content, indent=2) + "\n").encode()


def peak_memory() -> int | None:
    """The most memory this process has held, in bytes; None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
