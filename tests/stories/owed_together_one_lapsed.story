# limitation runs for each who owes: when it has lapsed towards one, the other owes half of it
# rows S6
procedure mooring
2025-01-02  invoice 1003 Cilla 800,00 dated 2022-02-01 due 2025-01-07 with Nils
2025-01-07  ? lapses 1003 2025-02-01
2025-01-08  interrupt 1003 acknowledged by Nils "mejl 2025-01-08, dnr 17"
2025-01-10  payment 1003 100,00
2025-01-10  ? lapses 1003 2025-02-01
2025-01-16  -> reminder Cilla 1003, pay by 2025-01-30
2025-01-16  -> reminder Nils 1003, pay by 2025-01-30
2025-01-29  hold investigation 1003 "utreds"
2025-02-10  lift investigation 1003
2025-02-13  ? stopped 1003 collection-demand by lapsed share
2025-02-17  credit 1003 350,00 "preskriberat mot en av er"
2025-02-17  clear share_settled 1003 "350 kr borttaget"
2025-02-19  -> collection-demand Nils 1003, pay by 2025-03-03
2025-02-19  ? letter 1003 collection-demand demands 530,00
2025-02-19  ? balance 1003 530,00
2025-02-19  ? books balance
