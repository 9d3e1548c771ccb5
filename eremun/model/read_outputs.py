"""The form of the four files, and of a fifth where a pack has lines finer than a person."""

from __future__ import annotations

from eremun.model.fields import Collector, Fields
from eremun.model.rules import Lines, OutputColumn, Outputs
from eremun.sources import syntax as s

FILES = ("payroll", "blocked", "rejected", "findings")
# The headings of a file under which stand plain words; the columns of the payroll are more than that.
LISTS = {
    "payroll": ("rows", "sort"),
    "blocked": ("sort", "columns"),
    "rejected": ("columns",),
    "findings": ("columns",),
}
LINES = "lines"
# The columns of a file that says none: a blocked person or rejected row never goes unlisted.
REJECTED = ("table", "row", "column", "value", "reason", "keterangan")
BLOCKED = ("reason", "keterangan")
FINDINGS = ("finding", "kunci", "count", "amount", "keterangan")


def read_outputs(to: Collector, key: s.Scalar, node: s.Node, person: tuple[str, ...]) -> Outputs:
    """`person`: the key of the person, which the list of the blocked begins with where it does not say otherwise."""
    fields = Fields(to, node, "outputs", " ".join((*FILES, LINES)), key.span)
    parts = {
        "payroll": _file(to, fields, "payroll", "file rows sort columns"),
        "blocked": _file(to, fields, "blocked", "file sort columns reasons"),
        "rejected": _file(to, fields, "rejected", "file columns reasons"),
        "findings": _file(to, fields, "findings", "file columns"),
    }
    words = {(name, key): part.words(key) for name, part in parts.items() for key in LISTS[name]}

    lines, sort, file = _read_lines(to, fields) if fields.has(LINES) else (None, (), "")
    words[LINES, "sort"] = sort

    def texts(name: str, key: str) -> tuple[str, ...]:
        return tuple(word.text for word in words[name, key])

    def columns(name: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        return texts(name, "columns") if parts[name].has("columns") else otherwise

    return Outputs(
        payroll_columns=_columns(to, parts["payroll"]),
        payroll_rows=texts("payroll", "rows"),
        payroll_sort=texts("payroll", "sort"),
        blocked_columns=columns("blocked", (*person, *BLOCKED)),
        blocked_sort=texts("blocked", "sort"),
        blocked_reasons=_reasons(parts["blocked"]),
        rejected_columns=columns("rejected", REJECTED),
        rejected_reasons=_reasons(parts["rejected"]),
        findings_columns=columns("findings", FINDINGS),
        lines=lines,
        files={name: part.text("file", f"{name}.csv") for name, part in parts.items()}
        | ({LINES: file} if file else {}),
        places={(f"{name}: {key}", word.text): word.span for (name, key), found in words.items() for word in found}
        | {(f"{name}: reasons", word.text): word.span for name in FILES for word, _ in parts[name].entries("reasons")}
        | {
            (f"{name}: file", part.text("file")): written.span
            for name, part in parts.items()
            if (written := part.get("file"))
        },
        span=key.span,
    )


def _file(to: Collector, fields: Fields, name: str, keys: str) -> Fields:
    return Fields(to, fields.get(name), name, keys, fields.key_span(name))


def _read_lines(to: Collector, outputs: Fields) -> tuple[Lines, tuple[s.Scalar, ...], str]:
    """The lines, the words by which they are sorted, and the name of their file."""
    place = outputs.key_span(LINES)
    fields = Fields(to, outputs.get(LINES), LINES, "file rows where sort columns", place)
    where = fields.formula("where") if fields.has("where") else None
    sort = fields.words("sort")
    grain = fields.text("rows", needed=True)
    lines = Lines(grain, _columns(to, fields), tuple(word.text for word in sort), where[0] if where else None, place)
    return lines, sort, fields.text("file", f"{LINES}.csv")


def _reasons(fields: Fields) -> dict[str, str]:
    return {name.text: item.text for name, item in fields.entries("reasons") if isinstance(item, s.Scalar)}


def _columns(to: Collector, fields: Fields) -> tuple[OutputColumn, ...]:
    columns: list[OutputColumn] = []
    for item in to.items(fields.get("columns"), "columns"):
        if isinstance(item, s.Scalar):
            columns += [OutputColumn(item.text, _path(item), 0, item.span)] if not to.gone(item) else []
        elif isinstance(item, s.Mapping) and len(item.entries) == 1:
            before = to.trouble
            column = _described(to, *item.entries[0])
            columns += [column] if to.trouble == before else []
        elif not to.gone(item):
            to.refuse("E200", item.span, what="columns", wanted="@output_column")
    return tuple(columns)


def _path(word: s.Scalar) -> s.Path:
    return s.Path((word.text,), (word.span,), word.span)


def _described(to: Collector, key: s.Scalar, node: s.Node) -> OutputColumn:
    fields = Fields(to, node, key.text, "value decimals effective_from effective_to", key.span)
    scalar = fields.scalar("decimals")
    decimals = 0
    if scalar is not None and scalar.text in tuple("0123456789"):
        decimals = int(scalar.text)
    elif scalar is not None:
        to.refuse("E212", scalar.span, text=scalar.text, known="0, 1, …, 9")
    formula = fields.formula("value", inside_braces=True) if fields.has("value") else None
    since, until = fields.day("effective_from"), fields.day("effective_to")
    if since is not None and until is not None and since > until:
        to.refuse("E217", fields.key_span("effective_to"), start=since, end=until)
    return OutputColumn(key.text, formula[0] if formula else _path(key), decimals, key.span, since, until)
