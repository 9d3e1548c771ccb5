"""What can be wrong around a command: files that can't grow, rights that are missing, Ctrl-C at a chosen moment.

Works in the running process and as `python -c` before the command; imports nothing that the command imports late.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2
CAPABILITIES_3 = 0x20080522


@dataclass(frozen=True)
class Around:
    """`small_files`: no file can grow beyond so many bytes. `interrupt`: an audit event and a part of its first
    arguments, or "call", a part of a module's name and which call in it. `few_rights`: root is bound by rights too."""

    small_files: int = 0
    interrupt: tuple[str, str] | tuple[str, str, int] | None = None
    few_rights: bool = False
    signal: int = int(signal.SIGINT)

    @property
    def only_in_a_process(self) -> bool:
        """Whether it can't be undone, or happens only once in a process."""
        return self.few_rights or bool(self.interrupt and self.interrupt[0] == "import")


@contextmanager
def applied(around: Around) -> Iterator[None]:
    """The surroundings for the block, in this process."""
    if around.few_rights:
        _give_up_rights()
    with _small_files(around.small_files), _interrupting(around):
        yield


@contextmanager
def _small_files(size: int) -> Iterator[None]:
    if not size:
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class _Hook:
    """An audit hook can't be removed, so there is one, which can be told to do nothing."""

    installed = False
    wanted: tuple[str, str] | None = None
    number: int = signal.SIGINT

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.wanted and event == self.wanted[0] and self.wanted[1] in " ".join(map(str, arguments[:2])):
            self.wanted = None
            os.kill(os.getpid(), self.number)


HOOK = _Hook()


@contextmanager
def _interrupting(around: Around) -> Iterator[None]:
    wanted = around.interrupt
    if wanted is None:
        yield
        return
    if len(wanted) == 3:
        sys.setprofile(_at_call(wanted[1], wanted[2], around.signal))
    else:
        if not HOOK.installed:
            sys.addaudithook(HOOK)
            HOOK.installed = True
        HOOK.wanted, HOOK.number = (wanted[0], wanted[1]), around.signal
    try:
        yield
    finally:
        sys.setprofile(None)
        HOOK.wanted = None


def _at_call(module: str, which: int, number: int) -> Any:
    calls = 0

    def profile(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call" and module in str(frame.f_globals.get("__name__"))
        if calls == which:
            sys.setprofile(None)
            os.kill(os.getpid(), number)

    return profile


def _give_up_rights() -> None:
    """Root may do everything by two capabilities; without them the rights of files count for root too."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(CAPABILITIES_3, 0), (ctypes.c_uint32 * 6)()
    libc.capget(header, sets)
    for place in (0, 1):
        sets[place] &= ~(1 << DAC_OVERRIDE | 1 << DAC_READ_SEARCH)
    if libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")


def rights_count() -> bool:
    """Whether a file without rights can be made that this process, or one it starts, can't read."""
    return os.name == "posix" and (os.geteuid() != 0 or sys.platform == "linux")


def command(around: Around, words: Sequence[str]) -> list[str]:
    """The console script under those surroundings, as a command of its own."""
    script = "from eremun.cli import main; raise SystemExit(main())"
    if around == Around():
        return [sys.executable, "-c", script, *words]
    before = f"from tests.bad_input.around import Around, applied\nwith applied({around!r}):\n "
    return [sys.executable, "-c", before + script, *words]
