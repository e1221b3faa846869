# the demand is paid to another account than the invoice, and money there pays it
# union 2.3: `pays_to`, and `accounts` in creditor.yaml
# ignored: procedures/other_account.yaml: collection_demand.pays_to
policy ../policies/union_letters
procedure other_account
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder pays to 999-1233
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-05
2025-04-24  -> collection-demand Bo 1002, pay by 2025-05-05
2025-04-24  ? letter 1001 collection-demand pays to 999-1241
2025-04-28  payment reminder of 1001 500,00
2025-04-28  ? balance 1001 0,00
2025-04-28  payment 1002 500,00
2025-04-28  ? balance 1002 0,00
2025-05-12  ? books balance
