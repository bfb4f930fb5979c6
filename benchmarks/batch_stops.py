"""Stop and damage runs of `vendorscreen batch`, go on with them, and compare the results byte for byte.

Usage: python benchmarks/batch_stops.py DAMAGES STOPS FOLDER

Each damage flips a bit, zeroes a block or cuts a file of a stopped run; each stop kills the parent, a worker or all, or
sends TERM or INT, after a random while. Counts what came of it; exit code 1 where a result differs.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from vendorscreen.batch.reading.table import CHUNK_ROWS

PARTS = 4
ENDINGS = ("csv", "jsonl", "parquet")
WAYS = ("parent", "worker", "group", "term", "int")
DICE = random.Random(71)


def _command(ending: str, *more: str) -> list[str]:
    options = ("--as-of", "2026-11-21", "--workers", "2", "--summary", f"out.{ending}.json", *more)
    return [sys.executable, "-m", "vendorscreen", "batch", "list.csv", "-o", f"out.{ending}", *options]


def _written_list(path: Path) -> None:
    names = ["Hangzhou Hikvision Digital Technology Co., Ltd", "Huawei", *(f"Firm {one} GmbH" for one in range(400))]
    rows = (f"{DICE.choice(names)};DE;{number}" for number in range(PARTS * CHUNK_ROWS))
    path.write_text("\n".join(["name;country;number", *rows]), encoding="utf-8")


def _digests(folder: Path, ending: str) -> tuple[str, ...]:
    files = (folder / f"out.{ending}", folder / f"out.{ending}.json")
    return tuple(hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else "none" for file in files)


def _cleared(folder: Path) -> None:
    for path in folder.glob("out.*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _stopped(folder: Path, ending: str, way: str, seconds: float) -> int | None:
    command = _command(ending, "--resume")
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass
    if way == "group":
        os.killpg(process.pid, signal.SIGKILL)
    elif way == "worker":
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in children[-1:]:
            os.kill(int(child), signal.SIGKILL)
    else:
        process.send_signal({"parent": signal.SIGKILL, "term": signal.SIGTERM, "int": signal.SIGINT}[way])
    return process.wait(300)


def _resumed(folder: Path, ending: str) -> "subprocess.CompletedProcess[str]":
    command = _command(ending, "--resume")
    return subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, timeout=600)


def _damage(path: Path) -> str:
    content = bytearray(path.read_bytes())
    place, kind = DICE.randrange(len(content)), DICE.choice(("flip", "flip", "zeros", "cut", "empty"))
    if kind == "flip":
        content[place] ^= 1 << DICE.randrange(8)
    elif kind == "zeros":
        content[place : place + 512] = bytes(len(content[place : place + 512]))
    else:
        del content[place if kind == "cut" else 0 :]
    path.write_bytes(content)
    return kind


def _damages(folder: Path, times: int, expected: tuple[str, ...]) -> Counter[str]:
    """Damage the files of a run stopped after its second part, again and again."""
    kept, state = folder / "kept", folder / "out.csv.unfinished"
    _cleared(folder)
    process = subprocess.Popen(_command("csv"), cwd=folder, stderr=subprocess.DEVNULL, start_new_session=True)
    while len(list(state.glob("part-*"))) < 2:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(state, kept)
    counts: Counter[str] = Counter()
    for _ in range(times):
        _cleared(folder)
        shutil.copytree(kept, state)
        files = sorted(path for path in state.iterdir() if path.stat().st_size)
        kind = _damage(DICE.choice(files))
        done = _resumed(folder, "csv")
        result = _digests(folder, "csv")
        same = result == expected if done.returncode == 0 else result == ("none", "none") and done.returncode == 2
        told = "refused" if done.returncode else "told" if "damaged" in done.stderr else "not used"
        counts[f"{kind}: {told}" if same else f"WRONG {kind}, exit {done.returncode}"] += 1
    return counts


def _stops(folder: Path, times: int, expected: dict[str, tuple[str, ...]], seconds: float) -> Counter[str]:
    counts: Counter[str] = Counter()
    while times > 0:
        ending = DICE.choice(ENDINGS)
        _cleared(folder)
        for _ in range(DICE.choice((1, 1, 2))):
            way = DICE.choice(WAYS)
            counts[f"{way}: exit {_stopped(folder, ending, way, DICE.uniform(0.3, seconds))}"] += 1
            times -= 1
        done = _resumed(folder, ending)
        counts["equal" if _digests(folder, ending) == expected[ending] else f"WRONG, exit {done.returncode}"] += 1
    return counts


def main() -> None:
    damages, stops, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    _written_list(folder / "list.csv")
    expected, begun = {}, time.monotonic()
    for ending in ENDINGS:
        _cleared(folder)
        subprocess.run(_command(ending), cwd=folder, check=True, stderr=subprocess.DEVNULL)
        expected[ending] = _digests(folder, ending)
    seconds = (time.monotonic() - begun) / len(ENDINGS)
    print(f"a run takes {seconds:.1f} s", flush=True)
    counts = _stops(folder, stops, expected, seconds)
    print(*(f"{count:4} {what}" for what, count in sorted(counts.items())), sep="\n", flush=True)
    if damages:
        more = _damages(folder, damages, expected["csv"])
        print(*(f"{count:4} {what}" for what, count in sorted(more.items())), sep="\n", flush=True)
        counts += more
    sys.exit(any(what.startswith("WRONG") for what in counts))


if __name__ == "__main__":
    main()
