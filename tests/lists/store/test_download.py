"""Downloads from a local server that cuts, stalls, redirects, lies about length, and serves pages with 200."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.alarm import at_most
from tests.lists.store.stores import NAMES, csl_bytes, curated, install
from vendorscreen.errors import ListError
from vendorscreen.lists.store import ListStore
from vendorscreen.lists.store.download import Limits, fetch
from vendorscreen.lists.store.edition import Retrieved
from vendorscreen.lists.store.publication import Publication
from vendorscreen.lists.store.retrieval import retrieve
from vendorscreen.watchlist.updating import update_list

BODY = bytes(range(256)) * 400
QUICK = Limits(connect_seconds=2, silence_seconds=0.3, pause_seconds=0, attempts=3)

Answer = Callable[[BaseHTTPRequestHandler, int], None]


@contextmanager
def served(answer: Answer) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """Serve every GET by ``answer(handler, number of the request)``; give the address and the requests."""
    requests: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            requests.append(self)
            answer(self, len(requests))

        def log_message(self, *_: object) -> None:
            pass

        def handle(self) -> None:
            try:
                super().handle()
            except (ConnectionError, TimeoutError):
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/files/list.csv", requests
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes = BODY, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in (
        {"Content-Length": str(len(body))} | {key.replace("_", "-"): value for key, value in headers.items()}
    ).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def cut(handler: BaseHTTPRequestHandler, body: bytes, after: int, **headers: str) -> None:
    """Promise a body and close the connection in the middle of it."""
    handler.send_response(200)
    for name, value in (
        {"Content-Length": str(len(body))} | {key.replace("_", "-"): value for key, value in headers.items()}
    ).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body[:after])
    handler.wfile.flush()
    handler.close_connection = True
    handler.connection.close()


def test_a_file_is_fetched_with_its_validators_and_its_name(tmp_path) -> None:
    seen: list[tuple[int, int | None]] = []
    with served(lambda h, _: send(h, ETag='"v1"', Last_Modified="Sat, 01 Nov 2026 00:00:00 GMT")) as (url, _):
        found = fetch(
            url + "?token=x", tmp_path, progress=lambda _, done, total: seen.append((done, total)), limits=QUICK
        )

    assert (found.content, found.name, found.etag) == (BODY, "list.csv", '"v1"')
    assert seen[-1] == (len(BODY), len(BODY))
    assert list(tmp_path.iterdir()) == []


def test_an_unchanged_file_is_not_sent_again(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        send(handler, b"", 304 if handler.headers["If-None-Match"] == '"v1"' else 200)

    known = Retrieved(name="list.csv", source="", content=BODY, etag='"v1"')
    with served(answer) as (url, _):
        assert fetch(url, tmp_path, known=known, limits=QUICK) is known


def test_a_transfer_that_is_cut_goes_on_where_it_broke_off(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number == 1:
            cut(handler, BODY, 50_000, ETag='"v1"')
            return
        start = int(handler.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        send(handler, BODY[start:], 206, ETag='"v1"', Content_Range=f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")

    with served(answer) as (url, requests):
        assert fetch(url, tmp_path, limits=QUICK).content == BODY

    assert requests[1].headers["If-Range"] == '"v1"'


def test_a_file_that_changed_meanwhile_is_begun_again(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number == 1:
            cut(handler, BODY, 50_000, ETag='"v1"')
        else:
            send(handler, b"new" * 100, ETag='"v2"')

    with served(answer) as (url, _):
        found = fetch(url, tmp_path, limits=QUICK)

    assert (found.content, found.etag) == (b"new" * 100, '"v2"')


def test_without_a_validator_a_cut_file_is_begun_again(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number == 1:
            cut(handler, BODY, 50_000)
        else:
            assert handler.headers["Range"] is None
            send(handler)

    with served(answer) as (url, _):
        assert fetch(url, tmp_path, limits=QUICK).content == BODY


def test_a_download_given_up_is_taken_up_by_the_next_call(tmp_path) -> None:
    def cutting(handler: BaseHTTPRequestHandler, _: int) -> None:
        cut(handler, BODY, 50_000, ETag='"v1"')

    with served(cutting) as (url, _), pytest.raises(ListError, match="tried 1 times"):
        fetch(url, tmp_path, limits=Limits(silence_seconds=0.3, pause_seconds=0, attempts=1))

    def resuming(handler: BaseHTTPRequestHandler, _: int) -> None:
        start = int(handler.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        send(handler, BODY[start:], 206, Content_Range=f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")

    with served(resuming) as (again, requests):
        kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
        for path, content in kept.items():  # the same address, on another port
            path.unlink()
            (tmp_path / (sha256(again.encode()).hexdigest()[:32] + path.suffix)).write_bytes(content)
        assert fetch(again, tmp_path, limits=QUICK).content == BODY
        assert requests[0].headers["Range"].startswith("bytes=")


def test_a_server_that_promises_more_than_it_sends_is_given_up(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        cut(handler, BODY + b"more", len(BODY))

    with served(answer) as (url, requests), pytest.raises(ListError, match=r"the connection failed|bytes came"):
        fetch(url, tmp_path, limits=QUICK)

    assert len(requests) == 3


def test_a_server_that_stalls_is_given_up(tmp_path) -> None:
    release = threading.Event()

    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"x")
        handler.wfile.flush()
        release.wait(10)

    with served(answer) as (url, _):
        try:
            with pytest.raises(ListError, match=r"no answer for 0\.3 seconds; tried 3 times"):
                fetch(url, tmp_path, limits=QUICK)
        finally:
            release.set()


def test_a_slow_stream_without_end_is_bounded_in_time(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 1000)

    with served(answer) as (url, _), pytest.raises(ListError, match=r"not complete after 0\.2 seconds"):
        fetch(url, tmp_path, limits=Limits(total_seconds=0.2, pause_seconds=0))


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_that_is_too_large_is_refused(tmp_path, announced) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        if announced:
            send(handler)
            return
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(BODY)

    with served(answer) as (url, _), pytest.raises(ListError, match=r"at most 1,000 are taken|more than 1,000 bytes"):
        fetch(url, tmp_path, limits=Limits(most_bytes=1000, pause_seconds=0))


def _cut_first(handler: BaseHTTPRequestHandler, number: int) -> bool:
    if number == 1:
        cut(handler, BODY, 50_000, ETag='"v1"')
    return number == 1


@pytest.mark.parametrize(
    ("skipped", "end", "total", "etag"),
    [
        (100, len(BODY) - 1, len(BODY), '"v1"'),  # 100 bytes short of what it says
        (0, len(BODY) - 1, len(BODY), '"v2"'),  # of another file
        (0, len(BODY) - 2, len(BODY), '"v1"'),  # not to the end
        (0, len(BODY) - 1, len(BODY) + 1, '"v1"'),  # of a longer file
        (0, len(BODY) - 1, "*", '"v1"'),  # of who knows what
    ],
)
def test_a_part_that_does_not_continue_is_never_put_together(tmp_path, skipped, end, total, etag) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if not _cut_first(handler, number):
            start = int(handler.headers.get("Range", "bytes=50000-")[6:-1])
            told = f"bytes {start}-{end}/{total}"
            send(handler, BODY[start + skipped : end + 1], 206, ETag=etag, Content_Range=told)

    with served(answer) as (url, requests), pytest.raises(ListError, match="a part that does not continue"):
        fetch(url, tmp_path, limits=QUICK)

    assert [request.headers["Range"] for request in requests[2:]] == [None]
    assert list(tmp_path.iterdir()) == []


def test_after_a_part_that_does_not_continue_the_whole_file_is_taken(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if not _cut_first(handler, number):
            odd = {"status": 206, "Content_Range": f"bytes 7-{len(BODY) - 1}/{len(BODY)}"} if number == 2 else {}
            send(handler, BODY, ETag='"v1"', **odd)

    with served(answer) as (url, _):
        assert fetch(url, tmp_path, limits=QUICK).content == BODY


def test_a_part_that_ends_early_without_a_break_is_begun_again(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if _cut_first(handler, number):
            return
        if number == 2:
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes 50000-{len(BODY) - 1}/{len(BODY)}")
            handler.send_header("Connection", "close")
            handler.end_headers()
            handler.wfile.write(BODY[50_100:])
            handler.close_connection = True
            return
        assert handler.headers["Range"] is None
        send(handler)

    with served(answer) as (url, _):
        assert fetch(url, tmp_path, limits=QUICK).content == BODY


def test_unchanged_is_no_answer_where_nothing_is_known(tmp_path) -> None:
    with served(lambda h, _: send(h, b"", 304)) as (url, _), pytest.raises(ListError, match="tried 3 times"):
        fetch(url, tmp_path, limits=QUICK)


def _byte_by_byte(handler: BaseHTTPRequestHandler, _: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def _head_byte_by_byte(handler: BaseHTTPRequestHandler, _: int) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("answer", "said"),
    [(_byte_by_byte, "fewer than 1,000 bytes in 0.3 seconds; tried 2 times"), (_head_byte_by_byte, "after 2 seconds")],
)
def test_a_server_that_sends_byte_by_byte_is_given_up(tmp_path, answer, said) -> None:
    limits = Limits(silence_seconds=2, pace_seconds=0.3, pace_bytes=1000, total_seconds=2, pause_seconds=0, attempts=2)
    with served(answer) as (url, _), at_most(8), pytest.raises(ListError, match=said):
        fetch(url, tmp_path, limits=limits)


@pytest.mark.parametrize(
    "url",
    [
        "http://xn--/",
        "https://xn--zz--/",
        f"http://{'a' * 70}.invalid/",
        f"http://{'.'.join(['a' * 60] * 6)}/",
        "http://a..b/",
        "http://./",
        "http://",
        "http:///list.csv",
        "http://[::1",
        "http://[zz]/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:abc/",
        "http://127.0.0.1:-1/",
        "http://127.0.0.1:0/",
        "http://\x01/",
        "http://\u2603.invalid/",
        "http://127.0.0.1:9/\x00",
        "http://user:secret@127.0.0.1/",
        "http://user@127.0.0.1/",
    ],
)
def test_an_odd_address_is_refused_at_once(tmp_path, url) -> None:
    with at_most(5), pytest.raises(ListError) as refused:
        fetch(url, tmp_path)

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("location", ["http://xn--/", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://[::1"])
def test_a_redirect_to_an_odd_address_is_refused(tmp_path, location) -> None:
    with served(lambda h, _: send(h, b"", 302, Location=location)) as (url, _), pytest.raises(ListError):
        fetch(url, tmp_path, limits=QUICK)


@pytest.mark.parametrize(
    "proxy",
    ["socks5://127.0.0.1:1", "socks4://x", "nonsense://x", "http://[::1", "http://127.0.0.1:abc", "ftp://x",
     f"http://{'a' * 70}.invalid"],
)  # fmt: skip
def test_a_proxy_that_cannot_be_used_is_told(tmp_path, monkeypatch, proxy) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(ListError):
        fetch("http://example.org/list.csv", tmp_path, limits=QUICK)


def test_certificates_that_are_not_there_are_told_as_such(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    with pytest.raises(ListError, match=r"certificates .*\(/nowhere/certificates\.pem\) cannot be used: No such file"):
        fetch("https://example.org/list.csv", tmp_path, limits=QUICK)


def test_a_date_of_the_future_that_a_server_gives_is_not_taken_and_told(tmp_path, root) -> None:
    home, body = tmp_path / "home", csl_bytes(*NAMES)
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    with served(lambda h, _: send(h, body, Last_Modified="Fri, 31 Dec 9999 23:59:59 GMT")) as (url, _):
        done = update_list(official, known, home, sources=[url])

    assert done.edition.manifest.edition == done.edition.manifest.confirmed
    assert done.misdated == date(9999, 12, 31)


@pytest.mark.parametrize(
    "odd", ["Fri, 31 Dec 0000 23:59:59 GMT", "Mon, 99 Foo 99999 99:99:99 +9999", "1", "", "Fri, 27 Feb 2026 10:00:00 +"
            + "9" * 40],
)  # fmt: skip
def test_a_date_that_is_none_is_passed_over(odd) -> None:
    file = Retrieved(name="a", source="https://example.org/a", content=b"", last_modified=odd)
    publication = Publication(list_id="a", title="A", files=[file], reader=lambda *_: None)

    assert publication.misdated() is None


def test_redirects_are_followed_to_a_bound(tmp_path) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number < 4:
            send(handler, b"", 302, Location=f"/step/{number}")
        else:
            send(handler)

    with served(answer) as (url, _):
        assert fetch(url, tmp_path, limits=QUICK).content == BODY
    circle = served(lambda h, _: send(h, b"", 302, Location="/again"))
    with circle as (url, _), pytest.raises(ListError, match="more than 5 redirects"):
        fetch(url, tmp_path, limits=QUICK)


@pytest.mark.parametrize(("status", "requests"), [(404, 1), (403, 1), (503, 3), (429, 3)])
def test_an_error_of_the_server_is_said_and_retried_where_it_may_pass(tmp_path, status, requests) -> None:
    with (
        served(lambda h, _: send(h, b"no", status)) as (url, made),
        pytest.raises(ListError, match=f"answered {status}"),
    ):
        fetch(url, tmp_path, limits=QUICK)

    assert len(made) == requests


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "http://", "ftp://x/y", "http://[::bad/"])
def test_an_address_that_cannot_be_reached_is_said(tmp_path, url) -> None:
    with pytest.raises(ListError):
        fetch(url, tmp_path, limits=Limits(connect_seconds=1, pause_seconds=0, attempts=1))


def test_a_proxy_of_the_environment_is_used(tmp_path, monkeypatch) -> None:
    with served(lambda h, _: send(h, h.path.encode())) as (proxy, _):
        monkeypatch.setenv("HTTP_PROXY", proxy.rpartition("/files")[0])
        monkeypatch.setenv("NO_PROXY", "")
        found = fetch("http://lists.invalid/sdn.csv", tmp_path, limits=QUICK)

    assert found.content == b"http://lists.invalid/sdn.csv"


def update(url: str, home: Path, root: Path):
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    return update_list(official, known, home, sources=[url])


def test_a_page_served_with_200_is_refused_and_the_former_edition_stays(tmp_path, root) -> None:
    answers = [csl_bytes(*NAMES), b"<!doctype html><html>Sorry</html>"]
    with served(lambda h, number: send(h, answers[number - 1])) as (url, _):
        update(url, tmp_path, root)
        with pytest.raises(ListError, match="web page"):
            update(url, tmp_path, root)

    assert len(ListStore(tmp_path).editions("us-csl")) == 1


def test_a_list_that_has_not_changed_is_confirmed_without_a_transfer(tmp_path, root) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: int) -> None:
        known = handler.headers["If-None-Match"] == '"v1"'
        body = b"" if known else csl_bytes(*NAMES)
        send(handler, body, 304 if known else 200, ETag='"v1"', Last_Modified="Sun, 01 Nov 2026 00:00:00 GMT")

    with served(answer) as (url, _):
        first, second = update(url, tmp_path, root), update(url, tmp_path, root)

    assert (first.new, second.new) == (True, False)
    assert first.edition.manifest.edition == date(2026, 11, 1)
    assert first.edition.manifest.files[0].etag == '"v1"'
    assert second.edition.manifest.confirmed is not None


def test_a_server_that_names_too_short_a_length_is_found_out_by_the_reader(tmp_path, root) -> None:
    body = csl_bytes(*NAMES)
    with served(lambda h, _: send(h, body[:-40])) as (url, _), pytest.raises(ListError, match="cut off"):
        update(url, tmp_path, root)

    assert ListStore(tmp_path).installed() == {}


def test_of_the_editions_only_that_with_the_address_is_read(tmp_path, root) -> None:
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        known = number > 1
        send(handler, b"" if known else csl_bytes(*NAMES), 304 if known else 200, ETag='"v1"')

    other = install(tmp_path, root, NAMES[:4], "2026-01-01").edition
    (file,) = (other.folder / "files").iterdir()
    with served(answer) as (url, _):
        update(url, tmp_path, root)
        file.unlink()
        os.mkfifo(file)
        with at_most(60):
            again = retrieve([url], ListStore(tmp_path).editions("us-csl"), tmp_path / "downloads")

    assert [one.content for one in again] == [csl_bytes(*NAMES)]
