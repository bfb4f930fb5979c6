"""The result of a screening and its renderings."""

from vendorscreen.report.assembly import build_report
from vendorscreen.report.report import Report
from vendorscreen.report.summary_line import summary_line
from vendorscreen.report.text import render_text

__all__ = ["Report", "build_report", "render_text", "summary_line"]
