"""A person decides: what somebody has performed, found, or given up.

reports     a step that somebody else performs is reported
decisions   a finding is made, interest is given up
"""
