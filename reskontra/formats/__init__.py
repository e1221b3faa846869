"""Bytes to values and back, one module a format; no database and no clock.

    recognize.py      which format a file has, by what it holds
    invoice_file.py   invoices, credits and withdrawals: JSON Lines of our own
    camt.py           a bank's payments (ISO 20022 camt.054 and camt.053)
    camt_writer.py    the same, written: for tests, the demo and measurements
    giro.py           the giro slip's machine-read line and the payment QR code
    problems.py       what is wrong in a file, and FileRefused

Reading order: problems, invoice_file, camt. The one rule: a reader streams, so that its memory
does not grow with the file, and refuses the whole file when anything in it is wrong. What it gave
before that must then be thrown away: read within one transaction.
"""
