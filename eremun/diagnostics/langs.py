"""The languages that messages are written in: apart from their texts, which are only read where one is shown."""

from __future__ import annotations

from typing import Literal

Lang = Literal["id", "en"]
LANGS: tuple[Lang, ...] = ("id", "en")
