"""Coverage as a person or a program reads it: what no case noticed, with its place; how much is covered; new ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from eremun.check.checked import CheckedPack
from eremun.diagnostics.langs import LANGS, Lang
from eremun.diagnostics.places import Shown
from eremun.testing.coverage.covering import Verdict
from eremun.testing.coverage.items import Change
from eremun.testing.coverage.paths import NewPaths, step_words

MOST_STEPS = 8
KINDS: dict[Lang, dict[str, str]] = {
    "id": {
        "rule": "aturan", "exception": "pengecualian", "cell": "isi tabel", "threshold": "ambang",
        "parameter": "parameter", "version": "versi", "ensure": "janji", "finding": "temuan", "require": "syarat baris",
    },
    "en": {
        "rule": "rule", "exception": "exception", "cell": "table cell", "threshold": "threshold",
        "parameter": "parameter", "version": "version", "ensure": "promise", "finding": "finding",
        "require": "row rule",
    },
}  # fmt: skip
CHANGES: dict[Lang, dict[str, str]] = {
    "id": {
        "value": "{before} → {after}", "by": "{after}", "opposite": "ya ↔ tidak", "other": "isi lain",
        "removed": "dihapus", "start": "berlaku sejak {before} → {after}", "end": "berlaku sampai {before} → {after}",
    },
    "en": {
        "value": "{before} → {after}", "by": "{after}", "opposite": "yes ↔ no", "other": "another value",
        "removed": "removed", "start": "in force from {before} → {after}", "end": "in force until {before} → {after}",
    },
}  # fmt: skip
WORDS: dict[Lang, dict[str, str]] = {
    "id": {
        "unnoticed": "Tidak tercakup; perubahan ini tidak menggagalkan satu kasus pun:",
        "unchangeable": "Tidak dapat diubah satu langkah pun, jadi tidak terhitung tercakup:",
        "count": "{covered} dari {all} ketentuan tercakup", "fixed": ", {fixed} tidak dapat diubah",
        "people": "{people} dari {of} orang pada masa {period} menempuh jalan yang tidak dilalui satu kasus pun",
        "steps": "Langkah yang tidak ada dalam kasus, dengan banyaknya orang dan seorang contohnya:",
        "more": "… dan {more} langkah lain", "exception": "pengecualian", "yes": "ya", "no": "tidak",
    },
    "en": {
        "unnoticed": "Not covered; no case fails with this change:",
        "unchangeable": "Cannot be changed by any step, so not counted as covered:",
        "count": "{covered} of {all} provisions covered", "fixed": ", {fixed} cannot be changed",
        "people": "{people} of {of} people in period {period} came a way that no case takes",
        "steps": "Steps that are in no case, with how many people took them and one of these:",
        "more": "… and {more} more steps", "exception": "exception", "yes": "yes", "no": "no",
    },
}  # fmt: skip


def coverage_lines(verdicts: Sequence[Verdict], shown: Shown, lang: Lang) -> Iterator[str]:
    """What is not covered, each with its place and the change, and the count."""
    words = WORDS[lang]
    lines = [f"  {_place(v, shown)}  {said(v, change, lang)}" for v in verdicts for change in v.unnoticed]
    fixed = [f"  {_place(v, shown)}  {_named(v, lang)}" for v in verdicts if v.unchangeable]
    for head, found in (("unnoticed", lines), ("unchangeable", fixed)):
        if found:
            yield words[head]
            yield from found
            yield ""
    covered = sum(verdict.covered for verdict in verdicts)
    more = words["fixed"].format(fixed=len(fixed)) if fixed else ""
    yield words["count"].format(covered=covered, all=len(verdicts)) + more


def path_lines(checked: CheckedPack, found: NewPaths, period: str, lang: Lang) -> Iterator[str]:
    """How many people came a way that no case takes, and the steps on it that are new."""
    words = WORDS[lang]
    yield words["people"].format(people=len(found.people), of=found.of, period=period)
    if not found.steps:
        return
    yield words["steps"]
    shown = found.steps[:MOST_STEPS]
    width = max(len(str(len(new.people))) for new in shown)
    for new in shown:
        yield f"  {len(new.people):>{width}}  {new.people[0]}  {step_words(checked, new.step, words)}"
    if len(found.steps) > len(shown):
        yield "  " + words["more"].format(more=len(found.steps) - len(shown))


def said(verdict: Verdict, change: Change, lang: Lang) -> str:
    """An item and a change of it: `parameter rate: 1% → 2%`."""
    how = CHANGES[lang][change.kind].format(before=change.before, after=change.after)
    return f"{_named(verdict, lang)}: {how}"


def coverage_json(verdicts: Sequence[Verdict], shown: Shown) -> dict[str, Any]:
    """`covered` and `total`; `unnoticed` with file, line, column, kind, name, and each change as data and in words;
    `unchangeable` alike, without a change."""
    unnoticed = [
        {
            **_as_json(verdict, shown),
            "change": {"kind": change.kind, "before": change.before, "after": change.after},
            **{lang: said(verdict, change, lang) for lang in LANGS},
        }
        for verdict in verdicts
        for change in verdict.unnoticed
    ]
    return {
        "covered": sum(verdict.covered for verdict in verdicts),
        "total": len(verdicts),
        "unnoticed": unnoticed,
        "unchangeable": [_as_json(verdict, shown) for verdict in verdicts if verdict.unchangeable],
    }


def paths_json(checked: CheckedPack, found: NewPaths, period: str) -> dict[str, Any]:
    """`people` of `of`, and all `steps` that no case takes with the keys of who took them."""
    steps = [
        {
            "rule": ".".join(new.step[0]),
            "people": list(new.people),
            **{lang: step_words(checked, new.step, WORDS[lang]) for lang in LANGS},
        }
        for new in found.steps
    ]
    return {"period": period, "people": len(found.people), "of": found.of, "steps": steps}


def _as_json(verdict: Verdict, shown: Shown) -> dict[str, Any]:
    span = verdict.item.span
    return {
        "file": shown(span.file),
        "line": span.line,
        "column": span.column,
        "kind": verdict.item.kind,
        "name": verdict.item.name,
    }


def _named(verdict: Verdict, lang: Lang) -> str:
    return f"{KINDS[lang][verdict.item.kind]} {verdict.item.name}"


def _place(verdict: Verdict, shown: Shown) -> str:
    span = verdict.item.span
    return f"{shown(span.file)}:{span.line}:{span.column}"
