"""Circles in what leads to what, each told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
MOST_CIRCLES = 100


def circles(graph: dict[K, list[K]]) -> Iterator[list[K]]:
    """Each circle, from one that is read to its reader and around; what is in it is taken out of the graph."""
    for _ in range(MOST_CIRCLES):
        try:
            TopologicalSorter(graph).prepare()
            return
        except CycleError as error:
            circle: list[K] = list(reversed(error.args[1]))
            yield circle
        _take_out(graph, set(circle))
    graph.clear()


def _take_out(graph: dict[K, list[K]], gone: set[K]) -> None:
    for key in gone:
        graph.pop(key, None)
    for key, read in graph.items():
        if not gone.isdisjoint(read):
            graph[key] = [one for one in read if one not in gone]
