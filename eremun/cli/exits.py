"""The one place where exceptions become exit codes and words on the screen.

0 done, 1 found something, 2 wrong usage, 3 refused, 130 Ctrl-C, 141 nobody reads stdout, 70 a fault of ours.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any, TextIO

from typer import TyperException

import eremun
from eremun.cli.options import chosen_format, chosen_lang, say
from eremun.cli.usage import WrongUsage, usage_text
from eremun.diagnostics.diagnostic import Refused, fault

FOUND, USAGE, REFUSED, OURS, INTERRUPTED, NO_READER, STOPPED = 1, 2, 3, 70, 130, 141, 143
PATIENCE, SOON = 5.0, 0.01  # seconds
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class _Interrupts:
    """Remembers Ctrl-C: libraries turn it into errors of their own. It may come while a lock is being taken, and who
    waits for that lock then waits for ever; so it comes again after a while, until the work has been left."""

    came = False

    def __init__(self) -> None:
        self.hook = sys.unraisablehook

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        self.come_again(PATIENCE)
        raise KeyboardInterrupt

    def unraisable(self, ignored: Any) -> None:
        """Python leaves out what is raised while an object goes away; then it comes again at once."""
        if self.came and isinstance(ignored.exc_value, KeyboardInterrupt):
            self.come_again(SOON)
        else:
            self.hook(ignored)

    def come_again(self, seconds: float) -> None:
        """0: never."""
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self if seconds else signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, seconds)


def guarded(work: Callable[[], int], last: bool = False) -> int:
    """Does the work and gives its exit code; whatever it raises is said on stderr and mapped. `last`: the process ends
    after it, so that all is said and done, and Ctrl-C must not make it look as if not."""
    _open_what_is_closed()
    interrupts = _Interrupts()
    before = signal.signal(signal.SIGINT, interrupts)
    sys.unraisablehook = interrupts.unraisable
    stopped = signal.signal(signal.SIGTERM, _stop)
    _say_what_cannot_be_encoded()
    try:
        code = work()
        sys.stdout.flush()
        return code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else OURS
    except BaseException as error:
        return _interrupted() if interrupts.came else _mapped(error)
    finally:
        if interrupts.came:
            interrupts.come_again(0)
        sys.unraisablehook = interrupts.hook
        signal.signal(signal.SIGINT, signal.SIG_IGN if last else before)
        signal.signal(signal.SIGTERM, stopped)
        if last and interrupts.came:
            _leave()


def _open_what_is_closed() -> None:
    """A shell can start a program without stdout or stderr (`>&-`); what is said there is then said to nobody."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end


def _stop(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM leaves by way of every `finally`, so that no temporary folder stays."""
    raise SystemExit(STOPPED)


def _leave() -> None:
    """Ends the process without waiting for threads that the interrupt left waiting."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(INTERRUPTED)


def _interrupted() -> int:
    with suppress(OSError):
        print(say("Dihentikan.", "Stopped."), file=sys.stderr)
    return INTERRUPTED


def _mapped(error: BaseException) -> int:
    if isinstance(error, KeyboardInterrupt):
        return _interrupted()
    if isinstance(error, Refused):
        return _refused(error)
    if isinstance(error, (WrongUsage, TyperException)):
        print(usage_text(error), file=sys.stderr)
        return USAGE
    if isinstance(error, BrokenPipeError):
        close_stdout()
        return NO_READER
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException":
        return _refused(Refused(fault("E809")))
    if isinstance(error, OSError) and error.errno in FULL:
        close_stdout()
        return _refused(Refused(fault("E814", cause=error.strerror)))
    return _ours(error)


def _refused(error: Refused) -> int:
    """Text for people goes to stderr; JSON is what was asked for, so it is the result on stdout."""
    from eremun.diagnostics.render import print_diagnostics

    form, lang = chosen_format(), chosen_lang()
    stream: TextIO = sys.stdout if form == "json" else sys.stderr
    try:
        print_diagnostics(error.diagnostics, error.sources, lang, form, stream)
        stream.flush()
    except BrokenPipeError:
        close_stdout()
    for note in getattr(error, "__notes__", ()):
        print(note, file=sys.stderr)
    return REFUSED


def _ours(error: BaseException) -> int:
    """A short message in both languages; the traceback only for EREMUN_DEBUG=1, since it can hold data of people."""
    if os.environ.get("EREMUN_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
        return OURS
    place = f"eremun {eremun.__version__}, {type(error).__name__}, {_place(error)}"
    print(
        "eremun berhenti karena kesalahan pada programnya sendiri, bukan pada data atau aturan Anda.\n"
        "Kirimkan kepada pembuatnya: perintah yang Anda ketik, dan baris di bawah ini.\n"
        "Dengan EREMUN_DEBUG=1 di depan perintah itu, keterangannya lengkap (dapat memuat data orang).\n"
        "eremun stopped because of a fault in the program itself, not in your data or rules.\n"
        "Please send to its makers: the command you typed, and the line below.\n"
        "With EREMUN_DEBUG=1 before the command all details are shown (they may hold data of people).\n"
        f"  {place}",
        file=sys.stderr,
    )
    return OURS


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "-"
    last = next((frame for frame in reversed(frames) if "eremun" in Path(frame.filename).parts), frames[-1])
    return f"{Path(last.filename).parent.name}/{Path(last.filename).name}:{last.lineno} {last.name}"


def close_stdout() -> None:
    """Nobody reads it any more; without this the interpreter would complain when it leaves."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def _say_what_cannot_be_encoded() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
