"""A person decides: what somebody has performed, found, or given up; what waits, or goes on.

reports           a step that somebody else performs is reported
decisions         a finding is made, interest is given up
deferrals         more time to pay is granted, by the procedure's terms
installment_plan  payment in parts is granted, by the procedure's terms, or ended
requests          what citizens have asked for in the portal is answered
holding           a hold is set, or lifted
recalls           a claim is called back from its agency
demands           a collection demand is looked at once more when it leaves
undo_night        a night that should not have been is undone
desk              each of these seen beforehand, decided, and signed by another if that is asked
decision_kinds    what can be decided at the desk: add yours there
"""
