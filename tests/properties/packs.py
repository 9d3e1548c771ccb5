"""Small packs and data at random, on the car park of the conformance cases: rules on all its grains, exceptions,
promises, findings, law that changes, rows that hold for some days, all pairs, groups by a rule; ties, ends of ranges and
of months, leap days, empty groups favoured."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.conformance import test_pairs as pairs
from tests.conformance import test_spells as spells
from tests.properties.formulas import Names, Writer

MODES = ("half_up", "half_even", "down", "up", "floor", "ceiling")
STEPS = {
    "number": ("1", "0.01", "100", "0.3"), "rupiah": ("1 rupiah", "100 rupiah", "0.01 rupiah"),
    "persen": ("0.01%", "1%", "5%"), "menit": ("1 menit", "0.5 menit", "450 menit"), "hari": ("1 hari",),
}  # fmt: skip
PERIODS = ("2026-05", "2026-05", "2024-02", "2026-02", "2023-12")
RANGES = ("1_000", "1_000", "999_999", "999_999_999_999", "999_999_999_999_999_999")
LAW = """\
parameters:
  rate_now:
    versions:
      - effective_from: 2020-01-01
        value: {first}
      - effective_from: {day}
        value: {second}
tables:
  rate:
    in: {{n: number}}
    out: persen
    rows:
      - ["< 0", 7%]
      - [0..10, 2.5%]
      - ["> 10", 12%]
  size:
    in: {{kind: kind}}
    out: number
    versions:
      - effective_from: 2020-01-01
        cells: {{small: 1, large: 1.1, bus: 1.25}}
      - effective_from: {day}
        cells: {{small: 0.5, large: 3, bus: -2}}
  share_of:
    in: {{kind: kind}}
    out: persen
    rows:
      - [bus, 100%]
      - [[small, large], 0.5%]
  fare:
    in: {{kind: kind, n: number}}
    out: rupiah
    rows:
      - [small, "<= 10", 100]
      - [small, "> 10", 200]
      - [large, "-", 300]
      - [bus, "< 0.5", 1]
      - [bus, ">= 0.5", 0]
  band:
    in: {{n: number}}
    out: number
    rows:
      - ["< 1", -1]
      - [1..30.5, 2]
      - ["> 30.5", 0.5]
  band_word:
    in: {{n: number}}
    out: kind
    rows:
      - ["< 3", small]
      - [">= 3", bus]
"""

# Names of columns by grain and type; `?` marks what may be missing.
COLUMNS = {
    "car": "number:n m k rupiah:money persen:share boolean:flag date:since kind:kind nip:owner text:note number?:opt "
    "date?:until kind?:okind boolean?:oflag rupiah:lot.fee number?:lot.rank menit?:permit.free number?:permit.extra number?:place.size "
    "opening.wage closing.wage born.wage",
    "visit": "number:n m menit:spent kind:kind date:day number?:opt number:car.n persen:car.share boolean:car.flag "
    "menit?:permit.free number?:stamp.mark held.wage asked_post.wage rupiah:car.lot.fee nip:car.owner number?:car.permit.extra number:size",
    "stay": "date:day number:car.n car.k rupiah:car.money number?:stamp.mark kind:car.kind boolean:car.flag",
    "lot": "rupiah:fee number?:rank",
    "sort": "kind:kind",
    "permit": "menit:free number?:extra number:car.n boolean:car.flag kind:car.kind",
    "place": "number:at size",
    "presence": "date:day menit:calendar.open number:car.n car.k rupiah:car.money number?:stamp.mark held.wage kept.wage kind:car.kind",
    "post": "number:wage car.n kind:sort date:start date?:end boolean:car.flag",
    "calendar": "date:day menit:open",
    "half": "number:size car.n rupiah:car.money kind:car.kind",
    "period": "hari:days date:start end",
}  # fmt: skip
EXISTS = {
    "car": ["permit", "place", "opening", "born"], "visit": ["permit", "stamp", "held", "asked_post"], "stay": ["stamp", "permit"],
    "presence": ["stamp", "held", "kept"],
}  # fmt: skip
ROWS = {
    "car": ["visit", "stay", "stamp", "ticket", "presence", "post", "half"], "stay": ["visit"], "half": ["visit"], "calendar": ["presence"], "lot": ["car"], "sort": ["car"],
    "permit": ["visit", "stay", "car"], "place": ["car"], "post": ["visit via asked_post", "visit via held"], "period": ["car", "visit", "stay", "lot", "permit", "presence", "half"],
}  # fmt: skip
ABOVE = {
    "visit": {"car": "car", "stay": "stay", "half": "half"}, "stay": {"car": "car"}, "car": {"lot": "lot", "sort": "sort"}, "permit": {"car": "car"}, "post": {"car": "car"},
    "presence": {"car": "car", "calendar": "calendar"}, "half": {"car": "car"},
}  # fmt: skip
GRAINS = (
    "visit", "visit", "stay", "car", "car", "car", "lot", "sort", "permit", "place", "period", "presence", "presence", "post",
    "calendar", "half", "half",
)  # fmt: skip
# What tells halves apart can be at fault.
SIZE = """\
    size:
      unit: number
      formula: opt * 2 + n / 2
"""
# So can the day by which a visit finds a post.
ASKED = """\
    asked:
      unit: date
      formula: day + opt * 1 hari
"""
BY_A_RULE = "asked_post: {to: post, match: {plate: plate, sort: kind}, as_of: asked}"
HALF = """\
  half:
    label: Visits of a car by a number that is computed
    of: visit
    by: [plate, size]
"""
TYPES = (
    "number",
    "number",
    "number",
    "rupiah",
    "rupiah",
    "persen",
    "menit",
    "hari",
    "boolean",
    "boolean",
    "date",
    "kind",
)


@dataclass(frozen=True)
class Sample:
    rules: str
    pays: str
    inputs: str
    period: str
    rows: dict[str, str]

    def __repr__(self) -> str:
        rows = "\n".join(f"{name}: {text}" for name, text in self.rows.items())
        return f"\n{self.rules}\n# pays {self.pays}; period {self.period}\n{rows}\n"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(self))


@st.composite
def samples(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Sample:
    def pick(choices: Sequence[Any]) -> Any:
        return choices[draw(st.integers(0, len(choices) - 1))] if len(choices) > 1 else choices[0]

    return Maker(pick).sample()


def thrown() -> st.SearchStrategy[Sample]:
    """Samples by dice: more different ones than `samples`, which Hypothesis grows out of each other and can shrink."""
    return st.integers(0, 2**48).map(lambda number: Maker(Random(number).choice).sample())


class Maker:
    def __init__(self, pick: Callable[[Sequence[Any]], Any]) -> None:
        self.pick = pick
        self.names = {grain: self.columns(grain, text) for grain, text in COLUMNS.items()}
        self.names["stamp"] = self.columns("stamp", "number:mark date:day")
        self.names["ticket"] = self.columns("ticket", "rupiah:fine")
        self.rules: dict[str, list[str]] = {"visit": [SIZE.rstrip(), ASKED.rstrip()]}
        self.pays: list[str] = []

    def columns(self, grain: str, text: str) -> Names:
        names, type_ = Names(rows=ROWS.get(grain, []), exists=EXISTS.get(grain, [])), ""
        for word in text.split():
            head, sign, name = word.rpartition(":")
            type_ = head if sign else type_
            names.add(type_.rstrip("?"), f"period.{name}" if grain == "period" else name, type_.endswith("?"))
        if grain != "period":
            names.add("date", "period.end")
            names.add("number", "rate_now")
        return names

    def writer(self, grain: str) -> Writer:
        return Writer(self.pick, self.names[grain], self.names)

    def sample(self) -> Sample:
        period = self.pick(PERIODS)
        for place in range(self.pick((2, 3, 4, 5, 6))):
            self.rule(self.pick(GRAINS), f"r{place}")
        self.rule("car", "paid_out")
        text = self.law(period) + self.sections()
        return Sample(text, " ".join(self.pays), self.inputs(), period, self.data(period))

    # The pack

    def rule(self, grain: str, name: str) -> None:
        type_ = "number" if name == "paid_out" else self.pick(TYPES)
        formula = self.writer(grain).of(type_, self.pick((1, 2, 2, 3)))
        others = [self.exception(grain, type_, place) for place in range(self.pick((0, 0, 0, 1, 2, 3)))]
        lines = [f"    {name}:"] + ([f"      unit: {type_}"] if type_ != "boolean" else [])
        lines += ["      formula: |", f"        {formula}"]
        divides = any(" / " in text or "average(" in text for text in (formula, *others))
        if type_ in STEPS and (divides or name == "paid_out" or self.pick((True, False, False))):
            steps = ("1", "100") if name == "paid_out" else STEPS[type_]  # a finding sums it, in whole numbers
            lines.append(f"      round: {self.pick(MODES)} to {self.pick(steps)}")
        lines += ["      exceptions:", *others] if others else []
        self.rules.setdefault(grain, []).append("\n".join(lines))
        self.named(grain, type_, name)

    def exception(self, grain: str, type_: str, place: int) -> str:
        writer = self.writer(grain)
        lines = [f"        e{place}:", "          when: |", f"            {writer.truth(1)}", "          formula: |"]
        lines.append(f"            {writer.of(type_, 1)}")
        if place and self.pick((True, False)):
            lines.append(f"          overrides: [e{self.pick(range(place))}]")
        return "\n".join(lines)

    def named(self, grain: str, type_: str, name: str) -> None:
        """The rule can be read from now on: here, from below, and above through sums."""
        if grain == "car" and (name == "paid_out" or type_ != "boolean") and self.pick((True, name == "paid_out")):
            self.pays.append(name)
        self.names[grain].add(type_, f"period.{name}" if grain == "period" else name)
        for below, relations in ABOVE.items():
            for relation, target in relations.items():
                if target == grain:
                    self.names[below].add(type_, f"{relation}.{name}")
        if grain == "period":
            for other in COLUMNS:
                if other != "period":
                    self.names[other].add(type_, f"period.{name}")
        if grain == "permit":
            self.names["car"].add(type_, f"permit.{name}", optional=True)

    def sections(self) -> str:
        text = "rules:\n" + "".join(f"  {grain}:\n" + "\n".join(rules) + "\n" for grain, rules in self.rules.items())
        grain = self.pick(("car", "visit", "lot", "period", "stay", "sort", "half", ""))
        if grain:
            text += f"ensure:\n  {grain}:\n    promise:\n      formula: |\n        {self.writer(grain).truth(2)}\n"
        where = self.pick((" where paid", "", " where paid and n > 2"))
        text += f"findings:\n  lot:\n    found:\n      label: Found\n      amount: sum(car.paid_out{where}) - 3\n"
        return text

    def law(self, period: str) -> str:
        day = f"{period}-{self.pick(('01', '02', '15', '28'))}"
        return LAW.format(day=day, first=self.pick(("1", "2.5", "-4")), second=self.pick(("3", "0.25", "7")))

    def inputs(self) -> str:
        inputs = spells.with_posts(f"{spells.HELD}, {BY_A_RULE}").replace(
            "groups:\n", f"{pairs.DAYS}groups:\n{pairs.PAIRS}{HALF}"
        )
        return inputs.replace("m: {type: number, range: 0..1_000}", f"m: {{type: number, range: 0..{self.high()}}}")

    def high(self) -> str:
        self.most = self.pick(RANGES)
        return str(self.most)

    # The data

    def data(self, period: str) -> dict[str, str]:
        self.last = monthrange(int(period[:4]), int(period[5:]))[1]
        self.period = period
        cars = [chr(65 + i) for i in range(self.pick((0, 1, 2, 3, 3, 4)))]
        rows = {
            "lot": [f"Z fee={self.money()} rank={self.pick(('', '0', '4', '9'))}", f"Y fee={self.money()}"],
            "car": [self.car(plate) for plate in cars],
            "permit": [
                f"{plate} free={self.pick((0, 30, 10_000))} extra={self.small('')}"
                for plate in cars
                if self.pick((True, False))
            ],
            "place": [f"{at} size={self.pick((0, 1, 100))}" for at in (0, 1, 7) if self.pick((True, False))],
        }
        visits = range(self.pick((0, 1, 3, 5, 8))) if cars else ()
        rows["visit"] = [self.visit(number, self.pick(cars)) for number in visits]
        rows["stamp"] = [
            f"{plate} {self.day()} mark={self.pick((0, 3, 9))}" for plate in cars if self.pick((True, False))
        ]
        rows["ticket"] = [
            f"{self.pick(cars)} fine={self.pick((0, 1, 1_000_000))}" for _ in range(self.pick((0, 1, 3))) if cars
        ]
        rows["calendar"] = [
            f"{day} open={self.pick((0, 100, 1_440))}" for day in dict.fromkeys(self.day() for _ in range(3))
        ]
        rows["post"] = [self.post(self.pick(cars)) for _ in range(self.pick((0, 1, 2, 4))) if cars]
        return {name: "\n".join(found) for name, found in rows.items()}

    def post(self, plate: str) -> str:
        start, end = self.pick(("2000-01-01", self.day())), self.pick(("", "", self.day(), "9999-12-31"))
        return f"{plate} sort={self.pick(('small', 'bus'))} start={start} end={end} wage={self.small()}"

    def small(self, *more: Any) -> Any:
        return self.pick((0, 1, 2, 3, 5, 7, 1000, *more))

    def money(self) -> int:
        return int(self.pick((0, 1, 50, 150, 999_999, 1_000_000)))

    def large(self) -> str:
        most = self.most.replace("_", "")
        return str(self.pick((0, 1, 2, 3, 10, most, int(most) - 1)))

    def day(self) -> str:
        return f"{self.period}-{self.pick((1, 2, 14, 15, 28, self.last)):02d}"

    def date(self) -> str:
        return str(
            self.pick(("2024-02-29", "2026-05-31", "1970-01-01", "2000-01-01", "9999-12-31", "0001-01-01", self.day()))
        )

    def car(self, plate: str) -> str:
        nip = self.pick(("199802292026031001", "200002292026031001", "200013012026031002", "000000000000000000"))
        return (
            f"{plate} lot={self.pick('ZY')} kind={self.word()} n={self.small()} m={self.large()} k={self.pick((1, 2, 3, 8, 1000))}"
            f" share={self.pick(('0', '0.01', '12.5', '33.33', '100', '200'))} money={self.money()} flag={self.pick(('ya', 'tidak'))}"
            f" since={self.date()} owner={nip} note={self.pick('abA')} opt={self.small('')}"
            f" until={self.pick(('', self.date()))} okind={self.pick(('', 'bus', 'small'))} oflag={self.pick(('', 'ya', 'tidak'))}"
        )

    def word(self) -> str:
        return str(self.pick(("small", "large", "bus")))

    def visit(self, number: int, plate: str) -> str:
        return (
            f"{number} {plate} day={self.day()} spent={self.pick((0, 1, 30, 450, 1_440))} n={self.small()} m={self.large()}"
            f" kind={self.word()} opt={self.small('')}" + (" n=x" if self.pick(range(15)) == 14 else "")
        )
