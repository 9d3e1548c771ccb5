"""A whole month: every input of a pack, in the order of the profile, from the size asked for and a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from eremun.diagnostics.diagnostic import Refused, Span, fault
from eremun.model.inputs import Column, Input, Relation
from eremun.testing.synth.cells import Cells
from eremun.testing.synth.columns import Maker, declared
from eremun.testing.synth.draws import Draws
from eremun.testing.synth.made import Made, Tables, known
from eremun.testing.synth.profile import Condition, Pattern, Profile, Recipe, TableProfile
from eremun.values.periods import Period
from eremun.values.types import Kind


@dataclass(frozen=True)
class Size:
    """How much to make. `faults`: the share of rows with a planted fault."""

    people: int
    entries: int
    period: Period
    seed: int
    faults: float = 0.0


def make_month(
    inputs: dict[str, Input], enums: dict[str, tuple[str, ...]], profile: Profile, size: Size
) -> dict[str, pl.DataFrame]:
    """One frame per input: numbers Int64, or Decimal where the column has decimals, dates Date, all else String; null
    is an empty cell. Refused where the profile names what is not there or a key would repeat."""
    month = _Month(inputs, enums, profile, size)
    missing = [one for name, one in inputs.items() if name not in profile]
    if missing:
        raise Refused(*(fault("E663", one.span, what=one.name, missing="synth.yaml: tables") for one in missing))
    for name, table in profile.items():
        month.tables.made[name] = month.table(known(inputs, name, table.span), table)
    return {name: _frame(one, month.tables.made[name]) for name, one in inputs.items()}


class _Month:
    def __init__(
        self, inputs: dict[str, Input], enums: dict[str, tuple[str, ...]], profile: Profile, size: Size
    ) -> None:
        self.enums, self.profile, self.size = enums, profile, size
        self.tables = Tables({}, {name: one.key for name, one in inputs.items()})

    def table(self, one: Input, table: TableProfile) -> Made:
        """Rows first, then columns, then their order, then what depends on the order."""
        for name in table.recipes:
            if name not in one.columns and not name.startswith("_"):
                raise Refused(fault("E660", table.recipes[name].span, name=name, known=", ".join(one.columns)))
        rows = self.rows(one, table)
        late = {name for name, recipe in table.recipes.items() if table.order and _counts_rows(recipe)}
        for name in self.order(one, table):
            if name not in late:
                rows.columns[name] = self.column(one, table, rows, name)
        if table.order:
            rows = rows.taken(known(rows.columns, table.order, table.span).arg_sort())
        for name in [name for name in self.order(one, table) if name in late]:
            rows.columns[name] = self.column(one, table, rows, name)
        self.check_key(one, rows, table.span)
        return rows

    def order(self, one: Input, table: TableProfile) -> Iterator[str]:
        """What relates first, then what the profile makes, in its order, then the rest."""
        related = {column for relation in one.relations for column in relation.columns}
        first = [name for name in one.columns if name in related and name not in table.recipes]
        yield from first
        yield from table.recipes
        yield from (name for name in one.columns if name not in first and name not in table.recipes)

    def rows(self, one: Input, table: TableProfile) -> Made:
        if table.measure == "each":
            rows = self.pairs(table)
        elif table.measure == "days":
            rows = Made(self.size.period.days)
            days = [self.size.period.start + timedelta(days=day) for day in range(self.size.period.days)]
            rows.columns[one.date or one.key[0]] = pl.Series(days, dtype=pl.Date)
        else:
            counts = {"people": self.size.people, "entries": self.size.entries}
            rows = Made(-(-counts.get(table.measure, table.count) // table.divisor))
        if table.drawn:
            self.draw(rows, table, table.drawn)
        return rows

    def pairs(self, table: TableProfile) -> Made:
        """A row for each row of a table, or for each pair; of the second table's rows for each of the first's."""
        heights = [known(self.tables.made, name, table.span).height for name in table.each]
        total, rest = 1, 1
        for height in heights:
            total *= height
        rows, numbers = Made(total), pl.int_range(total, dtype=pl.UInt32, eager=True)
        for name, height in zip(reversed(table.each), reversed(heights), strict=True):
            rows.indices[name] = (numbers // rest % max(height, 1)).cast(pl.UInt32)
            rest *= max(height, 1)
        return rows.taken(self.holding(rows, table.where)) if table.where else rows

    def draw(self, rows: Made, table: TableProfile, name: str) -> None:
        end = known(self.tables.made, name, table.span)
        eligible = self.holding(end, table.drawn_where)
        if rows.height and not len(eligible):
            raise Refused(fault("E663", table.span, what=name, missing="draw"))
        places = Draws(self.size.seed, table.name, "draw").below(rows.height, max(len(eligible), 1))
        rows.indices[name] = eligible.gather(places)

    def holding(self, rows: Made, conditions: tuple[Condition, ...]) -> pl.Series:
        """The numbers, UInt32, of the rows whose cells are among the words of every condition."""
        numbers = pl.int_range(rows.height, dtype=pl.UInt32, eager=True)
        for path, words in conditions:
            cells = self.tables.cells(rows, path).gather(numbers)
            numbers = numbers.filter(cells.cast(pl.String).is_in(list(words)).fill_null(False))
        return numbers

    def column(self, one: Input, table: TableProfile, rows: Made, name: str) -> pl.Series:
        column = one.columns.get(name)
        draws = Draws(self.size.seed, table.name, name)
        maker = Maker(rows, self.tables, self.size.period, Cells(name, column, self.enums), draws)
        if name in table.recipes:
            cells = maker.whole(table.recipes[name])
            self.relate(one, rows, name, cells)
            return cells
        if name in rows.columns:
            return rows.columns[name]
        if column is not None and (relation := _relation(one, rows, name)) is not None:
            return self.key_cell(relation, rows, column, draws)
        return declared(maker, one.name)

    def key_cell(self, relation: Relation, rows: Made, column: Column, draws: Draws) -> pl.Series:
        """The key of the related row; of a random one where no row was chosen yet."""
        target = known(self.tables.made, relation.target, column.span)
        if relation.target not in rows.indices:
            rows.indices[relation.target] = draws.below(rows.height, target.height).cast(pl.UInt32)
        key = self.tables.keys[relation.target][relation.match.index(column.name)]
        return target.columns[key].gather(rows.indices[relation.target])

    def relate(self, one: Input, rows: Made, name: str, cells: pl.Series) -> None:
        """Finds the rows that a made cell refers to, so that paths can go on from it."""
        for relation in one.relations:
            made = self.tables.made.get(relation.target)
            if relation.match == (name,) and relation.required and made is not None:
                keys = self.tables.key_of(relation.target)
                found = cells.to_frame("k").join(
                    keys.to_frame("k").with_row_index("n"), on="k", how="left", maintain_order="left"
                )
                if found["n"].null_count():
                    raise Refused(
                        fault("E660", one.span, name=str(cells.filter(found["n"].is_null())[0]), known=relation.target)
                    )
                rows.indices[relation.target] = found["n"]

    def check_key(self, one: Input, rows: Made, span: Span) -> None:
        if not one.key or not rows.height:
            return
        keys = pl.DataFrame({name: rows.columns[name] for name in one.tells_apart})
        distinct = keys.hash_rows().n_unique()
        if distinct < rows.height and (distinct := keys.n_unique()) < rows.height:
            raise Refused(fault("E664", span, table=one.name, count=rows.height - distinct, rows=rows.height))


def _counts_rows(recipe: Recipe) -> bool:
    return isinstance(recipe, Pattern) and "{row" in recipe.text


def _relation(one: Input, rows: Made, name: str) -> Relation | None:
    """The relation that gives this column its cells: one whose row is known, else one that must resolve."""
    naming = [relation for relation in one.relations if name in relation.columns]
    chosen = [relation for relation in naming if relation.target in rows.indices]
    required = [relation for relation in naming if relation.required and len(relation.columns) == 1]
    return next(iter(chosen + required), None)


def _frame(one: Input, rows: Made) -> pl.DataFrame:
    """The columns as the files will hold them, under their headings."""
    return pl.DataFrame({column.headers[0]: _typed(column, rows.columns[name]) for name, column in one.columns.items()})


def _typed(column: Column, cells: pl.Series) -> pl.Series:
    if column.type.kind is not Kind.NUMBER or not column.decimals:
        return cells
    digits = column.decimals
    padded = pl.DataFrame({"n": cells.cast(pl.String).str.zfill(digits + 1)})
    whole = pl.col("n").str.head(-digits)
    return (
        padded.select(pl.concat_str(whole, pl.lit("."), pl.col("n").str.tail(digits)))
        .to_series()
        .cast(pl.Decimal(18, digits))
    )
