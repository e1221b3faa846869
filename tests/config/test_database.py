"""The settings' connections, the fixture `db` that other tests stand on, and the wsgi process.

The one rule: what is claimed about roles is asked of the real database.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from reskontra.config import environment

ASK_WSGI = """
from reskontra.config import wsgi
from django.conf import settings
from django.db import connections
for name in sorted(settings.DATABASES):
    with connections[name].cursor() as cursor:
        cursor.execute("SELECT current_user")
        print(name, cursor.fetchone()[0])
"""


def current_user(alias: str) -> object:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_user::text")
        return cursor.fetchone()[0]


def test_each_connection_works_as_its_role(db: None) -> None:
    assert current_user("default") == "reskontra_nightly"
    assert current_user("portal") == "reskontra_portal"
    assert current_user("owner") not in {"reskontra_nightly", "reskontra_portal"}


def test_the_web_process_has_only_the_portal_role(db: None) -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASK_WSGI], check=True, capture_output=True, text=True
    )
    assert said.stdout.splitlines() == ["default reskontra_portal", "portal reskontra_portal"]


def test_the_web_process_does_not_begin_without_rules_that_can_be_read(
    db: None, tmp_path: Path
) -> None:
    begun = subprocess.run(
        [sys.executable, "-c", "import reskontra.config.wsgi"],
        env={**os.environ, "RESKONTRA_POLICY": str(tmp_path / "nowhere")},
        capture_output=True,
        text=True,
    )
    assert begun.returncode == 1
    assert "nowhere" in begun.stderr
    assert "Traceback" not in begun.stderr


@pytest.mark.parametrize("_again", [1, 2])
def test_db_gives_empty_tables(db: None, _again: int) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM portal_session")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "INSERT INTO portal_session VALUES ('key', 'data', '2026-01-01Z', '', '', 0)"
        )


def test_a_given_url_is_used_as_three_users(tmp_path: Path) -> None:
    environ = {
        "DATABASE_URL": "postgresql://boss:pw%2F1@db.example:5433/money?sslmode=require",
        "PORTAL_DATABASE_URL": "postgresql://web@db.example/money",
    }
    found = environment.databases(environ=environ, data=tmp_path)
    assert {name: one["USER"] for name, one in found.items()} == {
        "owner": "boss",
        "default": "boss",
        "portal": "web",
    }
    assert found["owner"]["PASSWORD"] == "pw/1"
    soon = {"connect_timeout": "5"}
    assert found["owner"]["OPTIONS"] == {"sslmode": "require", **soon}
    assert found["default"]["OPTIONS"] == {
        "sslmode": "require",
        **soon,
        "options": "-c role=reskontra_nightly",
    }
    assert found["portal"]["OPTIONS"] == soon | environment.PREPARED
    assert list(tmp_path.iterdir()) == []


def test_a_url_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        environment.databases(environ={"DATABASE_URL": "money on db.example"}, data=tmp_path)


@pytest.mark.parametrize(
    "address", ["http://fakturor.example.se", "fakturor.example.se", "ftp://x"]
)
def test_a_public_address_without_tls_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="https"):
        environment.base_url({"RESKONTRA_BASE_URL": address})


@pytest.mark.parametrize("address", ["https://fakturor.example.se/", "http://localhost:8080"])
def test_an_address_with_tls_or_on_this_machine_is_kept(address: str) -> None:
    assert environment.base_url({"RESKONTRA_BASE_URL": address}) == address.rstrip("/")


def test_a_public_address_turns_on_all_that_tls_protects() -> None:
    code = "from reskontra.config import settings as s; print(s.SESSION_COOKIE_SECURE, s.DEBUG)"
    code += "; print(s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.OIDC['demo'], s.ALLOWED_HOSTS)"
    environ = {
        **os.environ,
        "RESKONTRA_BASE_URL": "https://fakturor.example.se",
        "RESKONTRA_DEBUG": "1",
        "RESKONTRA_OIDC_DEMO": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environ
    )
    assert said.stdout.splitlines() == ["True False", "True 31536000 False ['fakturor.example.se']"]


def test_the_secret_key_is_made_once_and_only_ours_to_read(tmp_path: Path) -> None:
    file = tmp_path / "new" / "secret_key"
    secret = environment.kept_secret(file=file)
    assert len(secret) > 60
    assert environment.kept_secret(file=file) == secret
    assert file.stat().st_mode & 0o777 == 0o600
    assert [found.name for found in file.parent.iterdir()] == ["secret_key"]


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    environ = {"A_FILE": str(tmp_path / "secret"), "B": "from a variable"}
    assert environment.secret("A", environ=environ) == "from a file"
    assert environment.secret("B", environ=environ) == "from a variable"
    assert environment.secret("C", environ=environ) == ""


def test_the_secret_key_of_the_settings_can_sign(db: None) -> None:
    assert len(str(settings.SECRET_KEY)) > 60
