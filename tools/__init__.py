"""What make uses while it builds, and what nobody who runs reskontra needs.

Example: `make docs` runs `python -m tools.build_docs`.

The one rule: nothing in `reskontra` imports anything from here.
"""
