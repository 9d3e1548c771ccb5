"""The commands: one file for each verb, one place for exit codes.

Receives words from a shell; prints results to stdout and everything else to stderr.
"""

from __future__ import annotations


def main() -> int:
    """The console script. Ctrl-C ends it quietly even while its libraries are being loaded."""
    try:
        from eremun.cli.app import main as run
    except KeyboardInterrupt:
        return 130
    return run()
