"""`python -m eremun.testing.synth PACK …`: writes a made-up month and says what it wrote."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from eremun.api import read
from eremun.diagnostics.diagnostic import Refused
from eremun.values.periods import Period, parse_period


def main() -> int:
    given = _arguments()
    from eremun.testing.synth.make import write_month
    from eremun.testing.synth.months import Size

    size = Size(given.people, given.entries, given.period, given.seed, given.faults)
    sources: dict[str, str] = {}
    try:
        pack = read(given.pack)
        sources = {document.file: document.text for document in pack.documents}
        for path in write_month(pack, size, given.out, given.format):
            print(path)
    except Refused as refused:
        _explain(refused, {**sources, **refused.sources})
        return 3
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eremun.testing.synth", description="A made-up month of any size.")
    parser.add_argument("pack", help="a pack's folder or name")
    parser.add_argument("--people", type=_count, default=300)
    parser.add_argument("--entries", type=_count, default=60_000)
    parser.add_argument("--period", type=_period, required=True, metavar="YYYY-MM")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--faults", type=_share, default=0.0, metavar="RATE", help="share of rows to spoil, such as 0.01"
    )
    return parser.parse_args()


def _count(text: str) -> int:
    count = int(text.replace("_", ""))
    if not 0 < count < 2**32:
        raise ValueError(text)
    return count


def _period(text: str) -> Period:
    period = parse_period(text)
    if period is None:
        raise ValueError(text)
    return period


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _explain(refused: Refused, sources: dict[str, str]) -> None:
    from eremun.diagnostics.render import render

    english = os.environ.get("EREMUN_LANG") == "en"
    print(render(refused.diagnostics, sources, "en" if english else "id", "text"), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
