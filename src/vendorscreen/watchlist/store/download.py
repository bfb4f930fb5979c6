"""Downloads: only when asked, bounded in size and time, taken up again where they broke off."""

import contextlib
import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.watchlist.official.list_file import MAXIMUM_BYTES
from vendorscreen.watchlist.store.edition import Retrieved

if TYPE_CHECKING:
    import httpx

__all__ = ["Limits", "Progress", "fetch"]

Progress = Callable[[str, int, int | None], None]
"""Told of a download: its address, bytes so far, bytes in all where the server says so."""

_RETRIED = {408, 425, 429, 500, 502, 503, 504}


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds of one download; seconds and bytes."""

    connect_seconds: float = 15.0
    silence_seconds: float = 30.0
    total_seconds: float = 1800.0
    pause_seconds: float = 1.0
    attempts: int = 4
    redirects: int = 5
    most_bytes: int = MAXIMUM_BYTES


@dataclass(slots=True)
class _Partial:
    """A download that is not complete yet, kept on disk with the validators of what it is a part of."""

    path: Path
    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, folder: Path, url: str) -> "_Partial":
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / hashlib.sha256(url.encode()).hexdigest()[:32]
        partial = cls(path)
        with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
            told = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=dict[str, str | None])
            partial.etag, partial.last_modified = told.get("etag"), told.get("last_modified")
        return partial

    @property
    def validator(self) -> str | None:
        """What the server can tell by whether the rest still fits: a strong ETag, else the date."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() and self.validator else 0

    def begin(self, etag: str | None, last_modified: str | None) -> None:
        self.etag, self.last_modified = etag, last_modified
        self.path.write_bytes(b"")
        self.path.with_suffix(".json").write_bytes(msgspec.json.encode({"etag": etag, "last_modified": last_modified}))

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)
        self.path.with_suffix(".json").unlink(missing_ok=True)


class _BrokenOffError(Exception):
    """The transfer ended early; what came is kept for the next attempt."""


def fetch(
    url: str,
    folder: Path,
    *,
    known: Retrieved | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Retrieved:
    """Return the file at a web address; proxies of the environment are used.

    Args:
        url: http or https; a redirect never leads from https to http.
        folder: where a download that broke off is kept, to be taken up by the next call.
        known: the file as it came before; it is returned where the server says that it is unchanged.
        progress: told of each piece.
        limits: bounds of time and size.

    Raises:
        ListError: it cannot be had, is too large, or breaks off each time.
    """
    try:
        import httpx
    except ImportError:
        raise ListError("downloads need an extra: pip install 'vendorscreen[lists]'") from None
    bounds = limits or Limits()
    try:
        partial = _Partial.of(folder, url)
        timeout = httpx.Timeout(bounds.silence_seconds, connect=bounds.connect_seconds)
        with httpx.Client(follow_redirects=True, max_redirects=bounds.redirects, timeout=timeout) as client:
            return _attempts(client, url, partial, known, progress, bounds)
    except OSError as error:
        raise ListError(f"{url}: cannot be kept in {folder}: {error.strerror}") from None


def _attempts(
    client: "httpx.Client",
    url: str,
    partial: _Partial,
    known: Retrieved | None,
    progress: Progress | None,
    limits: Limits,
) -> Retrieved:
    import httpx

    deadline = time.monotonic() + limits.total_seconds
    reason = ""
    for attempt in range(limits.attempts):
        if attempt:
            time.sleep(limits.pause_seconds * attempt)
        try:
            return _once(client, url, partial, known, progress, limits, deadline)
        except _BrokenOffError as error:
            reason = str(error)
        except httpx.TooManyRedirects:
            raise ListError(f"{url}: more than {limits.redirects} redirects") from None
        except httpx.TimeoutException:
            reason = f"no answer for {limits.silence_seconds:g} seconds"
        except httpx.TransportError as error:
            reason = f"the connection failed ({error or type(error).__name__})"
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ListError(f"{url}: {error}") from None
    raise ListError(f"{url}: {reason}; tried {limits.attempts} times, what came is kept for the next try")


def _once(
    client: "httpx.Client",
    url: str,
    partial: _Partial,
    known: Retrieved | None,
    progress: Progress | None,
    limits: Limits,
    deadline: float,
) -> Retrieved:
    at_hand = partial.size()
    # an encoded answer could not be continued in the middle, nor its length be checked
    headers = {"Accept-Encoding": "identity", "User-Agent": "vendorscreen"}
    if at_hand and partial.validator:
        headers |= {"Range": f"bytes={at_hand}-", "If-Range": partial.validator}
    elif known and known.etag:
        headers["If-None-Match"] = known.etag
    elif known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    with client.stream("GET", url, headers=headers) as response:
        _refuse(response, url, partial)
        if known and response.status_code == 304:
            return known
        name = _name(str(response.url))
        etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
        if not (response.status_code == 206 and _continues(response, at_hand)):
            partial.begin(etag, modified)
            at_hand = 0
        _receive(response, url, partial, at_hand, progress, limits, deadline)
    content = partial.path.read_bytes()
    partial.discard()
    return Retrieved(name=name, source=url, content=content, etag=partial.etag, last_modified=partial.last_modified)


def _refuse(response: "httpx.Response", url: str, partial: _Partial) -> None:
    hops = [*(str(step.url) for step in response.history), str(response.url)]
    if url.startswith("https://") and any(not hop.startswith("https://") for hop in hops):
        raise ListError(f"{url}: leads to an address without https: {hops[-1]}")
    status = response.status_code
    if status == 416:  # what is at hand is as long as the file, or longer: begin again
        partial.discard()
        raise _BrokenOffError("the server has nothing after what was received before")
    if status in _RETRIED:
        raise _BrokenOffError(f"the server answered {status} {response.reason_phrase}")
    if status not in (200, 206, 304):
        raise ListError(f"{url}: the server answered {status} {response.reason_phrase}")


def _continues(response: "httpx.Response", at_hand: int) -> bool:
    told: str = response.headers.get("Content-Range", "")
    return told.startswith(f"bytes {at_hand}-")


def _receive(
    response: "httpx.Response",
    url: str,
    partial: _Partial,
    at_hand: int,
    progress: Progress | None,
    limits: Limits,
    deadline: float,
) -> None:
    length = response.headers.get("Content-Length", "")
    total = at_hand + int(length) if length.isascii() and length.isdigit() else None
    if total is not None and total > limits.most_bytes:
        raise ListError(f"{url}: {total:,} bytes, at most {limits.most_bytes:,} are taken")
    with partial.path.open("ab") as file:
        for piece in response.iter_raw():
            at_hand += len(piece)
            if at_hand > limits.most_bytes:
                partial.discard()
                raise ListError(f"{url}: more than {limits.most_bytes:,} bytes")
            file.write(piece)
            if progress is not None:
                progress(url, at_hand, total)
            if time.monotonic() > deadline:
                raise ListError(f"{url}: not complete after {limits.total_seconds:g} seconds; run it again to go on")
    if total is not None and at_hand != total:
        raise _BrokenOffError(f"{at_hand:,} of {total:,} bytes came")


def _name(url: str) -> str:
    """Return the last part of an address as a safe file name."""
    last = url.split("?", 1)[0].rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9._-]", "_", last)[:80].lstrip(".") or "list"
