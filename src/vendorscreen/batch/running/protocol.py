"""What the parent and its workers say to each other."""

import msgspec

__all__ = [
    "Done",
    "Job",
    "Raised",
    "Ready",
    "Refused",
    "Reply",
    "Unwritable",
    "read_reply",
]


class Job(msgspec.Struct, frozen=True):
    """A chunk to screen; the answers go to the file ``part`` (bytes of its path), or nowhere where it is only tried.

    ``rows`` is the digest of the chunk as it was read.
    """

    number: int
    batch: bytes
    part: bytes | None = None
    rows: bytes = b""


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker has opened the watchlists and waits."""


class Done(msgspec.Struct, frozen=True, tag=True):
    """The chunk is screened, and its file in place."""


class Raised(msgspec.Struct, frozen=True, tag=True):
    """Screening the chunk raised an error."""

    reason: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The worker cannot work at all: wrong files, other watchlists."""

    message: str


class Unwritable(msgspec.Struct, frozen=True, tag=True):
    """The file of the answers cannot be written: the disk is full, the folder is gone."""

    message: str


Reply = Ready | Done | Raised | Refused | Unwritable
_REPLIES: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def read_reply(content: bytes) -> Reply:
    """Return the reply in a message."""
    return _REPLIES.decode(content)
