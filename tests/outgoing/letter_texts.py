"""Letter texts: what a reader finds in a PDF, as plain text, kept as golden texts.

Example: after a template was changed on purpose,

    .venv/bin/python -m tests.outgoing.letter_texts

writes every golden text again; `git diff tests/outgoing/golden` then shows what citizens will
read, line by line.

The one rule: a golden text is written by this command and read by a person before it is kept.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from reskontra.domain.letter import Letter, kind_of, to_json
from reskontra.outgoing.rendering import render
from tests.outgoing.letter_samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"


def rendered(letter: Letter) -> bytes:
    """The PDF of a sample."""
    return render(template=kind_of(letter), language=letter.language, data_json=to_json(letter))


def text_of(pdf: bytes) -> str:
    """The text line by line as pdftotext lays it out; three blanks stand for any wider gap."""
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: apt-get install poppler-utils"
    command = [program, "-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    lines = (re.sub(" {3,}", "   ", line.strip()) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def golden_file(name: str) -> Path:
    """Where the golden text of the sample `name` is kept."""
    return GOLDEN / f"{name}.txt"


def main() -> None:
    """Write every golden text, and remove those of samples that are gone."""
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, letter in SAMPLES.items():
        golden_file(name).write_text(text_of(rendered(letter)), encoding="utf-8")
    print(f"{len(SAMPLES)} golden texts written to {GOLDEN}")


if __name__ == "__main__":
    main()
