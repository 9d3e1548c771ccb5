"""How files reach a folder: all of them whole or none, the report last, older ones replaced only at the end.

Receives files in memory; writes them beside each other into a hidden folder, then moves them to their names.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.outputs.interrupts import held_interrupts
from eremun.outputs.locking import locked

TEMPORARY = ".eremun-"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CHUNK = 1 << 24


class Named(Protocol):
    """A name without a folder, and bytes."""

    @property
    def name(self) -> str: ...
    @property
    def content(self) -> bytes: ...


def publish(folder: Path, files: Sequence[Named], last: Named) -> None:
    """Puts the files and then `last` into the folder, making it where there is none. What an older `last` lists and
    this run no longer has is removed; every other file stays. Refused (E804-E807, E812) with nothing changed."""
    try:
        with _folder(folder), locked(folder), _staging(folder) as staging:
            for file in (*files, last):
                _write(staging / file.name, file.content)
            _sync(staging)
            stale = _stale(folder / last.name, {file.name for file in (*files, last)})
            with held_interrupts():
                _replace(folder, staging, [*(file.name for file in files), last.name], stale)
    except OSError as error:
        raise Refused(refusal(folder, error)) from error


def require_writable(folder: Path) -> None:
    """Refused (E804, E805) where it can be seen before anything is computed that the folder can't take files."""
    try:
        nearest = next(one for one in (folder, *folder.absolute().parents) if os.path.lexists(one))
        if not nearest.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(nearest))
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(nearest))
    except OSError as error:
        raise Refused(refusal(folder, error)) from error


def refusal(folder: Path, error: OSError) -> Diagnostic:
    """What a fault of the system means for whoever wanted the files in the folder."""
    place = str(folder)
    if isinstance(error, BlockingIOError):
        return fault("E807", at=place, folder=place)
    if error.errno in FULL:
        return fault("E806", at=place, folder=place)
    if isinstance(error, IsADirectoryError) and error.filename:
        return fault("E812", at=place, folder=place, file=Path(error.filename).name)
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return fault("E804", at=place, folder=place, file=error.filename or place)
    return fault("E805", at=place, folder=place, cause=error.strerror or type(error).__name__)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """The folder, made for the block; folders made here are removed again if the block fails."""
    made: list[Path] = []
    try:
        _make(folder, made)
        yield
    except BaseException:
        for one in reversed(made):
            with suppress(OSError):
                one.rmdir()
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Makes the folder and those above it, and notes the new ones, outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        with suppress(FileExistsError):
            one.mkdir()
            made.append(one)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A hidden folder inside, so that moving out of it never crosses disks; gone afterwards, whatever happened."""
    for left in folder.glob(TEMPORARY + "*"):
        shutil.rmtree(left, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder))
    try:
        yield staging
    finally:
        with held_interrupts():
            shutil.rmtree(staging, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view[:CHUNK]) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync(folder: Path) -> None:
    """Makes the names in the folder lasting, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stale(report: Path, kept: set[str]) -> list[str]:
    """Files that the older report lists as its outputs and this run no longer has."""
    try:
        listed = json.loads(report.read_bytes())["outputs"]
        names = [name for name in listed if isinstance(name, str)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    # A report is a file that anyone can edit: nothing outside its own folder is touched.
    return [name for name in names if Path(name).name == name and name not in kept and (report.parent / name).is_file()]


def _replace(folder: Path, staging: Path, names: Sequence[str], stale: Sequence[str]) -> None:
    """Older files aside, the report first, so that a folder without a report is one that is not whole; then the new
    ones to their names, the report last. After a fault everything is back where it was."""
    aside = staging / "older"
    aside.mkdir()
    _refuse_folders(folder, names)
    moved: list[tuple[Path, Path]] = []
    try:
        for name in (*reversed(names), *stale):
            if os.path.lexists(folder / name):
                _move(folder / name, aside / name, moved)
        for name in names[:-1]:
            _move(staging / name, folder / name, moved)
        _sync(folder)
        _move(staging / names[-1], folder / names[-1], moved)
        _sync(folder)
    except BaseException:
        for source, target in reversed(moved):
            target.replace(source)
        raise


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    source.replace(target)
    moved.append((source, target))


def _refuse_folders(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
