"""The clinician's page of a record: the usual one, or the plain one where that cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports.on_record import Record
from reports.pdf.archive import Attachment
from reports.pdf.plain import NoPaperError, plain
from reports.pdf.render import render
from reports.plainly import plainly
from reports.summarize import summarize


def page(
    record: Record,
    attachments: Sequence[Attachment],
    size: tuple[float, float],
    report: Callable[[str], None],
) -> bytes:
    """The PDF of a record, whatever fails on the way; ``report`` is told a code of it, no more.

    A record of which a part could not be read, or that cannot be summed up or drawn, is printed
    plainly, and says so. `NoPaperError` where not even that can be done.
    """
    if record.response is None and record.assessment is None:
        raise NoPaperError
    response, assessment, visit = record.response, record.assessment, record.visit
    if response is not None and assessment is not None and visit is not None:
        try:
            return render(summarize(response, assessment, visit), attachments, size)
        except Exception as problem:  # noqa: BLE001 - no fault may leave a clinician without flags
            report(f"pdf.plain.{type(problem).__name__}")
    return plain(plainly(record, report), attachments, size, report)
