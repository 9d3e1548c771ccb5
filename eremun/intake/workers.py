"""Who does the pieces of work on one table that do not depend on each other: two threads, since much of the work on
texts keeps but one processor busy; for few rows the caller alone, since starting a thread takes longer than their work.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

AT_ONCE = 2
FEW = 5000  # rows
P = ParamSpec("P")
T = TypeVar("T")


class Caller(Executor):
    """Does every piece at once, in the thread that asks for it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def workers(rows: int) -> Executor:
    """For a table of so many rows."""
    return Caller() if rows < FEW else ThreadPoolExecutor(AT_ONCE)
