# a person sees the invoices addressed to that person, and nobody else's
# row S6
procedure general
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 David 400,00 due 2025-03-31
2025-03-28  ? citizen Cilla sees 1003 unpaid
2025-03-28  ? citizen Cilla sees 1004 not
2025-03-28  ? citizen David sees 1003 not
2025-03-31  payment 1004 400,00
2025-03-31  ? citizen David sees 1004 paid
2025-03-31  ? citizen Cilla sees 1004 not
