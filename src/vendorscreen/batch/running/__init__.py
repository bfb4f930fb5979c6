"""A supplier list in a file, screened by several processes, so that it can be interrupted and taken up again."""

from vendorscreen.batch.running.parts import Progress
from vendorscreen.batch.running.run import Interrupted, Run
from vendorscreen.batch.running.state import state_folder
from vendorscreen.batch.running.summary import Summary
from vendorscreen.batch.running.task import ScreeningTask

__all__ = ["Interrupted", "Progress", "Run", "ScreeningTask", "Summary", "state_folder"]
