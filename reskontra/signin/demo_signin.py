"""The demo's sign-in as a process of its own: `python -m reskontra.signin.demo_signin PORT FILE`.

    [{"identity_number": "198804172388", "name": "Anna Lindqvist",
      "sv": "Har obetalda fakturor", "en": "Has unpaid invoices"}]

is such a file of persons.

The one rule: it knows the persons in the file and nothing else; it reads no rows.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from reskontra.domain.texts import Texts
from reskontra.signin.demo_provider import DemoPerson, serve


def main(argv: Sequence[str]) -> None:
    """Answer until the process ends."""
    port, file = argv
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    serve(port=int(port), persons=read_persons(Path(file)))


def read_persons(file: Path) -> tuple[DemoPerson, ...]:
    """The persons to choose among, in the file's order."""
    return tuple(
        DemoPerson(
            identity_number=person.get("identity_number", ""),
            name=person["name"],
            about=Texts(sv=person["sv"], en=person["en"]),
            claims=person.get("claims", {}),
        )
        for person in json.loads(file.read_text(encoding="utf-8"))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
