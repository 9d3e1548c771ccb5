"""How names and numbers stand in the SQL: quoted, and told apart by case, which DuckDB ignores even between quotes."""

from __future__ import annotations

from sqlglot import exp

BIGINT_MAX = 2**63 - 1


def written(name: str) -> str:
    """The name as it stands in the SQL: every letter that has a lower form is marked, so that `A` and `a` differ."""
    return "".join(f"^{letter}" if letter.lower() != letter else letter for letter in name)


def identifier(name: str) -> exp.Identifier:
    return exp.Identifier(this=written(name), quoted=True)


def column(name: str, table: str | None = None) -> exp.Column:
    return exp.Column(this=identifier(name), table=identifier(table) if table else None)


def table(name: str, alias: str | None = None) -> exp.Table:
    return exp.Table(this=identifier(name), alias=exp.TableAlias(this=identifier(alias)) if alias else None)


def named(value: exp.Expr, name: str) -> exp.Expr:
    if isinstance(value, exp.Column) and not value.args.get("table") and value.name == written(name):
        return value
    return exp.Alias(this=value, alias=identifier(name))


def cast(value: exp.Expr, wide: bool = False) -> exp.Cast:
    return exp.Cast(this=value, to=exp.DataType(this=exp.DataType.Type.INT128 if wide else exp.DataType.Type.BIGINT))


def literal(value: int | bool | str) -> exp.Expr:
    """A bare literal; a whole number takes the type of what it meets, and INTEGER where it meets nothing."""
    if isinstance(value, bool):
        return exp.Boolean(this=value)
    if isinstance(value, str):
        return exp.Literal.string(value)
    return exp.Neg(this=exp.Literal.number(-value)) if value < 0 else exp.Literal.number(value)


def typed(value: int, wide: bool = False) -> exp.Expr:
    """A whole number as BIGINT, or as HUGEINT where wide or too large."""
    return cast(literal(value), wide or not -BIGINT_MAX <= value <= BIGINT_MAX)


def call(name: str, *values: exp.Expr) -> exp.Anonymous:
    return exp.Anonymous(this=name, expressions=list(values))
