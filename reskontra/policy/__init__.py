"""The law and each creditor's choices, as dated data: YAML files, read once and checked whole.

    load_policy(Path("reskontra/policy/sample")).creditors["water_company"].procedures

The one rule: a file that is not understood to the last word is refused, with its line.
Reading order: problems, document, values (how a file is read); condition_file, terms_file,
step_file, procedure_file, campaign_file, creditor_file, law_file (what a file may say); case and
check_value, check_names, check_procedure, check_step, check_condition, check_terms,
check_creditor, check_campaign (what it must mean); check_fees, check_demand, check_disconnection
(what the law forbids), cautions (what a lawyer must settle); build_law, build_terms, build, load;
review_law, schema.
"""
