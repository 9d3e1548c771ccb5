"""What stderr shows while something takes long: a spinner with the stage, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from eremun.cli.options import say


@contextmanager
def stages(quiet: bool) -> Iterator[Callable[..., None]]:
    """A function to call with what is being done now; it prints nothing where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_words: None
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    with console.status(Text(say("Mulai", "Starting"))) as status:
        yield lambda *words: status.update(Text(" ".join(str(word) for word in words)))
