"""Small decision tables at random, as YAML and as lists that know nothing of eremun.

Keys: two enums, whole numbers, percents in tenths, and quotients. Every form of cells, in YAML or in a CSV file, and
every hit policy. Truths and days are no keys of a table (E208).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

Value = Fraction | str
Meets = Callable[[Value], bool]
Point = tuple[Value, ...]
WORDS = {"kind": ("small", "large", "bus"), "side": ("left", "right")}
UNITS = {"kind": "kind", "side": "side", "n": "number", "m": "number", "p": "persen", "q": "number"}
STEPS = {"n": Fraction(1), "m": Fraction(1), "p": Fraction(1, 1000)}
HIGHS = {"n": Fraction(5), "m": Fraction(3), "p": Fraction(1, 100), "q": Fraction(5)}
FINE = {"n": Fraction(1, 4), "m": Fraction(1, 4), "p": Fraction(1, 4000), "q": Fraction(1, 4)}
HITS = ("unique", "unique", "unique", "first", "first", "collect sum", "collect min", "collect max", "collect count")
INPUTS = """\
enums:
  kind: [small, large, bus]
  side: [left, right]
inputs:
  car:
    label: Cars
    key: [plate]
    columns:
      plate: {type: text}
      kind: {type: kind}
      side: {type: side}
      n: {type: number, range: 0..5}
      m: {type: number, range: 0..3}
      p: {type: persen, decimals: 1, range: 0%..1%}
      k: {type: number, range: 1..2}
"""


@dataclass(frozen=True)
class Line:
    """A row as it counts: what each key must meet, and the cell."""

    meets: tuple[Meets, ...]
    cell: int
    low: Fraction = Fraction(0)
    high: Fraction | None = None

    def holds(self, point: Point) -> bool:
        return all(meets(value) for meets, value in zip(self.meets, point, strict=True))


@dataclass(frozen=True)
class Sketch:
    """A table. `guard`: low and high that a rule asks of a key before it reads the table; `csv`: the file of its
    cells."""

    name: str
    keys: tuple[str, ...]
    hit: str
    lines: tuple[Line, ...]
    yaml: str
    guard: Mapping[str, tuple[Fraction, Fraction]]
    csv: str = ""

    # What the brute force says

    def everywhere(self) -> Iterator[Point]:
        """Points of which one lies in every stretch between numbers that conditions name, however it is cut."""
        yield from product(*(WORDS.get(key) or _fine(key, Fraction(-2), HIGHS[key] + 2) for key in self.keys))

    def arguments(self) -> Iterator[Point]:
        """Every argument that the rule can ask for; of a quotient every fourth."""
        for point in product(*(WORDS.get(key) or _coarse(key) for key in self.keys)):
            if self.asked(dict(zip(self.keys, point, strict=True))):
                yield point

    def asked(self, values: Mapping[str, Value]) -> bool:
        return all(low <= Fraction(values[key]) <= high for key, (low, high) in self.guard.items())

    def held(self, point: Point) -> list[int]:
        return [place for place, line in enumerate(self.lines) if line.holds(point)]

    def cell(self, point: Point) -> Fraction:
        """What the table gives at a point where it has no gap."""
        if self.hit == "marginal":
            return sum((self.part(line, Fraction(point[-1])) for line in self.under(point)), Fraction(0))
        found = [self.lines[place].cell for place in self.held(point)]
        ways: dict[str, Callable[[list[int]], int]] = {
            "sum": sum, "count": len, "min": min, "max": max, "first": lambda cells: cells[0], "unique": lambda cells: cells[0],
        }  # fmt: skip
        return Fraction(ways[self.hit.split()[-1]](found))

    def under(self, point: Point) -> list[Line]:
        return [line for line in self.lines if all(m(v) for m, v in zip(line.meets[:-1], point[:-1], strict=True))]

    @staticmethod
    def part(line: Line, value: Fraction) -> Fraction:
        end = value if line.high is None else min(value, line.high)
        return max(end - line.low, Fraction(0)) * line.cell


def _fine(key: str, low: Fraction, high: Fraction) -> list[Fraction]:
    step = FINE[key]
    return [step * place for place in range(int(low / step), int(high / step) + 1)] if key != "p" else (
        [Fraction(-2), *(step * place for place in range(-8, 57)), Fraction(3)]
    )  # fmt: skip


def _coarse(key: str) -> list[Fraction]:
    step = STEPS.get(key) or FINE[key]
    return [step * place for place in range(int(HIGHS[key] / step) + 1)]


# Making tables


def sketch(chance: Random, name: str) -> Sketch:
    keys = tuple(chance.sample(("kind", "side", "n", "m", "p", "q"), chance.choice((1, 1, 2, 2, 3))))
    if "p" in keys and len([key for key in keys if key not in WORDS]) > 2:
        keys = tuple(key for key in keys if key != "m")  # the brute force takes its time
    last = keys[-1]
    form = chance.choice(("rows", "rows", "rows", "cells", "from", "above", "marginal"))
    if form == "rows" or (form != "cells" and last in WORDS) or set(keys[:-1]) - set(WORDS):
        hit = chance.choice(HITS if "q" not in keys else HITS[:5])
        lines, body, csv = *_rows(chance, keys), ""
    else:
        hit = "marginal" if form == "marginal" else "unique"
        if hit == "marginal" and last in "pq":  # another unit than a number; a fraction that nothing rounds
            form, hit = "from", "unique"
        lines, entries = _nested(chance, keys, form)
        csv = _csv(chance, keys, entries) if chance.random() < 0.4 else ""
        columns = f"{{file: {name}.csv, columns: [{', '.join(keys)}, out]}}"
        body = f"    {form}: {columns if csv else _flow(entries)}\n"
    guard = {key: _guard(chance, key) for key in keys if key in STEPS and chance.random() < 0.4}
    head = f"  {name}:\n    in: {{{', '.join(f'{key}: {UNITS[key]}' for key in keys)}}}\n    out: number\n"
    policy = "" if hit in ("unique", "marginal") else f"    hit: {hit}\n"
    return Sketch(name, keys, hit, tuple(lines), head + policy + body, guard, csv)


def rule(found: Sketch) -> str:
    """A rule that reads the table, asked for where its guard lets it."""
    read = f"{found.name}[{', '.join('n / k' if key == 'q' else key for key in found.keys)}]"
    asks = [f"{key} >= {text(key, low)} and {key} <= {text(key, high)}" for key, (low, high) in found.guard.items()]
    formula = f"if {' and '.join(asks)} then {read} else 0" if asks else read
    rounds = "      round: down to 0.001\n" if found.hit == "marginal" else ""
    return f"    x_{found.name}:\n      unit: number\n      formula: {formula}\n{rounds}"


def text(key: str, value: Fraction) -> str:
    scaled = value * 100 if key == "p" else value
    digits = f"{float(scaled):.6f}".rstrip("0").rstrip(".")
    return digits + ("%" if key == "p" else "")


def _guard(chance: Random, key: str) -> tuple[Fraction, Fraction]:
    ends = sorted(_number(chance, key) for _ in range(2))
    return ends[0], ends[1]


def _number(chance: Random, key: str) -> Fraction:
    """A number on the grid of the key, or halfway."""
    step = STEPS.get(key, Fraction(1))
    return step * chance.randrange(0, int(HIGHS[key] / step) * 2 + 2) / 2


def _rows(chance: Random, keys: tuple[str, ...]) -> tuple[list[Line], str]:
    lines, texts = [], []
    partition = chance.random() < 0.5
    for place in range(chance.randrange(0 if chance.random() < 0.1 else 1, 13)):
        found = [_condition(chance, key, partition) for key in keys]
        lines.append(Line(tuple(meets for _, meets in found), place + 1))
        texts.append(f"      - [{', '.join(condition for condition, _ in found)}, {place + 1}]\n")
    if partition and chance.random() < 0.6:
        lines, texts = _tiles(chance, keys)
    return lines, "    rows:\n" + "".join(texts) if texts else "    rows: []\n"


def _tiles(chance: Random, keys: tuple[str, ...]) -> tuple[list[Line], list[str]]:
    """Rows that lie side by side, now and then with one missing or one end moved."""
    parts = []
    for key in keys:
        if key in WORDS:
            parts.append([(word, _is(word)) for word in WORDS[key]])
            continue
        cut = _number(chance, key)
        signs = chance.choice((("<", ">="), ("<=", ">"), ("<=", ">"), ("<", ">"), ("<=", ">=")))
        parts.append([(f'"{sign} {text(key, cut)}"', _side(sign, cut)) for sign in signs])
    chosen = list(product(*parts))
    if chance.random() < 0.3:
        chosen.pop(chance.randrange(len(chosen)))
    lines = [Line(tuple(meets for _, meets in row), place + 1) for place, row in enumerate(chosen)]
    texts = [
        f"      - [{', '.join(condition for condition, _ in row)}, {place + 1}]\n" for place, row in enumerate(chosen)
    ]
    return lines, texts


def _condition(chance: Random, key: str, plain: bool) -> tuple[str, Meets]:
    if chance.random() < (0.2 if plain else 0.4):
        return '"-"', lambda _: True
    if key in WORDS:
        words = chance.sample(WORDS[key], chance.randrange(1, len(WORDS[key]) + 1))
        return (words[0], _is(words[0])) if len(words) == 1 else (f"[{', '.join(words)}]", _among(words))
    form = chance.choice(("one", "list", "<", "<=", ">", ">=", "..", ".."))
    ends = [_number(chance, key) for _ in range(2)]
    if form == "one":
        return text(key, ends[0]), _is(ends[0])
    if form == "list":
        return f"[{', '.join(text(key, end) for end in ends)}]", _among(ends)
    if form == "..":
        low, high = ends if chance.random() < 0.1 else sorted(ends)
        return f"{text(key, low)}..{text(key, high)}", lambda value: low <= value <= high  # type: ignore[operator]
    return f'"{form} {text(key, ends[0])}"', _side(form, ends[0])


def _is(wanted: Value) -> Meets:
    return lambda value: value == wanted


def _among(wanted: Sequence[Value]) -> Meets:
    return lambda value: value in wanted


def _side(sign: str, bound: Fraction) -> Meets:
    ways: dict[str, Meets] = {
        "<": lambda value: value < bound, "<=": lambda value: value <= bound,  # type: ignore[operator]
        ">": lambda value: value > bound, ">=": lambda value: value >= bound,  # type: ignore[operator]
    }  # fmt: skip
    return ways[sign]


Entries = dict[str, Any]


def _nested(chance: Random, keys: tuple[str, ...], form: str) -> tuple[list[Line], Entries]:
    """Entries of the last key under words of the others."""
    lines: list[Line] = []

    def under(outer: tuple[str, ...]) -> Entries:
        if len(outer) == len(keys) - 1:
            return _entries(chance, keys[-1], form, tuple(_is(word) for word in outer), lines)
        words = [word for word in WORDS[keys[len(outer)]] if chance.random() < 0.95]
        return {word: under((*outer, word)) for word in words or [WORDS[keys[len(outer)]][0]]}

    return lines, under(())


def _flow(entries: Entries) -> str:
    inner = (f"{key}: {_flow(value) if isinstance(value, dict) else value}" for key, value in entries.items())
    return "{" + ", ".join(inner) + "}"


def _csv(chance: Random, keys: tuple[str, ...], entries: Entries) -> str:
    """A line of each entry; those of several words in turn, as a clerk may have sorted them."""
    lines = list(_csv_lines(entries, ()))
    if chance.random() < 0.5:
        lines.sort(key=lambda line: _place(line[-2]) if keys[-1] not in WORDS else Fraction(0))
    return "\n".join(",".join(line) for line in [(*keys, "out"), *lines]) + "\n"


def _place(threshold: str) -> Fraction:
    return Fraction(-(10**9)) if threshold == "-" else Fraction(threshold.rstrip("%"))


def _csv_lines(entries: Entries, outer: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, value in entries.items():
        yield from _csv_lines(value, (*outer, key)) if isinstance(value, dict) else [(*outer, key, value)]


def _entries(chance: Random, key: str, form: str, before: tuple[Meets, ...], lines: list[Line]) -> Entries:
    found: Entries = {}
    for value, meets, start, end in _choices(chance, key, form):
        lines.append(Line((*before, meets), len(lines) + 1, start, end))
        found[value if isinstance(value, str) else text(key, value)] = str(len(lines))
    return found


def _choices(chance: Random, key: str, form: str) -> Iterator[tuple[Value, Meets, Fraction, Fraction | None]]:
    if form == "cells":
        choices: Sequence[Value] = WORDS.get(key) or tuple({_number(chance, key) for _ in range(4)})
        for value in choices:
            if value == choices[0] or chance.random() < 0.95:
                yield value, _is(value), Fraction(0), None
        return
    starts = {_number(chance, key) for _ in range(chance.randrange(1, 4))}
    starts |= {Fraction(-1 if form == "above" else 0)} if chance.random() < 0.7 else set()
    rising = sorted(starts)
    if form != "marginal" and chance.random() < 0.3:
        yield "-", _between(None, rising[0], form != "above"), Fraction(0), rising[0]
    for start, end in zip(rising, [*rising[1:], None], strict=True):
        yield start, _between(start, end, form != "above"), start, end


def _between(start: Fraction | None, end: Fraction | None, inclusive: bool) -> Meets:
    if inclusive:
        return lambda value: (start is None or start <= value) and (end is None or value < end)  # type: ignore[operator]
    return lambda value: (start is None or start < value) and (end is None or value <= end)  # type: ignore[operator]
