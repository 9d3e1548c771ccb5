"""Prints constraints that hold every dependency of the project at the lower bound that pyproject.toml names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for dependency in project["dependencies"]:
    name, bound = re.fullmatch(r"([A-Za-z0-9._-]+)>=([0-9.]+)", dependency).groups()
    print(f"{name}=={bound}")
