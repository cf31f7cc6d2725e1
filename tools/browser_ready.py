"""Makes sure that the browser tests have Chromium, the document tests Poppler, and those of the
Spark engine Java.

Installs them through the system's package manager when it may; otherwise says so in one line
and fails, because a skipped browser test would look like a passed one.
"""

import os
import shutil
import subprocess
import sys

NEEDED = {"chromium": "chromium", "pdftoppm": "poppler-utils", "java": "openjdk-17-jre-headless"}


def missing() -> list[str]:
    """Packages whose program is not on the path."""
    return [package for program, package in NEEDED.items() if not shutil.which(program)]


def install(packages: list[str]) -> bool:
    """Install with apt, as root or through sudo that asks nothing; False where that cannot be."""
    apt = shutil.which("apt-get")
    if not apt:
        return False
    sudo = shutil.which("sudo")
    prefix = [] if os.geteuid() == 0 else [sudo, "-n"] if sudo else None
    if prefix is None:
        return False
    print(f"Installing {', '.join(packages)} with the system's package manager …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, apt, "update", "-qq"], check=False, env=environment, **quiet)
    done = subprocess.run(
        [*prefix, apt, "install", "-y", "-qq", *packages], check=False, env=environment, **quiet
    )
    return done.returncode == 0


def main() -> int:
    lacking = missing()
    if lacking and not (install(lacking) and not missing()):
        sys.stderr.write(
            f"The tests need {' and '.join(lacking)}, which could not be installed here: "
            f"install the package{'s' if len(lacking) > 1 else ''} and run `make test` again.\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
