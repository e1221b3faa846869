-- A ledger of one creditor, made in the database: %(claims)s open rents of invented tenants; every
-- third tenant has two, alike. %(due)s of them, spread over the whole ledger, are to be reminded
-- on %(day)s. All tenants have official test numbers (birth numbers 238, 239 and 980 to 999).

-- The rows are right by themselves: no foreign key need be looked up while they are made.
SET session_replication_role = replica;

-- Of up to ten digits: every other is doubled, from the last.
CREATE FUNCTION pg_temp.check_digit(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT mod(1000 - mod(n / 10, 10) - mod(n / 1000, 10) - mod(n / 100000, 10)
               - mod(n / 10000000, 10) - mod(n / 1000000000, 10)
               - doubled[mod(n, 10) + 1] - doubled[mod(n / 100, 10) + 1]
               - doubled[mod(n / 10000, 10) + 1] - doubled[mod(n / 1000000, 10) + 1]
               - doubled[mod(n / 100000000, 10) + 1], 10)
    FROM (VALUES (ARRAY[0, 2, 4, 6, 8, 1, 3, 5, 7, 9])) AS sums (doubled)
$$;

CREATE TEMP TABLE rent AS
SELECT id, mod((id - 1) / 4, %(claims)s / %(due)s) = 0 AS due,
       (id - 1) / 4 * 3 + least(mod(id - 1, 4), 2) + 1 AS party_id
FROM generate_series(1, %(claims)s) AS id;

INSERT INTO creditor (id, code) VALUES (1, 'municipality'), (2, 'water_company');
SELECT setval('creditor_id_seq', 2);

INSERT INTO party (id, identity_number, kind, name, address_lines, language,
                   protected_identity)
SELECT id, '19' || born || birth_number || pg_temp.check_digit((born || birth_number)::bigint),
       'person', 'Test Testsson ' || id,
       ARRAY['Provgatan ' || mod(id, 90) + 1, '999 99 Provstad'],
       CASE WHEN mod(id, 10) = 0 THEN 'en' ELSE 'sv' END, false
FROM (SELECT id, to_char(date '1900-01-01' + id / 22, 'YYMMDD') AS born,
             CASE WHEN mod(id, 22) < 2 THEN 238 ELSE 978 END + mod(id, 22) AS birth_number
      FROM generate_series(1, (SELECT max(party_id) FROM rent)) AS id) AS invented;
SELECT setval('party_id_seq', max(id)) FROM party;

INSERT INTO invoice (id, creditor_id, party_id, number, ocr_number, kind, department, services,
                     our_reference, pdf_digest, invoice_date, due_date, total_ore)
SELECT id, 1, party_id, id::text, '4' || id || pg_temp.check_digit(('4' || id)::bigint),
       'rent', 'property', '{rent}', '', '',
       %(day)s::date - CASE WHEN due THEN 35 ELSE 7 END,
       %(day)s::date + CASE WHEN due THEN -7 ELSE 25 END, 500000 + mod(id, 400000)
FROM rent ORDER BY rent.id;
SELECT setval('invoice_id_seq', max(id)) FROM invoice;

INSERT INTO payment_reference (creditor_id, ocr_number, invoice_id)
SELECT creditor_id, ocr_number, id FROM invoice ORDER BY invoice.id;

INSERT INTO entry (creditor_id, kind, debit, credit, amount_ore, value_date, booking_date,
                   invoice_id, cause)
SELECT creditor_id, 'invoice', 'receivable', 'income', total_ore, invoice_date, invoice_date, id,
       'file bench.jsonl'
FROM invoice ORDER BY invoice.id;

INSERT INTO claim_state (invoice_id, party_id, creditor_id, due_date, open_ore, next_look_on)
SELECT id, party_id, creditor_id, due_date, total_ore, greatest(%(day)s, due_date + 7)
FROM invoice ORDER BY invoice.id;

INSERT INTO payment_file (digest, name, day) VALUES ('bench', 'bench.xml', %(day)s);
INSERT INTO bank_day (payment_file_id, creditor_id, notification, day, payment_count, total_ore,
                      account)
SELECT id, 1, 'bench', %(day)s, 0, 0, '' FROM payment_file;
