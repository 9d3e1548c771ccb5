"""Of every percentage among the parameters of every pack: without its sign the pack is refused, there, with a fix."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from eremun import api
from eremun.diagnostics.render import render

VALUE = re.compile(r"(value: [0-9._]+)%")
PERCENTS = [
    (name, place)
    for name, folder in sorted(api.shipped_packs().items())
    for path in folder.glob("parameters.yaml")
    for place in range(len(VALUE.findall(path.read_text(encoding="utf-8"))))
]


@pytest.mark.parametrize(("name", "place"), PERCENTS)
def test_a_percentage_without_its_sign_is_refused(name: str, place: int, tmp_path: Path) -> None:
    for used, folder in api.shipped_packs().items():
        shutil.copytree(folder, tmp_path / used)
    path = tmp_path / name / "parameters.yaml"
    text = path.read_text(encoding="utf-8")
    found = list(VALUE.finditer(text))[place]
    path.write_text(text[: found.end() - 1] + text[found.end() :], encoding="utf-8")
    line = text.count("\n", 0, found.start()) + 1
    with pytest.raises(api.Refused) as refused:
        api.load(tmp_path / name, tests=False)
    first = next(one for one in refused.value.diagnostics if one.code in ("E309", "E218"))
    assert first.span is not None
    assert (Path(first.span.file).name, first.span.line) == ("parameters.yaml", line)
    said = render(refused.value.diagnostics, refused.value.sources, "id", "text")
    percent = f"{found[1].removeprefix('value: ')}%"
    assert f"tulis {percent} bila yang dimaksud persen" in said or f"mungkin dimaksudkan {percent}" in said
