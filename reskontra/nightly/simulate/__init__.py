"""`reskontra policy simulate`: open claims lived forward under two policies, side by side.

    reskontra policy simulate my_policy other_policy --claims 10000

Read `verb` first; `town` invents claims, `side_by_side` lives them, `report` tells what came of it.
"""
