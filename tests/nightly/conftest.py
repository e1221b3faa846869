"""A mail server for those tests that ask for one.

The one rule: it is real, and a test's own.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.nightly.mailbox import Mailbox, mail_server


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    with mail_server(box) as found, override_settings(**found):
        yield box
