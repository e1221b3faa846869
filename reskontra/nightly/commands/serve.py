"""`reskontra serve`: the portal, or with `--office` the office, served by waitress.

Example: `reskontra serve --port 8080` answers at http://localhost:8080 on this machine; behind a
proxy that ends TLS, set RESKONTRA_BASE_URL and name the proxy with `--trusted-proxy`.

The one rule: this process brings the schema up to date and then becomes one that knows no database
role but the portal's; the office is a process of its own, at an address of its own.
"""

from __future__ import annotations

import argparse
import os
import sys

NAME = "serve"
HELP = "Serve the portal where citizens see their invoices, or the office."
NEEDS_DATABASE = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where to listen, and which proxy to believe."""
    parser.add_argument("--office", action="store_true", help="the office, where staff decide")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
    parser.add_argument("--threads", type=int, default=8, help="requests at a time (%(default)s)")
    parser.add_argument(
        "--trusted-proxy",
        metavar="ADDRESS",
        help="the proxy in front, whose X-Forwarded-For and X-Forwarded-Proto are believed",
    )


def run(args: argparse.Namespace) -> int:
    """Become the web server; returns only if that cannot be started."""
    address = os.environ.setdefault("RESKONTRA_BASE_URL", f"http://localhost:{args.port}")
    os.environ["RESKONTRA_FACE"] = face = "office" if args.office else "portal"
    print(f"The {face} is at {address}/ (stop with Ctrl-C).", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "waitress", *_options(args)])


def _options(args: argparse.Namespace) -> list[str]:
    proxy = [
        f"--trusted-proxy={args.trusted_proxy}",
        "--trusted-proxy-headers=x-forwarded-for x-forwarded-proto",
    ]
    return [
        f"--listen={args.host}:{args.port}",
        f"--threads={args.threads}",
        "--ident=",
        *(proxy if args.trusted_proxy else []),
        "reskontra.config.wsgi:application",
    ]
