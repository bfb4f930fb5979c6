"""What the tests of screening share."""

from tests.batch.conftest import screener

__all__ = ["screener"]
