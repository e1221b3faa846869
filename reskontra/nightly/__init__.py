"""The clock asks: the console command `reskontra`, and the nightly run among its verbs.

Example: `reskontra nightly` at two in the morning lets today happen.

The one rule: here the clock is read; what is called below is given the day.
"""
