"""Random tests are the same on every run; EREMUN_RANDOM=1 draws other examples."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
if not os.environ.get("EREMUN_RANDOM"):
    settings.load_profile("repeatable")
