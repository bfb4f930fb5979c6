"""Print constraints that hold each library to the lowest version pyproject.toml admits.

python scripts/lowest_versions.py > lowest.txt

Libraries of the package, of its extras and of its build. The tools of the extra ``dev`` are left to pip, and so is what
a library brings: both must fit the old versions.
"""

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
RANGE = re.compile(r"([\w.-]+)(?:\[[\w,-]+\])?>=([\d.]+)", re.ASCII)


def main() -> int:
    written = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    project = written["project"]
    extras = project["optional-dependencies"]
    needed = [*written["build-system"]["requires"], *project["dependencies"]]
    needed += [one for name, libraries in extras.items() if name != "dev" for one in libraries]
    lowest = set()
    for one in needed:
        if one.startswith(f"{project['name']}["):
            continue
        if not (bound := RANGE.fullmatch(one)):
            sys.exit(f"{PYPROJECT}: {one}: has no plain lower bound, such as {one}>=1.2")
        lowest.add(f"{bound[1]}=={bound[2]}\n")
    print("".join(sorted(lowest)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
