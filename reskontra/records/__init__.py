"""What is stored: facts in rows that are only ever added.

    party ─< invoice ─< entry          what is owed, and everything that changed it
              │   └──── claim_state    what is left, and the next day to look: one writer
              ├─< step_taken ─ rule    what was done, and by which words of which file
              ├─< hold, clearance      why something waits, or may go on
              └─< letter_claim >─ letter ─ letter_file, letter_event, letter_waiting
    payment_file ─< bank_day, payment ─< entry

Nothing outside this package writes a row. Entries, steps, letters, holds and payments cannot
be changed or removed, not even by the programs: the database refuses it.
"""
