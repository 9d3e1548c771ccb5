"""Empty files for the data a pack reads, and a page that says what stands in each column.

Receives a pack; gives files: one CSV with its heading per table, and the page in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from eremun.model.inputs import Column, Fixed, Input, Relation
from eremun.model.pack import Pack
from eremun.outputs.template_words import SENTENCES, Sentences
from eremun.values.forms import DOTS_AND_COMMA, below_zero_in, example_of, in_form
from eremun.values.numbers import decimal_text
from eremun.values.types import Kind

PAGE = "BACA-SAYA.md"


@dataclass(frozen=True)
class TemplateFile:
    """A name without a folder, and bytes."""

    name: str
    content: bytes


def template_files(pack: Pack) -> tuple[TemplateFile, ...]:
    """One CSV per table, its heading only, and the page."""
    tables = [TemplateFile(f"{table.name}.csv", _heading(table)) for table in pack.inputs.values()]
    return (*tables, TemplateFile(PAGE, page(pack).encode()))


def page(pack: Pack) -> str:
    """What each table and column is: Bahasa Indonesia first, then English."""
    return "\n".join(line for lang in ("id", "en") for line in _in_one(pack, SENTENCES[lang])) + "\n"


def _heading(table: Input) -> bytes:
    return (",".join(column.headers[0] for column in table.columns.values()) + "\n").encode()


def _in_one(pack: Pack, words: Sentences) -> Iterator[str]:
    yield f"# {words.title.format(pack=pack.label or pack.name)}\n"
    yield words.general + "\n"
    for table in pack.inputs.values():
        yield from _table(pack, table, words)


def _table(pack: Pack, table: Input, words: Sentences) -> Iterator[str]:
    yield f"## {table.name}.csv{f': {table.label}' if table.label else ''}\n"
    yield (words.key.format(columns=_headings(table, table.key)) if _has_one_row(table) else _several(table, words))
    if table.complete:
        yield words.complete
    if table.ledger:
        yield words.closed.format(month=table.columns[table.month].heading)
    for relation in table.relations:
        said = words.required if relation.required else words.by_day if relation.as_of else words.looked_up
        yield said.format(columns=_found_by(table, relation), table=f"{relation.target}.csv",
                          day=_day(pack, table, relation, words))  # fmt: skip
    for require in table.requires:
        yield words.require.format(column=_headings(table, (require.column,)), label=require.label)
    yield _fate(pack, table, words) + "\n"
    yield words.head
    yield "|---|---|---|---|"
    for column in table.columns.values():
        cells = (column.headers[0], _form(pack, column, words), _limits(column, words), _empty(column, words))
        yield "| " + " | ".join(_cell(text) for text in cells) + " |"
    yield ""


def _has_one_row(table: Input) -> bool:
    """Whether no two rows have the same key."""
    return bool(table.key) and not table.spells


def _several(table: Input, words: Sentences) -> str:
    if not table.spells:
        return words.no_key
    return words.spells.format(columns=_headings(table, table.key), ends=_headings(table, table.spells))


def _day(pack: Pack, table: Input, relation: Relation, words: Sentences) -> str:
    """The day by which a relation finds its row: one of the month, of a column, or what a rule says of it."""
    rule = pack.rules.get((table.name, relation.as_of[0])) if len(relation.as_of) == 1 else None
    if rule is not None:
        return words.day_by_rule.format(label=rule.label or rule.name)
    return words.days.get(relation.as_of[1:], "") or _headings(table, relation.as_of)


def _fate(pack: Pack, table: Input, words: Sentences) -> str:
    """What becomes of the person when a row is rejected."""
    if table.name == pack.person:
        return words.not_paid
    if all(relation.target != pack.person for relation in table.relations):
        return words.reported
    return words.block if table.when_rejected == "block" else words.drop


def _headings(table: Input, names: tuple[str, ...]) -> str:
    """The columns by the heading they are read from; a name that is no column of the table as it is."""
    return ", ".join(f"`{table.columns[name].headers[0] if name in table.columns else name}`" for name in names)


def _found_by(table: Input, relation: Relation) -> str:
    """The columns that lead to the other table's row, and the constants among its key."""
    return ", ".join(
        f"`{part.heading}` = `{part.text}`" if isinstance(part, Fixed) else _headings(table, (part,))
        for part in relation.match
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _form(pack: Pack, column: Column, words: Sentences) -> str:
    """How a cell is written, with an example."""
    match column.type.kind:
        case Kind.ENUM:
            return words.choices.format(words=", ".join(f"`{word}`" for word in pack.enums[column.type.enum or ""]))
        case Kind.NUMBER:
            return _number(column, words)
        case Kind.DATE if column.format:
            return words.day.format(form=column.format, example=example_of(column.format))
        case kind if kind is Kind.NIP or column.refuses_typed_number:
            return f"{words.forms[kind]}; {words.no_number}"
        case kind:
            return words.forms[kind]


def _number(column: Column, words: Sentences) -> str:
    unit = words.units.get(str(column.type), str(column.type))
    form = _number_form(column, words)
    if column.below_zero:
        form += words.below_zero.format(example=below_zero_in(column.format, column.decimals))
    return f"{form}, {unit}" if unit else form


def _number_form(column: Column, words: Sentences) -> str:
    if column.decimals:
        said = words.comma if column.format else words.decimal
        return said.format(decimals=column.decimals, example=example_of(column.format))
    return words.dots.format(example="1.234") if column.format == DOTS_AND_COMMA else words.whole


def _limits(column: Column, words: Sentences) -> str:
    if column.in_period:
        return words.in_period
    low, high = (None if bound is None else _bound(column, bound) for bound in (column.low, column.high))
    if low is not None and high is not None:
        return words.between.format(low=low, high=high)
    if low is not None:
        return words.at_least.format(low=low)
    return words.at_most.format(high=high) if high is not None else ""


def _bound(column: Column, value: Fraction) -> str:
    """The bound as a cell would be written."""
    percent = str(column.type) == "persen"
    plain = decimal_text(value * 100 if percent else value, column.decimals if value.denominator != 1 else 0)
    return in_form(plain, column.format)


def _empty(column: Column, words: Sentences) -> str:
    said = [words.may_be_empty if column.optional else words.not_empty]
    if len(column.headers) > 1:
        said.append(words.other_headings.format(names=", ".join(f"`{name}`" for name in column.headers[1:])))
    return "; ".join(said)
