# all of an invoice was wrong: what it has cost falls with it
# rows S12
procedure rent
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-07  ? balance 1003 360,00
2025-04-10  dispute 1003 "hyran är betald av kommunen"
2025-04-10  ? status 1003 DISPUTED
2025-05-30  settle 1003 upheld "kommunen betalar hyran"
2025-05-30  ? status 1003 CREDITED
2025-05-30  ? books balance
