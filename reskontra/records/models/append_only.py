"""Rows that are only ever added: the database itself refuses to change or remove them."""

import pgtrigger


def append_only() -> pgtrigger.Protect:
    """A trigger that refuses UPDATE and DELETE, whoever asks."""
    return pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
