"""A lock on an open file, which its holder loses when it closes the file or ends in any way."""

try:
    import fcntl
except ImportError:  # Windows has no flock
    fcntl = None  # type: ignore[assignment]

__all__ = ["lock"]


def lock(descriptor: int) -> bool:
    """Lock an open file and return whether nobody else holds the lock; a system without locks gives it to everybody.

    Raises:
        OSError: the disk has no locks.
    """
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
