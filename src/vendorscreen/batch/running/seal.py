"""Answers in files that are read again: each with the digest of the rows it answers, and one of the whole."""

import hashlib

__all__ = ["rows_digest", "sealed", "unsealed"]

_DIGEST_BYTES = hashlib.sha256().digest_size


def rows_digest(rows: bytes) -> bytes:
    """Return the SHA-256 of rows as they were read."""
    return hashlib.sha256(rows).digest()


def sealed(answers: bytes, rows: bytes) -> bytes:
    """Return what ``unsealed`` takes apart; ``rows`` is the digest of the rows that the answers are to."""
    return rows + hashlib.sha256(rows + answers).digest() + answers


def unsealed(content: bytes) -> tuple[bytes, bytes] | None:
    """Return the answers and the digest of their rows; ``None`` where any bit is not as it was written."""
    rows, seal = content[:_DIGEST_BYTES], content[_DIGEST_BYTES : 2 * _DIGEST_BYTES]
    answers = content[2 * _DIGEST_BYTES :]
    return (answers, rows) if hashlib.sha256(rows + answers).digest() == seal else None
