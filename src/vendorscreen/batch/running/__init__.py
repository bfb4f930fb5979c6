"""A supplier list in a file, screened by several processes, so that it can be interrupted and taken up again."""

from vendorscreen.batch.running.parts import Progress
from vendorscreen.batch.running.run import Interrupted, Run, check_output
from vendorscreen.batch.running.spool import spooled
from vendorscreen.batch.running.state import held, remove_state, state_folder
from vendorscreen.batch.running.summary import Summary
from vendorscreen.batch.running.task import ScreeningTask

__all__ = [
    "Interrupted",
    "Progress",
    "Run",
    "ScreeningTask",
    "Summary",
    "check_output",
    "held",
    "remove_state",
    "spooled",
    "state_folder",
]
