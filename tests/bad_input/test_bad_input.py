"""Every case of bad input in every form that can have it, by the specification and against the page that tells of it."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bad_input.around import Around, rights_count
from tests.bad_input.cases import CASES, EVERY, Case, Expect
from tests.bad_input.month import FORMS, forget
from tests.bad_input.page import PAGE, Row, read_page, render, row_of
from tests.bad_input.running import OUT, RESULTS, Outcome, clean_payroll, prepare, run_console, run_here

CONSOLE = [(case, next(form for form in FORMS if case.expected(form))) for case in CASES if case.console]


@pytest.fixture(scope="module", autouse=True)
def _clean_folders() -> Iterator[None]:
    yield
    forget()


@pytest.fixture(scope="module")
def page() -> dict[tuple[str, str], Row]:
    return read_page()


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EREMUN_LANG", "EREMUN_DEBUG"):
        monkeypatch.delenv(name, raising=False)


def ids(pairs: list[tuple[Case, str]]) -> list[str]:
    return [f"{case.name}-{form}" for case, form in pairs]


@pytest.mark.parametrize(("case", "form"), EVERY, ids=ids(EVERY))
def test_a_case(case: Case, form: str, tmp_path: Path, page: dict[tuple[str, str], Row]) -> None:
    require(case.around)
    root = tmp_path / "bulan"
    root.mkdir()
    prepare(case, form, root)
    run = run_console if case.around.only_in_a_process else run_here
    outcome = run(case, root)
    expect = case.expected(form)
    assert expect
    check(expect, outcome)
    assert row_of(outcome) == page[case.title, form]
    if expect.exit == 0:
        check_strict(case, expect, outcome, run_here(case, root, "--strict"))
    elif case.out == OUT and not expect.same and case.name != "payroll-adalah-folder":
        shutil.rmtree(root / OUT)
        again = run(case, root) if not case.around.only_in_a_process else None
        assert again is None or (again.exit == expect.exit and again.before == again.after)


@pytest.mark.parametrize(("case", "form"), CONSOLE, ids=ids(CONSOLE))
def test_a_case_in_a_process_of_its_own(
    case: Case, form: str, tmp_path: Path, page: dict[tuple[str, str], Row]
) -> None:
    require(case.around)
    root = tmp_path / "bulan"
    root.mkdir()
    prepare(case, form, root)
    outcome = run_console(case, root)
    expect = case.expected(form)
    assert expect
    check(expect, outcome)
    assert row_of(outcome) == page[case.title, form]


def test_the_page_has_these_cases_and_no_others() -> None:
    titles = [case.title for case in CASES]
    assert len(titles) == len(set(titles))
    assert render(read_page()) == PAGE.read_text(encoding="utf-8"), "python -m tests.bad_input.page"


def require(around: Around) -> None:
    if around.few_rights and not rights_count():
        pytest.skip("whoever runs this may read every file")
    if around != Around() and os.name != "posix":
        pytest.skip("there are no such limits and signals here")


def check(expect: Expect, outcome: Outcome) -> None:
    assert outcome.exit == expect.exit, outcome.err
    assert "Traceback" not in outcome.out + outcome.err
    if expect.code:
        assert f"[{expect.code}]" in outcome.message()
        assert outcome.out == ""
    if not expect.writes:
        assert outcome.after == outcome.before
        return
    assert tuple(sorted(outcome.results())) == RESULTS
    check_results(expect, outcome)


def check_results(expect: Expect, outcome: Outcome) -> None:
    """Who is paid, who is blocked and why, what was rejected; that the report adds up; that nothing else was touched."""
    report, results = outcome.report(), outcome.results()
    assert Counter(f"{line['table']} {line['reason']}" for line in outcome.lines("rejected.csv")) == expect.rejected
    assert reasons(outcome) == expect.blocked
    paid = expect.people - expect.lost - len(expect.blocked)
    assert report["people"] == {
        "people_in": expect.people,
        "paid": paid,
        "blocked": len(expect.blocked),
        "rejected": expect.lost,
    }
    assert len(outcome.lines("payroll.csv")) == paid
    for table in report["inputs"].values():
        assert table["rows_in"] == table["rows_used"] + table["rows_rejected"]
    for name, said in report["outputs"].items():
        content = results[name]
        assert isinstance(content, bytes)
        assert sha256(content).hexdigest() == said["sha256"]
    payroll = results["payroll.csv"]
    assert isinstance(payroll, bytes)
    assert expect.holds in payroll.decode()
    assert not expect.same or payroll == clean_payroll()
    assert without_results(outcome.before) == without_results(outcome.after)


def check_strict(case: Case, expect: Expect, first: Outcome, strict: Outcome) -> None:
    """The second time the exit code is 1 where anything is wrong, and the bytes are the same."""
    found = first.report()["findings"]
    assert strict.exit == (1 if expect.complains or any(one["lines"] for one in found.values()) else 0), case.name
    old, new = first.results(), strict.results()
    assert {name: new[name] for name in RESULTS if name != "timings.json"} == {
        name: old[name] for name in RESULTS if name != "timings.json"
    }


def reasons(outcome: Outcome) -> dict[str, str]:
    blocked: dict[str, list[str]] = {}
    for line in outcome.lines("blocked.csv"):
        blocked.setdefault(line["nip"], []).append(line["reason"])
    return {nip: " ".join(words) for nip, words in blocked.items()}


def without_results(tree: dict[str, bytes | str]) -> dict[str, bytes | str]:
    return {name: content for name, content in tree.items() if not name.startswith(f"{OUT}/")}
