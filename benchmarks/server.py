"""How fast does the example server answer, and how much memory does it take, with the lists that are installed?

    python benchmarks/server.py [--requests 2000] [--app examples/server.py]

It needs FastAPI and uvicorn, and VENDORSCREEN_DATA for real names: companies, every tenth a listed one. One client asks
one process; eight ask two. Client and server share the machine. Prints milliseconds (median and 99th percentile),
requests a second, and MiB of each process (resident, and its share of what processes have in common) before the first
request and after the last.
"""

import argparse
import json
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.batch_suppliers import suppliers  # noqa: E402
from benchmarks.names import listed_names  # noqa: E402

HOST, PORT = "127.0.0.1", 8731
TENDER = {
    "title": "Cameras",
    "date": "2026-11-21",
    "buyer": {"name": "Town", "country": "IE", "level": "local"},
    "suppliers": [
        {"name": "Hangzhou Hikvision Digital Technology Co., Ltd.", "country": "CN"},
        *({"name": f"Example Security {word} Ltd", "country": "IE"} for word in ("North", "South", "West")),
    ],
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--requests", type=int, default=2000)
    arguments.add_argument("--app", type=Path, default=ROOT / "examples" / "server.py")
    told = arguments.parse_args()
    for kind, asked in (("supplier", list(of_suppliers(told.requests))), ("tender", of_tenders(told.requests // 10))):
        for clients, workers in ((1, 1), (8, 2)):
            with served(told.app, workers) as processes:
                before = memory(processes)
                measure(asked[: len(asked) // 10], clients)  # the first requests read the lists from the disk
                seconds, times = measure(asked, clients)
                cuts = statistics.quantiles(times, n=100)
                print(
                    f"{kind}: {clients} client(s), {workers} process(es): p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms,"
                    f" {len(asked) / seconds:,.0f}/s; MiB idle {before}, after {memory(processes)}"
                )


def of_suppliers(count: int) -> Iterator[bytes]:
    """Yield requests about suppliers."""
    dice = random.Random(7)
    listed = [name for _, name in listed_names()]
    for number, (_, name, country, _, _) in enumerate(suppliers(count)):
        asked = {"name": dice.choice(listed)} if number % 10 == 0 else {"name": name, "country": country}
        yield f"GET /supplier?{urlencode(asked)} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()


def of_tenders(count: int) -> list[bytes]:
    """Return requests about a tender of four suppliers."""
    body = json.dumps(TENDER).encode()
    head = f"POST /tender HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
    head += f"Content-Length: {len(body)}\r\n\r\n"
    return [head.encode() + body] * count


@contextmanager
def served(app: Path, workers: int) -> Iterator[list[int]]:
    """Give the ids of the processes that answer, once they do."""
    command = [sys.executable, "-m", "uvicorn", "--app-dir", str(app.parent), f"{app.stem}:app", "--port", str(PORT)]
    command += ["--log-level", "warning", "--workers", str(workers)]
    with subprocess.Popen(command) as server:
        try:
            for _ in range(300):
                time.sleep(0.1)
                if server.poll() is not None:
                    sys.exit("the server ended; are FastAPI and uvicorn installed?")
                try:
                    answered(socket.create_connection((HOST, PORT)), next(of_suppliers(1)))
                    break
                except ConnectionRefusedError:
                    continue
            time.sleep(3)  # all workers are up
            yield processes_of(server.pid) if workers > 1 else [server.pid]
        finally:
            server.terminate()


def processes_of(parent: int) -> list[int]:
    """Return the workers of a server: those of its children that hold the most."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(child) for child in children if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def memory(processes: Sequence[int]) -> str:
    """Return what each process holds, resident and proportional."""
    held = []
    for process in processes:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
        sizes = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in lines}
        held.append(f"{sizes['Rss']} ({sizes['Pss']})")
    return " and ".join(held)


def measure(asked: Sequence[bytes], clients: int) -> tuple[float, list[float]]:
    """Return the seconds that all took, and the milliseconds that each took."""

    def client(number: int) -> list[float]:
        times = []
        with socket.create_connection((HOST, PORT)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for request in asked[number::clients]:
                begun = time.perf_counter()
                answered(connection, request)
                times.append((time.perf_counter() - begun) * 1000)
        return times

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        times = [one for some in threads.map(client, range(clients)) for one in some]
    return time.perf_counter() - begun, times


def answered(connection: socket.socket, request: bytes) -> bytes:
    """Return the body of the answer, which is 200 and tells its length."""
    connection.sendall(request)
    content = b""
    while b"\r\n\r\n" not in content:
        content += connection.recv(1 << 16)
    head, _, body = content.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        sys.exit(f"not answered: {content[:500]!r}")
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    while len(body) < length:
        body += connection.recv(1 << 16)
    return body


if __name__ == "__main__":
    main()
