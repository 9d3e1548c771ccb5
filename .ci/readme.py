"""Runs a command block of README.md on a copy of the checkout, as a newcomer would type it.

Takes the block's name (`run` or `test`, said in its info string), an empty folder for the copy, and the Python to use.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path


def block(text: str, name: str) -> str:
    """The commands of the fenced block ```sh NAME."""
    found = re.search(rf"^```sh {name}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise SystemExit(f"README.md has no block ```sh {name}")
    return found.group(1)


def main(name: str, folder: str, python: str) -> int:
    root = Path(__file__).resolve().parent.parent
    copy = Path(folder)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache"))
    commands = block((root / "README.md").read_text(encoding="utf-8"), name).replace("python3 ", f"{python} ")
    print(commands)
    return subprocess.run(["bash", "-euc", commands], cwd=copy, stdin=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
