"""PDF files, each named by its own digest, in Django's storage.

    digest = keep(pdf)      read(digest) == pdf

The same bytes are kept once, and a name tells whether the content is what it was.
"""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from reskontra.domain.refusal import Refused


class FileLost(Refused):
    """The PDF {digest} is not in the file store, or is no longer what was put there.

    Bring the folder of files back from the backup that belongs to the database.
    """

    swedish = (
        "PDF-filen {digest} finns inte i fillagret, eller är inte längre den som lades dit. "
        "Återställ mappen med filer från den säkerhetskopia som hör till databasen."
    )


def path_of(digest: str) -> str:
    """Where the file lies in the store."""
    return f"pdf/{digest[:2]}/{digest}.pdf"


def keep(pdf: bytes) -> str:
    """Store the bytes, once, and give their digest."""
    digest = hashlib.sha256(pdf).hexdigest()
    path = path_of(digest)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(pdf))
    return digest


def read(digest: str) -> bytes:
    """The stored bytes; refused when they are gone or changed."""
    path = path_of(digest)
    if not default_storage.exists(path):
        raise FileLost(digest=digest)
    with default_storage.open(path) as stream:
        pdf = bytes(stream.read())
    if hashlib.sha256(pdf).hexdigest() != digest:
        raise FileLost(digest=digest)
    return pdf
