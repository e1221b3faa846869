# credited whole: nothing is left to pay, and nothing is sent
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  credit 1003 300,00 "Kursen blev inställd"
2025-04-02  ? status 1003 CREDITED
2025-04-02  ? citizen Cilla sees 1003 paid
2025-04-25  ? books balance
