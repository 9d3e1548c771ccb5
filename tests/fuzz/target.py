"""What every text must come through: from the bytes of a pack's files to a plan, or to messages that can be printed."""

from __future__ import annotations

from collections.abc import Mapping

from eremun.check.checker import check_draft
from eremun.check.warnings import warnings_of
from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.diagnostics.render import render
from eremun.model.builder import draft_pack
from eremun.plan.lowering import lower
from eremun.plan.widths import choose_widths
from eremun.sources.packs import HEAD, inside, pack_of, uses_of
from eremun.sources.reader import Reading
from eremun.sources.yaml_reader import read_plain, read_yaml
from eremun.testing.reading import cases_of

MONTH = "2026-01"
SHOWN = 20


def judged(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Everything that is said of a pack with these files, in both languages and as JSON; [] where all is well."""
    reading = read(files)
    said: list[Diagnostic] = []
    try:
        draft = draft_pack(reading, "paket")
        said += cases_of(draft)[1]
        checked = check_draft(draft)
        said += warnings_of(checked)
        choose_widths(lower(checked, MONTH), {})
    except Refused as refused:
        said = [*refused.diagnostics, *said]
    for lang in ("id", "en"):
        render(said[:SHOWN], reading.sources, lang, "text").encode("utf-8", "backslashreplace")
    render(said[:SHOWN], reading.sources, "id", "json")
    return said


def read(files: Mapping[str, bytes]) -> Reading:
    """The files as `read_documents` takes them from a folder; those under `../` are of a pack beside it."""
    named = [(name.removeprefix("../"), content) for name, content in files.items()]
    read = [(read_yaml if name.endswith(".yaml") else read_plain)(name, content) for name, content in named]
    documents, faults = tuple(document for document, _ in read), [one for _, found in read for one in found]
    heads = [document for document in documents if inside(document.file) == HEAD]
    for word in (word for head in heads for word in uses_of(head.root)):
        if word.text not in [pack_of(head.file) for head in heads]:
            faults.append(fault("E124", word.span, name=word.text, known="-"))
    return Reading(documents, tuple(faults))
