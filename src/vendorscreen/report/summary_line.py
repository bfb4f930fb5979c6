"""A report as one line, for many tenders at once."""

from vendorscreen.report.report import Report
from vendorscreen.showing import shown

__all__ = ["summary_line"]

_LONGEST_TITLE = 60


def summary_line(report: Report) -> str:
    """Return established and possible effect, score from 0 to 100, as-of date, id, the buyer's country, and title."""
    tender = report.tender
    name = _plain(tender.id or tender.ocid or tender.source)
    title = _plain(tender.title or "")
    cut = f"{title[: _LONGEST_TITLE - 1]}…" if len(title) > _LONGEST_TITLE else title
    effects = f"{report.established:<18}  {report.possible:<18}  {report.score:>3.0f}"
    return f"{effects}  {report.as_of}  {name}  {tender.buyer.country or '--'}  {cut}".rstrip() + "\n"


def _plain(text: str) -> str:
    return shown(" ".join(text.split()))
