# a part of the invoice may wait, where the rules let it
# union 2.7: part of the invoice
# ignored: procedures/heating.yaml: deferral.part_of_invoice
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind waste
2025-03-28  ? deferral 1001 100,00 until 2025-04-30 by case_officer
2025-03-28  ? deferral 1001 301,00 until 2025-04-30 refused: part above 300,00
2025-03-28  ? deferral 1002 100,00 until 2025-04-30 refused: the whole only
