# an unusually high invoice says so in the portal and in its reminder, and may be paid in parts
# rows N22
procedure water
2024-06-03  invoice 0901 Cilla 1 000,00 due 2024-07-03
2024-07-03  payment 0901 1 000,00
2024-09-02  invoice 0902 Cilla 1 100,00 due 2024-10-02
2024-10-02  payment 0902 1 100,00
2024-12-02  invoice 0903 Cilla 900,00 due 2025-01-02
2025-01-02  payment 0903 900,00
2025-03-03  invoice 1003 Cilla 4 200,00 due 2025-04-02
2025-03-03  invoice 1004 Nils 4 200,00 due 2025-04-02
2025-03-03  ? offered Cilla 1003 unusually high, 2 to 12 parts, until 2025-05-02
2025-03-03  ? offered Nils 1004 2 to 12 parts, until 2025-05-02
2025-04-11  -> reminder Cilla 1003, pay by 2025-04-25
2025-04-11  -> reminder Nils 1004, pay by 2025-04-25
2025-04-11  ? letter 1003 reminder says "Faktura 1003 är mycket högre än dina tidigare."
2025-04-11  ? letter 1003 reminder says "Du kan be att få betala i delar."
2025-04-11  ? letter 1004 reminder lacks "mycket högre"
2025-04-14  ask Cilla 1003 3 parts "läckan är lagad, men det blev dyrt"
2025-04-14  ? asked 1003 waiting
2025-04-15  answer 1003 yes "läckan är lagad"
2025-04-15  ? asked 1003 granted
2025-04-15  -> plan Cilla 1003, pay 1 600,03 by 2025-05-14
2025-04-15  -> fee 1003 170,00
2025-04-15  -> interest 1003 30,03
2025-04-16  ? offered Cilla 1003 nothing
