"""The law and each creditor's choices, as dated data: YAML files, read once and checked whole.

    load_policy(Path("reskontra/policy/sample")).creditors["water_company"].procedures

The one rule: a file that is not understood to the last word is refused, with its line.
Reading order: problems, document, values, procedure_file, creditor_file, law_file (what a file
may say), check_value, check_procedure, check_law, check_creditor (what it must mean), build_law,
build, load, review_law, schema.
"""
