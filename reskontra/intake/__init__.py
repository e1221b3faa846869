"""The world sends something: a file becomes rows, whole or not at all.

invoices.take_in(path, day=..., policy=...)
payments.take_in(path, day=..., policy=...)
"""
