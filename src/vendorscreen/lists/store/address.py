"""Web addresses and the way to them: refused before anything is asked, where no answer can come."""

import os
from typing import TYPE_CHECKING

from vendorscreen.errors import ListError

if TYPE_CHECKING:
    import httpx

__all__ = ["client_for", "refuse_odd_address"]

_LONGEST_HOST, _LONGEST_LABEL, _LAST_PORT = 253, 63, 65_535


def refuse_odd_address(url: str) -> None:
    """Refuse an address that no server can have, and one with a password, which would be kept with the list.

    Raises:
        ListError: it is such an address.
    """
    import httpx

    try:
        parsed = httpx.URL(url)
        host, port = parsed.host, parsed.port
    except (httpx.InvalidURL, ValueError) as error:
        raise ListError(f"{url[:200]}: this is no web address: {error}") from None
    if parsed.userinfo:
        raise ListError(f"{host}: an address with a user name or password is not taken: it would be kept with the list")
    labels = parsed.raw_host.decode("ascii").removesuffix(".").split(".")
    if not all(0 < len(label) <= _LONGEST_LABEL for label in labels) or len(host) > _LONGEST_HOST:
        raise ListError(f"{url[:200]}: this is no web address: no server can have this name")
    if port is not None and not 0 < port <= _LAST_PORT:
        raise ListError(f"{url[:200]}: this is no web address: a port is a number from 1 to {_LAST_PORT:,}")


def client_for(url: str, *, silence_seconds: float, connect_seconds: float, redirects: int) -> "httpx.Client":
    """Return what asks a server, through the proxies and with the certificates that the environment names.

    Raises:
        ListError: one of these cannot be used.
    """
    import httpx

    timeout = httpx.Timeout(silence_seconds, connect=connect_seconds)
    try:
        return httpx.Client(follow_redirects=True, max_redirects=redirects, timeout=timeout)
    except OSError as error:
        named = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")
        which = f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names ({named})" if named else "certificates"
        raise ListError(f"{url}: {which} cannot be used: {error.strerror or error}") from None
    except (httpx.InvalidURL, ValueError, ImportError) as error:
        why = "SOCKS is not served" if isinstance(error, ImportError) else str(error)
        raise ListError(
            f"{url}: the proxy that the environment names (http_proxy, https_proxy or all_proxy) cannot be used: {why}"
        ) from None
