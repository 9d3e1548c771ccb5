"""Runs eremun from a checkout: `python cli.py run …`. In an installation the command is `eremun`."""

from __future__ import annotations

import sys

from eremun.cli import main

if __name__ == "__main__":
    sys.exit(main())
