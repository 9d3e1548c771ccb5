"""One recipe of a profile: from its YAML to a `Recipe`."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import lcm

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields
from eremun.sources import syntax as s
from eremun.testing.synth.draws import MOST_WEIGHT
from eremun.testing.synth.profile import (
    After,
    By,
    Cell,
    Copy,
    Leader,
    Mix,
    Path,
    Pattern,
    Points,
    Recipe,
    Serial,
    Words,
)
from eremun.values.numbers import parse_number

KEYS = "words points step copy leader group pattern after days nip by cases mix empty"
ELSE = "else"


def read_recipe(to: Collector, key: s.Scalar, node: s.Node) -> Recipe | None:
    """The recipe under a key; None, and a fault, where it is none."""
    if isinstance(node, s.Scalar):
        return Cell(node.text, node.span)
    fields = Fields(to, node, key.text, KEYS, key.span)
    named = [kind for kind in KINDS if fields.has(kind)]
    if len(named) == 1:
        recipe = KINDS[named[0]](to, fields)
    elif not named and fields.has("empty"):
        recipe = Cell("", key.span)
    else:
        to.refuse("E661", key.span, found=", ".join(named) or "-", known=", ".join(KINDS))
        return None
    if recipe is None or not fields.has("empty"):
        return recipe
    scalar = fields.scalar("empty")
    share = _share(to, scalar) if scalar else None
    return Mix(((share, Cell("", key.span)),), recipe, key.span) if share is not None else None


def _words(to: Collector, fields: Fields) -> Recipe | None:
    entries = list(fields.entries("words"))
    weights = _weights(to, [node for _, node in entries], fields.key_span("words"))
    cells = [Cell(key.text, key.span) for key, _ in entries]
    return Words(tuple(zip(cells, weights, strict=True)), fields.span) if weights else None


def _points(to: Collector, fields: Fields) -> Recipe | None:
    pairs = [(_number(to, key), _number(to, node)) for key, node in fields.entries("points")]
    points = [(share / 100, value) for share, value in pairs if share is not None and value is not None]
    shares, values = [share for share, _ in points], [value for _, value in points]
    rising = shares == sorted(set(shares)) and values == sorted(values)
    if len(points) < max(2, len(pairs)) or not rising or shares[0] != 0 or shares[-1] != 1:
        place = fields.key_span("points")
        to.refuse("E662", place, text="points", column=fields.what, wanted="0: …, 50: …, 100: …")
        return None
    step = fields.scalar("step")
    return Points(tuple(points), _number(to, step) if step else None, fields.span)


def _copy(_: Collector, fields: Fields) -> Recipe | None:
    path = _path(fields, "copy")
    return Copy(path, fields.span) if path else None


def _leader(to: Collector, fields: Fields) -> Recipe | None:
    path, group = _path(fields, "leader"), fields.scalar("group", needed=True)
    size = _number(to, group) if group else None
    return Leader(path, max(1, int(size)), fields.span) if path and size is not None else None


def _pattern(_: Collector, fields: Fields) -> Recipe | None:
    scalar = fields.scalar("pattern")
    return Pattern(scalar.text, scalar.span) if scalar else None


def _after(to: Collector, fields: Fields) -> Recipe | None:
    path, entries = _path(fields, "after"), list(fields.entries("days"))
    weights = _weights(to, [node for _, node in entries], fields.key_span("days"))
    ranges = [_range(to, key) for key, _ in entries]
    days = tuple((*r, weight) for r, weight in zip(ranges, weights, strict=False) if r is not None)
    return After(path, days, fields.span) if path and days else None


def _nip(to: Collector, fields: Fields) -> Recipe | None:
    inner = Fields(to, fields.get("nip"), "nip", "age joined months", fields.key_span("nip"))
    given = {key: inner.scalar(key) for key in ("age", "joined", "months")}
    ranges = {key: _range(to, scalar) for key, scalar in given.items() if scalar}
    age, joined = ranges.get("age") or (22, 57), ranges.get("joined") or (19, 34)
    return Serial(age, joined, ranges.get("months") or (1, 12), fields.span)


def _by(to: Collector, fields: Fields) -> Recipe | None:
    path = _path(fields, "by")
    cases = [(key.text, read_recipe(to, key, node)) for key, node in fields.entries("cases")]
    if not cases:
        fields.missing("cases")
    words = [(tuple(w.strip() for w in text.split(",")), recipe) for text, recipe in cases if text != ELSE and recipe]
    otherwise = next((recipe for text, recipe in cases if text == ELSE), None)
    return By(path, tuple(words), otherwise, fields.span) if path else None


def _mix(to: Collector, fields: Fields) -> Recipe | None:
    entries = [(key, read_recipe(to, key, node)) for key, node in fields.entries("mix")]
    otherwise = next((recipe for key, recipe in entries if key.text == ELSE), None)
    shares = [(_share(to, key), recipe) for key, recipe in entries if key.text != ELSE and recipe]
    known = tuple((share, recipe) for share, recipe in shares if share is not None)
    if otherwise is None:
        to.refuse("E663", fields.key_span("mix"), what="mix", missing=ELSE)
        return None
    return Mix(known, otherwise, fields.span)


KINDS: dict[str, Callable[[Collector, Fields], Recipe | None]] = {
    "words": _words,
    "points": _points,
    "copy": _copy,
    "leader": _leader,
    "pattern": _pattern,
    "after": _after,
    "nip": _nip,
    "by": _by,
    "mix": _mix,
}


def _path(fields: Fields, key: str) -> Path | None:
    scalar = fields.scalar(key, needed=True)
    return Path(tuple(scalar.text.split(".")), scalar.span) if scalar else None


def _number(to: Collector, node: s.Node) -> Fraction | None:
    found = parse_number(node.text) if isinstance(node, s.Scalar) else None
    if found is None or found[1]:
        to.refuse("E203", node.span, text=node.text if isinstance(node, s.Scalar) else "…", meant="")
        return None
    return found[0]


def _share(to: Collector, scalar: s.Scalar) -> Fraction | None:
    found = parse_number(scalar.text)
    if found is not None and found[1] and 0 <= found[0] <= 1:
        return found[0]
    to.refuse("E662", scalar.span, text=scalar.text, column="mix, empty", wanted="0% … 100%")
    return None


def _range(to: Collector, scalar: s.Scalar) -> tuple[int, int] | None:
    found = re.fullmatch(r"(-?[0-9]{1,5})(?:\.\.(-?[0-9]{1,5}))?", scalar.text)
    if found:
        low, high = int(found[1]), int(found[2] or found[1])
        if low <= high:
            return low, high
    to.refuse("E662", scalar.span, text=scalar.text, column="days, age, joined, months", wanted="3, 1..3, -30..-1")
    return None


def _weights(to: Collector, nodes: list[s.Node], place: Span) -> list[int]:
    """The same proportions in whole numbers that sum to at most a million; empty, and a fault, where there are none."""
    numbers = [_number(to, node) for node in nodes]
    found = [number for number in numbers if number is not None]
    common = lcm(*(number.denominator for number in found))
    whole = [int(number * common) for number in found]
    if len(whole) == len(nodes) and whole and min(whole) >= 0 and 0 < sum(whole) <= MOST_WEIGHT:
        return whole
    to.refuse("E662", place, text="…", column="words, days", wanted="0 … 1_000_000")
    return []
