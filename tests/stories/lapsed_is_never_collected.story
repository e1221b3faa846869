# three years after it arose the claim lapses, unless somebody has proof that it was interrupted
# rows N6, N8
procedure mooring
2025-01-02  invoice 1001 Anna 800,00 dated 2022-02-01 due 2025-01-07
2025-01-02  invoice 1002 Bodil 800,00 dated 2022-02-01 due 2025-01-07
2025-01-02  invoice 1003 Cilla 800,00 dated 2022-02-01 due 2025-01-07
2025-01-07  ? lapses 1001 2025-02-01
2025-01-08  interrupt 1002 acknowledged "mejl 2025-01-08, dnr 17"
2025-01-08  ? lapses 1002 2028-01-08
2025-01-10  payment 1003 100,00
2025-01-10  ? lapses 1003 2028-01-10
2025-01-16  -> reminder Anna 1001, pay by 2025-01-30
2025-01-16  -> reminder Bodil 1002, pay by 2025-01-30
2025-01-16  -> reminder Cilla 1003, pay by 2025-01-30
2025-01-29  hold investigation 1001 "utreds"
2025-01-31  -> collection-demand Bodil 1002, pay by 2025-02-10
2025-01-31  -> collection-demand Cilla 1003, pay by 2025-02-10
2025-02-01  ? lapses 1001 2025-02-01
2025-02-02  ? lapses 1001 lapsed 2025-02-01
2025-02-03  lift investigation 1001
2025-02-04  ? stopped 1001 collection-demand by lapsed
2025-02-13  -> authority-warning Bodil 1002, pay by 2025-02-24
2025-02-13  -> authority-warning Cilla 1003, pay by 2025-02-24
2025-02-14  ? stopped 1001 collection-demand by lapsed
