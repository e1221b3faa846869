"""A folder that two systems reach: a file is written beside its place, and moved there whole.

    put(Path(".reskontra/authority/municipality"), "0f6c….withdrawal.json", b"{…}")

The one rule: a file that can be seen is whole, and the same file twice is one file.
"""

from __future__ import annotations

from pathlib import Path


def put(folder: Path, name: str, content: bytes) -> None:
    """Write the file; `folder` is made, for its owner alone, when it is not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = folder / name
    draft = place.with_name(f"{name}.part")
    draft.write_bytes(content)
    draft.replace(place)
