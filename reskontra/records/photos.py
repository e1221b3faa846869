"""Photos that technicians take, each named by its own digest, in Django's storage.

    name = keep(photo, "image/jpeg")      read(name) == photo

The one rule: what is not a photo by its own bytes, or is too large, is refused before it is kept.
"""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from reskontra.domain.refusal import Refused

MOST_BYTES = 8 * 1024 * 1024
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class PhotoTooLarge(Refused):
    """The photo is larger than {most} MB; take it with less detail."""

    swedish = "Bilden är större än {most} MB. Ta den med lägre upplösning."


class NotAPhoto(Refused):
    """The file is no photo; allowed are JPEG, PNG and WebP."""

    swedish = "Filen är ingen bild. Tillåtna är JPEG, PNG och WebP."


class PhotoLost(Refused):
    """The photo {name} is not in the file store, or is no longer what was put there."""

    swedish = "Bilden {name} finns inte i fillagret, eller är inte längre den som lades dit."


def type_of(photo: bytes) -> str:
    """What it is by its first bytes, whatever it is called; refused when it is no photo."""
    if photo.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if photo.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if photo[:4] == b"RIFF" and photo[8:12] == b"WEBP":
        return "image/webp"
    raise NotAPhoto


def keep(photo: bytes) -> tuple[str, str]:
    """Store the photo, once; its name and its type. Refuses what is too large or no photo."""
    if len(photo) > MOST_BYTES:
        raise PhotoTooLarge(most=MOST_BYTES // 1024 // 1024)
    kind = type_of(photo)
    digest = hashlib.sha256(photo).hexdigest()
    name = f"photo/{digest[:2]}/{digest}.{ENDINGS[kind]}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(photo))
    return name, kind


def read(name: str) -> bytes:
    """The stored bytes; refused when they are gone or changed."""
    if not default_storage.exists(name):
        raise PhotoLost(name=name)
    with default_storage.open(name) as stream:
        photo = bytes(stream.read())
    if hashlib.sha256(photo).hexdigest() not in name:
        raise PhotoLost(name=name)
    return photo
