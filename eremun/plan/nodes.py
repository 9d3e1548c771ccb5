"""The closed set of nodes that every engine computes: total functions of integers, booleans and text.

No node is ever null and none can fail: divisors are at least 1, a missing row has been given zeros and a flag, faults
are columns of bits. `X!` is the column of fault bits of rule X, `X?` says whether the optional X is there, `@R` is the
row number of the row that relation R leads to, `@row` the row's own number, `@R?` whether the looked-up row is there,
`#R` the number of the row that relation R finds by a day, `= C` holds the constant C on every row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eremun.values.rounding import Mode
from eremun.values.types import Kind

CompareSign = Literal["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True, eq=False)
class Const:
    """A whole number, a truth, or text. The truth `true` is not the number 1."""

    value: int | bool | str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Const) and type(self.value) is type(other.value) and self.value == other.value

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the frame the node is computed on."""

    name: str


@dataclass(frozen=True, slots=True)
class Add:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Subtract:
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Multiply:
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Divide:
    """left / right to a whole number in that mode; right is at least 1."""

    left: Node
    right: Node
    mode: Mode


@dataclass(frozen=True, slots=True)
class Least:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    sign: CompareSign
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class Choose:
    """then where the condition is true, otherwise where it is false."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class IsIn:
    value: Node
    choices: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """The value that stands beside the whole number; `otherwise` (0) where it stands in no cell."""

    value: Node
    cells: tuple[tuple[int, int], ...]
    otherwise: int = 0


@dataclass(frozen=True, slots=True)
class Steps:
    """The value of the last threshold that is not above the number; `otherwise` below the first. Thresholds ascend."""

    value: Node
    thresholds: tuple[tuple[int, int], ...]
    otherwise: int = 0


@dataclass(frozen=True, slots=True)
class BitOr:
    """Bits of faults, all at least 0."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class DatePart:
    """Of a day since 1970-01-01; weekday: Monday 1 to Sunday 7."""

    word: Literal["year", "month", "day", "weekday"]
    value: Node


@dataclass(frozen=True, slots=True)
class IsDate:
    """Whether a whole number YYYYMMDD names a day (years 1 to 9999)."""

    value: Node


@dataclass(frozen=True, slots=True)
class ToDate:
    """The days since 1970-01-01 of a whole number YYYYMMDD; any number where there is no such day."""

    value: Node


Node = (
    Const
    | Column
    | Add
    | Subtract
    | Multiply
    | Divide
    | Least
    | Greatest
    | Compare
    | And
    | Or
    | Not
    | Choose
    | IsIn
    | Cells
    | Steps
    | BitOr
    | DatePart
    | IsDate
    | ToDate
)

# Steps of a plan: each adds columns to the frame of one grain.


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column that intake delivers: `kind` says how it is stored (values/types.py); `optional`: it may be null there,
    and the frame gets `name` filled with 0 (text: "") and `name?`. `low` and `high`: what its integers can be."""

    name: str
    kind: Kind
    optional: bool = False
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of an input that stand, in file order; `@row` counts them from 0. `references`: relations R for which
    `@R`, a row number, is delivered. `rejected`: inputs I for which `rejected(I)`, a count per row, is."""

    grain: str
    columns: tuple[SourceColumn, ...]
    references: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a grain made of another's: one for each distinct combination of `keys` (columns of `of`) among its
    rows. The frame has these columns, by the same names, and `@row`."""

    grain: str
    of: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row for each row of `first` with each row of `second`: the columns `@first` and `@second` with their numbers,
    by the names of the grains, and `@row`."""

    grain: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Single:
    """The one row of the period: `start` and `end` (days since 1970), `days`, `name` (text)."""

    grain: str


@dataclass(frozen=True, slots=True)
class Derived:
    """`name` = node. `kind` as in SourceColumn; numbers are integers in `step` units of the plan's column table."""

    name: str
    node: Node
    kind: Kind


@dataclass(frozen=True, slots=True)
class Derive:
    """New columns of a grain, from columns it has before this step."""

    grain: str
    items: tuple[Derived, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """`own` columns of this grain equal `theirs` of the target, whose rows are unique by them. `certain`: every row has
    its row there; `own` is then the number of it."""

    own: tuple[str, ...]
    theirs: tuple[str, ...]
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """`name` here = column `source` there; where there is no such row 0, false or ""."""

    name: str
    source: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Attach:
    """New columns of a grain, from the one row of the target that matches. An empty match means the only row (period).
    `found`: the name of a boolean column, true where there is such a row; None where there always is."""

    grain: str
    target: str
    match: Match
    items: tuple[Attached, ...]
    found: str | None


@dataclass(frozen=True, slots=True)
class Find:
    """`name` = the number of the one row of the target that matches and holds on `day` (a column here), from its day
    `first` to its day `last` (columns there), both included; -1 where there is none. Rows of the target that match
    alike have no day in common."""

    grain: str
    name: str
    target: str
    match: Match
    day: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Aggregated:
    """`name` here = the sum, min, max, count, any or bit_or of `value` over the finer rows where `where` is true (None:
    all). Over no rows: 0, false. `value` is None for count and any."""

    name: str
    word: Literal["sum", "min", "max", "count", "any", "bit_or"]
    value: Node | None
    where: Node | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Aggregate:
    """New columns of a grain, from the rows of `over` that match it (own: columns of this grain, theirs: of `over`);
    an empty match means all rows (period). `largest`: the most rows that one group can have, where keys imply it."""

    grain: str
    over: str
    match: Match
    items: tuple[Aggregated, ...]
    largest: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """`name` = a row's part of the whole number `units` by largest remainder, among all rows with the same values in
    `within` (columns; none: all rows). First each has units * weight / total to the whole number below; what is then
    left of `units` goes one each to the rows where that division leaves most, among equals to the one whose `ties`
    (columns) come first. `units`, `weight` and `total` are columns, and total is at least 1. Rows with 0 units, such as
    those at fault, get 0; all others with the same values in `within` have the same units, and weights of at least 0
    that sum to total."""

    grain: str
    name: str
    within: tuple[str, ...]
    units: str
    weight: str
    total: str
    ties: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that it reads, each once."""
        return tuple(dict.fromkeys((*self.within, self.units, self.weight, self.total, *self.ties)))

    @property
    def whole(self) -> Node:
        """The part before what is left is given away."""
        return Divide(Multiply(Column(self.units), Column(self.weight)), Column(self.total), "floor")

    @property
    def remainder(self) -> Node:
        """What the division by `total` leaves, from 0 to below it."""
        product = Multiply(Column(self.units), Column(self.weight))
        return Subtract(product, Multiply(self.whole, Column(self.total)))


Step = Source | Group | Pair | Single | Derive | Find | Attach | Aggregate | Share
