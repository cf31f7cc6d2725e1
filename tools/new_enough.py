"""Says, before anything is installed, what this machine lacks. Runs on any Python 3."""

import shutil
import subprocess
import sys


def node_version() -> int:
    """The major version of Node.js, 0 when there is none."""
    if not shutil.which("node") or not shutil.which("npm"):
        return 0
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    major = said.stdout.strip().lstrip("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def main() -> int:
    problems = []
    if sys.version_info < (3, 11):  # noqa: UP036 (this file meets older ones, to refuse them)
        problems.append(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. "
            "Name a newer one: make run PYTHON=python3.12"
        )
    if node_version() < 20:
        problems.append("Node.js 20 or newer with npm is needed to build the page assets.")
    for problem in problems:
        sys.stderr.write(f"Cannot set up: {problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
