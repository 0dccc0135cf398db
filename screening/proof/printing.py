"""What was proved, as a table for the terminal."""

from __future__ import annotations

from textwrap import wrap

from screening.proof.subject import Proved

_CLAIM = 52
_WIDTH = 88


def heading() -> str:
    """The head of the table."""
    return f"{'claim':{_CLAIM}} {'cases':>6} {'seconds':>8}  result\n"


def row(proved: Proved, seconds: float) -> str:
    """One line of the table, and below it what was noted and where the claim does not hold."""
    result = f"{len(proved.failures)} FAILED" if proved.failures else "proved"
    line = f"{proved.claim:{_CLAIM}} {proved.cases:6} {seconds:8.1f}  {result}\n"
    notes = (_below("-", note) for note in proved.notes)
    failures = (_below("FAILED", str(failure)) for failure in proved.failures)
    return "".join((line, *notes, *failures))


def _below(mark: str, text: str) -> str:
    lines = wrap(text, _WIDTH, initial_indent=f"  {mark} ", subsequent_indent="      ")
    return "\n".join(lines) + "\n"
