"""Downloads: only when asked, bounded in size and time, taken up again where they broke off."""

import re
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.lists.readers.list_file import MAXIMUM_BYTES
from vendorscreen.lists.store.address import client_for, refuse_odd_address
from vendorscreen.lists.store.edition import Retrieved
from vendorscreen.lists.store.partial import Partial

if TYPE_CHECKING:
    import httpx

__all__ = ["Limits", "Progress", "fetch"]

Progress = Callable[[str, int, int | None], None]
"""Told of a download: its address, bytes so far, bytes in all where the server says so."""

T = TypeVar("T")

_RETRIED = {408, 425, 429, 500, 502, 503, 504}
_RANGE = re.compile(r"bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15})", re.ASCII)


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds of one download; seconds and bytes.

    ``silence_seconds`` is the longest wait for a next byte, ``pace_bytes`` the least that must come in
    ``pace_seconds``, ``total_seconds`` the time of all attempts, redirects and waits together.
    """

    connect_seconds: float = 15.0
    silence_seconds: float = 30.0
    pace_seconds: float = 30.0
    pace_bytes: int = 30_000
    total_seconds: float = 600.0
    pause_seconds: float = 1.0
    attempts: int = 4
    redirects: int = 5
    most_bytes: int = MAXIMUM_BYTES


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
        progress: called after each chunk.
        limits: bounds of time and size.

    Raises:
        ListError: it cannot be had, is too large, too slow, or breaks off each time.
    """
    try:
        import httpx  # noqa: F401 - what needs it comes next
    except ImportError:
        raise ListError("downloads need an extra: pip install 'vendorscreen[lists]'") from None
    bounds = limits or Limits()
    refuse_odd_address(url)

    def download() -> Retrieved:
        try:
            with Partial(folder, url) as partial:
                return _Download(client, url, partial, known, progress, bounds).run()
        except OSError as error:
            raise ListError(f"{url}: cannot be kept in {folder}: {error.strerror}") from None

    with client_for(
        url,
        silence_seconds=bounds.silence_seconds,
        connect_seconds=bounds.connect_seconds,
        redirects=bounds.redirects,
    ) as client:
        try:
            return _within(bounds.total_seconds, download)
        except TimeoutError:
            raise ListError(f"{url}: {_too_late(bounds)}") from None


def _within(seconds: float, work: Callable[[], T]) -> T:
    """Return what ``work`` returns; after so many seconds raise TimeoutError and leave it alone.

    No bound of a single read ends a server that sends the head of an answer byte by byte.
    """
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            outcome.set_exception(error)

    Thread(target=run, daemon=True).start()
    return outcome.result(seconds)


def _too_late(limits: Limits) -> str:
    return f"not complete after {limits.total_seconds:g} seconds; run it again to go on"


class _Download:
    """One file on its way from one address."""

    def __init__(
        self,
        client: "httpx.Client",
        url: str,
        partial: Partial,
        known: Retrieved | None,
        progress: Progress | None,
        limits: Limits,
    ) -> None:
        self.client, self.url, self.partial, self.known = client, url, partial, known
        self.progress, self.limits = progress, limits
        self.deadline = time.monotonic() + limits.total_seconds

    def run(self) -> Retrieved:
        import httpx

        url, limits, reason = self.url, self.limits, ""
        for attempt in range(limits.attempts):
            if attempt:
                time.sleep(limits.pause_seconds * attempt)
            try:
                return self._once()
            except _BrokenOffError as error:
                reason = str(error)
            except httpx.TooManyRedirects:
                raise ListError(f"{url}: more than {limits.redirects} redirects") from None
            except httpx.UnsupportedProtocol:
                raise ListError(f"{url}: leads to an address that is neither https nor http") from None
            except httpx.TimeoutException:
                reason = f"no answer for {limits.silence_seconds:g} seconds"
            except httpx.TransportError as error:
                reason = f"the connection failed ({error or type(error).__name__})"
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # ValueError: a name no server can have
                raise ListError(f"{url}: {error}") from None
        kept = ", what came is kept for the next try" if self.partial.size() else ""
        raise ListError(f"{url}: {reason}; tried {limits.attempts} times{kept}")

    def _once(self) -> Retrieved:
        with self.client.stream("GET", self.url, headers=self._headers()) as response:
            _refuse(response, self.url, self.partial)
            if response.status_code == 304 and self.known:
                return self.known
            if response.status_code != 200 and not self._goes_on(response):
                self.partial.discard()
                raise _BrokenOffError("the server sent a part that does not continue what came before")
            name, length = _name(str(response.url)), response.headers.get("Content-Length", "")
            if response.status_code == 200:
                total = int(length) if length.isascii() and length.isdigit() and len(length) < 20 else None
                self.partial.begin(response.headers.get("ETag"), response.headers.get("Last-Modified"), total)
            else:
                total = int(response.headers["Content-Range"].rpartition("/")[2])
            self._receive(response, total)
        told = self.partial.told
        found = Retrieved(name, self.url, self.partial.content(), told.etag, told.last_modified)
        self.partial.discard()
        return found

    def _headers(self) -> dict[str, str]:
        # an encoded answer could not be continued in the middle, nor its length be checked
        headers = {"Accept-Encoding": "identity", "User-Agent": "vendorscreen"}
        known = self.known
        if (at_hand := self.partial.size()) and self.partial.validator:
            return headers | {"Range": f"bytes={at_hand}-", "If-Range": self.partial.validator}
        if known and known.etag:
            return headers | {"If-None-Match": known.etag}
        return headers | ({"If-Modified-Since": known.last_modified} if known and known.last_modified else {})

    def _goes_on(self, response: "httpx.Response") -> bool:
        """Return whether an answer is the rest of the file that is at hand, by all that the server says of it."""
        told = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if response.status_code != 206 or told is None:
            return False
        first, last, total = map(int, told.groups())
        if response.headers.get("Content-Length", str(last - first + 1)) != str(last - first + 1):
            return False
        return self.partial.fits(
            first, last, total, response.headers.get("ETag"), response.headers.get("Last-Modified")
        )

    def _receive(self, response: "httpx.Response", total: int | None) -> None:
        limits, at_hand = self.limits, self.partial.size() if response.status_code == 206 else 0
        if total is not None and total > limits.most_bytes:
            raise ListError(f"{self.url}: {total:,} bytes, at most {limits.most_bytes:,} are taken")
        since, before = time.monotonic(), at_hand
        for piece in response.iter_raw():
            at_hand += len(piece)
            if at_hand > limits.most_bytes:
                self.partial.discard()
                raise ListError(f"{self.url}: more than {limits.most_bytes:,} bytes")
            self.partial.add(piece)
            if self.progress is not None:
                self.progress(self.url, at_hand, total)
            if (now := time.monotonic()) > self.deadline:
                raise ListError(f"{self.url}: {_too_late(limits)}")
            if now - since > limits.pace_seconds:
                if at_hand - before < limits.pace_bytes:
                    raise _BrokenOffError(f"fewer than {limits.pace_bytes:,} bytes in {limits.pace_seconds:g} seconds")
                since, before = now, at_hand
        if total is not None and at_hand != total:  # the server holds it for whole: what came may not fit together
            self.partial.discard()
            raise _BrokenOffError(f"{at_hand:,} of {total:,} bytes came")


def _refuse(response: "httpx.Response", url: str, partial: Partial) -> None:
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


def _name(url: str) -> str:
    """Return the last part of an address as a safe file name."""
    last = url.split("?", 1)[0].rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9._-]", "_", last)[:80].lstrip(".") or "list"
