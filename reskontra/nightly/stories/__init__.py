"""Stories: one notation for what should happen, what did happen, and why.

    2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
    2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
    2025-04-09  ? balance 1003 300,00

line       what every kind of line is: given, done or asked
areas      the lines of each area of the system, one module an area
notation   what a line may say, as values, and how each value is written
shapes     the lines that there are: how each is written, and what it becomes
story      a whole story, as its file says it
parse      a text becomes a Story, or every line that cannot be read is told
cast       who the persons are, and what the invoices say that the story leaves out
life       every day is lived in a world, and what differs from the story is told
pure       a world of values: the domain alone
through_database   a world of rows: files in, nights run, questions asked at the doors
told       a real claim becomes a story

`docs/howto/write_a_story.md` has the whole notation.
"""
