"""Measures the numbers that we hold ourselves to, each against the barest thing that does the same.

    make bench CLAIMS=100000,1000000 DUE=100000 PAYMENTS=100000 LETTERS=2000 ROUNDS=3

The one rule: what is compared runs in the same minute, on copies of the same database, each in a
process of its own. Machines differ, and so do their hours; a ratio in one run says more.
"""
