"""Every pack that comes with eremun: makes sense, passes its tests on every engine; pays a made-up month alike where it has
a profile, says what it rests on where it has a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eremun import api
from eremun.cli.app import main
from eremun.testing.coverage.covering import items_of
from eremun.testing.synth.make import write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period

ROOT = Path(__file__).resolve().parents[2]
PACKS = sorted(path.parent.name for path in (ROOT / "rules").glob("*/pack.yaml"))
NOTE = 3
WITH_PAGE = [pack for pack in PACKS if (ROOT / "rules" / pack / "README.md").is_file()]
WITH_PROFILE = [pack for pack in PACKS if (ROOT / "rules" / pack / "synth.yaml").is_file()]
ENGINES: tuple[api.EngineName, ...] = ("reference", "polars", "duckdb")
MONTHS = {
    "dki-jakarta": Period(2021, 3),
    "jabatan": Period(2026, 1),
    "jaminan-kesehatan": Period(2026, 1),
    "kota-bandung": Period(2026, 1),
    "kota-banjarmasin": Period(2022, 8),
    "nasional": Period(2026, 2),
    "pph-final": Period(2026, 1),
    "poin-7260": Period(2026, 1),
    "potongan-disiplin": Period(2026, 1),
}


def readme(pack: str) -> str:
    return (ROOT / "rules" / pack / "README.md").read_text(encoding="utf-8")


def test_every_profile_has_a_month() -> None:
    assert sorted(MONTHS) == WITH_PROFILE


@pytest.mark.slow
@pytest.mark.parametrize("pack", PACKS)
def test_its_own_tests_pass_on_every_engine(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", pack, "--engine", "all"]) == 0, capsys.readouterr().out
    assert " 0 gagal\n" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("pack", PACKS)
def test_every_provision_is_covered(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", pack, "--coverage", "--strict"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("pack", WITH_PROFILE)
def test_a_made_up_month_is_the_same_on_every_engine(pack: str, tmp_path: Path) -> None:
    """Nothing is rejected and somebody paid; the bytes of all files are equal; an explanation is what is computed."""
    month = MONTHS[pack]
    data = tmp_path / "data"
    write_month(api.read(pack), Size(40, 2400, month, 1), data, "csv")
    plan = api.load(pack, tests=False).plan(month.name)
    periods = []
    for engine in ENGINES:
        run = plan.run(data, engine)
        run.write(tmp_path / engine)
        assert run.inputs.rejected.height == 0
        assert run.report.people.paid > 0
        periods.append(run.frame("period").rows())  # in some packs no rule stands on it
    first, *others = ([(tmp_path / engine / file.name).read_bytes() for file in run.files] for engine in ENGINES)
    assert others == [first, first]
    assert periods[1:] == [periods[0]] * 2
    assert plan.explain(data, run.frame("pegawai")["nip"][0]).differences == ()


@pytest.mark.parametrize("pack", WITH_PROFILE)
@pytest.mark.parametrize("form", [[], ["--sql"]], ids=["plan", "sql"])
def test_its_plan_is_shown(pack: str, form: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Also where no rule stands on the period, so that nothing of that row is computed."""
    assert main(["plan", pack, "--period", MONTHS[pack].name, *form]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("pack", WITH_PAGE)
def test_the_readme_says_how_much_is_assumed(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", pack]) == 0
    found = re.search(r"\d+ dari \d+ ketentuan", capsys.readouterr().out)
    assert found
    assert found.group() in " ".join(readme(pack).split())


@pytest.mark.parametrize("pack", WITH_PAGE)
def test_the_readme_names_every_chapter(pack: str) -> None:
    chapters = [path.name for path in (ROOT / "rules" / pack).glob("[1-9]-*.yaml")]
    assert chapters
    assert [name for name in chapters if f"`{name}`" not in readme(pack)] == []


@pytest.mark.parametrize("pack", WITH_PAGE)
def test_check_has_nothing_to_say(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No warning either: what is registered, declared and defined is used. Notes say what is so."""
    assert main(["check", pack, "--format", "json"]) == 0
    assert [one for one in json.loads(capsys.readouterr().out) if one["severity"] < NOTE] == []


def test_every_reason_that_a_pack_has_a_sentence_for_can_block(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentences of `outputs.yaml` are those of the list of what can block, and of the promises."""
    assert main(["check", "kota-bandung", "--format", "json"]) == 0
    listed = {one["data"]["arguments"]["name"] for one in json.loads(capsys.readouterr().out)}
    assert listed == set(api.load("kota-bandung").pack.outputs.blocked_reasons)


def test_what_is_proven_of_the_promises_that_no_data_should_break(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither more than the ceiling of the class nor less than nothing is paid, whatever the data."""
    assert main(["check", "kota-bandung", "--format", "json"]) == 0
    notes = [one for one in json.loads(capsys.readouterr().out) if one["code"] in ("N301", "N302")]
    found = {one["data"]["arguments"]["name"]: one["code"] for one in notes}
    assert found == {
        "presensi_kosong": "N302",
        "presensi_tidak_lengkap": "N302",
        "bruto_di_luar_pagu": "N301",
        "bersih_negatif": "N301",
    }


@pytest.mark.parametrize("pack", WITH_PAGE)
def test_a_readme_that_tells_coverage_knows_how_much_there_is(pack: str) -> None:
    """Whether all of it is covered takes longer to find out; `.ci/run` does."""
    told = re.search(r"(\d+) dari (\d+) ketentuan tercakup", " ".join(readme(pack).split()))
    if told is not None:
        assert told.group(1) == told.group(2) == str(len(items_of(api.load(pack).checked)))
