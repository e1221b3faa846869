"""Outgoing: we send something. Letters are rendered from their data and handed to the printer.

Example: a reminder recorded by the night becomes one PDF, named by its digest.

The one rule: nothing is decided here; what is sent was decided and recorded before.
"""
